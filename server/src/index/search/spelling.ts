/** Which words of a query are mistyped, and what they may be meant for. */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import type { Candidates } from './candidates.ts';
import { PaperMatch } from './paperMatch.ts';
import { ALL_ROWS } from './paperRow.ts';
import { begins } from './postings/question.ts';
import { RUNS } from './postings/termRuns.ts';
import { readQuery } from './query.ts';
import { namesQuestion } from './questions.ts';
import { nearestOf, Vocabulary } from './vocabulary.ts';

/** Papers that are looked at to see whether a name begins with a word: the index may have found others. */
const LOOKED_AT = 60;

export class Spelling {
	readonly #candidates: Candidates;
	readonly #names: Vocabulary;
	readonly #text: Vocabulary;

	constructor(db: SqlDatabase, candidates: Candidates) {
		this.#candidates = candidates;
		this.#names = new Vocabulary(db, RUNS.names);
		this.#text = new Vocabulary(db, RUNS.text);
	}

	/** Whether a name begins with the word, as far as a look at some tells. */
	isOfNames(word: string): boolean {
		const query = readQuery(word);
		const match = new PaperMatch(query);
		const some = this.#candidates.byNames(namesQuestion(query, {}), ALL_ROWS, LOOKED_AT);
		return some.some((candidate) => match.matches(candidate));
	}

	/** Whether a word of a name or an abstract begins so. */
	isOfText(word: string): boolean {
		return this.#candidates.byText(begins(word), ALL_ROWS, 1).length > 0;
	}

	/** Beginnings of words of names that a word may be meant for, nearest first. */
	inNames(word: string): readonly string[] {
		return nearestOf(this.#names.corrections(word));
	}

	/** The same with words of abstracts. */
	inText(word: string): readonly string[] {
		return nearestOf([...this.#names.corrections(word), ...this.#text.corrections(word)]);
	}
}
