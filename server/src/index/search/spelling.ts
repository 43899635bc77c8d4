/** Which words of a query are mistyped, and their corrections. */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import type { Candidates } from './candidates.ts';
import { nearestOf } from './nearestCorrections.ts';
import { PaperMatch } from './paperMatch.ts';
import { ALL_ROWS } from './paperRow.ts';
import { begins } from './postings/question.ts';
import { RUNS } from './postings/termRuns.ts';
import { readQuery } from './query.ts';
import { namesQuestion } from './questions.ts';
import { Vocabulary } from './vocabulary.ts';
import { isTextWord } from './vocabularyWriter.ts';

/** Papers that are checked for a name with this prefix. The index may have found them for another reason. */
const MAX_CHECKED = 60;

export class Spelling {
	readonly #candidates: Candidates;
	readonly #names: Vocabulary;
	readonly #text: Vocabulary;

	constructor(db: SqlDatabase, candidates: Candidates) {
		this.#candidates = candidates;
		this.#names = new Vocabulary(db, RUNS.names);
		this.#text = new Vocabulary(db, RUNS.text);
	}

	/** Whether a word of a name has this prefix, judging by a sample. */
	isOfNames(word: string): boolean {
		const query = readQuery(word);
		const match = new PaperMatch(query);
		const some = this.#candidates.byNames(namesQuestion(query, {}), ALL_ROWS, MAX_CHECKED);
		return some.some((candidate) => match.matches(candidate));
	}

	/** Whether a word of a name or an abstract has this prefix. */
	isOfText(word: string): boolean {
		return this.#candidates.byText(begins(word), ALL_ROWS, 1).length > 0;
	}

	/** Corrections of a word by words of names, or prefixes of them, nearest first. */
	inNames(word: string): readonly string[] {
		return nearestOf(this.#names.corrections(word), (meant) => this.#candidates.countWord(meant, 'names'));
	}

	/** The same by words of abstracts. */
	inText(word: string): readonly string[] {
		const count = (meant: string): number => this.#candidates.countWord(meant, isTextWord(meant) ? 'text' : 'names');
		return nearestOf([...this.#names.corrections(word), ...this.#text.corrections(word)], count);
	}
}
