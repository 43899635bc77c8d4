/** One search on its way: which questions are asked of the index, in what order, until there is enough to rank. */

import type { Candidate, Candidates } from './candidates.ts';
import { type Asked, type Found, type FoundCandidates, TIERS } from './foundCandidates.ts';
import { candidateNames } from './identifiers.ts';
import { PaperMatch } from './paperMatch.ts';
import { ALL_ROWS, type RowRange, rowsOf } from './paperRow.ts';
import { anyOf, type Question, term } from './postings/question.ts';
import type { Query } from './query.ts';
import {
	asksNames,
	type Corrections,
	forbiddenQuestion,
	NAME_LIKE,
	nameQuestion,
	namesQuestion,
	type Reach,
	textQuestion,
} from './questions.ts';
import { MARKS } from './searchTables.ts';
import type { Spelling } from './spelling.ts';
import { nearYears } from './termForms.ts';

/**
 * Rows taken from one question to the index: more than a list shows, few enough to rank within a millisecond. 400
 * change no rank of the known papers that the bench looks for.
 */
const CANDIDATES = 250;
/** Rows taken beside them from a stronger question, when there were more. */
const STRONG_CANDIDATES = 60;
/** How often another stretch of rows is taken when few of the last were right: the index knows some words by their beginnings alone. */
const STRETCHES = 6;
/** With as many as this, a list is not filled up by what costs more to find and is worth less. */
const FEW = 10;
/** Abstracts with a forbidden word that are taken note of: a row takes half a microsecond. */
const MOST_FORBIDDEN = 5000;
/** Names that begin with what was typed: more than a list shows. */
const MOST_NAMES = 60;
/** What preferred papers weigh: those of the note before the others. */
const WEIGHTS = [2, 1];
/** Preferred papers that are looked at one by one where there are too many matches to have them all. */
const MOST_PREFERRED = 1000;

export class CandidateSearch {
	readonly #candidates: Candidates;
	readonly #spelling: Spelling;
	readonly #asked: Asked;
	readonly #match: PaperMatch;
	readonly #range: RowRange;
	/** Rows to be taken from one question. */
	readonly #most: number;
	readonly #found = new Map<number, Found>();
	/** Names that begin with a word of the query, by it, where the word may be meant so. */
	readonly #names: ReadonlyMap<string, readonly string[]>;
	/** Whether there were more matches than were taken. */
	#isCut = false;

	constructor(candidates: Candidates, spelling: Spelling, asked: Asked) {
		this.#candidates = candidates;
		this.#spelling = spelling;
		this.#asked = asked;
		this.#most = Math.max(CANDIDATES, asked.wanted);
		this.#match = new PaperMatch(asked.query);
		this.#range = asked.query.years ? rowsOf(asked.query.years) : ALL_ROWS;
		this.#names = this.#namesOf(asked.query);
	}

	gather(): FoundCandidates {
		const { cited } = this.#asked.query;
		const identified = cited ? new Set<number>() : this.#identified();
		if (cited) {
			this.#addPreferred(cited === 'here' ? 2 : 1);
			return { found: this.#found, identified, corrections: undefined };
		}
		this.#addByNames();
		const nearYears = this.#found.size === 0 ? this.#addNearYears() : undefined;
		this.#addByText();
		const corrections = this.#found.size === 0 ? this.#addCorrected() : nearYears;
		if (this.#isCut) {
			this.#addPreferred(1);
		}
		this.#dropForbidden();
		return { found: this.#found, identified, corrections };
	}

	#identified(): ReadonlySet<number> {
		const names = candidateNames(this.#asked.query.text);
		const candidates = names.length > 0 ? this.#byQuestion(nameQuestion(names)) : [];
		if (candidates.length > 0) {
			return new Set(candidates.map(({ row }) => row));
		}
		const begun = names.filter((name) => NAME_LIKE.test(name)).flatMap((name) => this.#namesBeginning(name));
		if (begun.length > 0) {
			this.#byQuestion(anyOf(begun.map(term)));
		}
		return new Set();
	}

	#byQuestion(question: Question): readonly Candidate[] {
		const candidates = this.#candidates.byNames(question, ALL_ROWS, this.#most);
		for (const candidate of candidates) {
			this.#found.set(candidate.row, { paper: candidate, tier: TIERS.names });
		}
		return candidates;
	}

	/** Marked, and not all where there are many. */
	#namesBeginning(name: string): readonly string[] {
		return this.#candidates.termsBeginning(MARKS.name + name, MOST_NAMES);
	}

	#namesOf(query: Query): ReadonlyMap<string, readonly string[]> {
		const terms = query.terms.filter(({ field, name }) => field === 'key' || (!field && NAME_LIKE.test(name)));
		return new Map(terms.map(({ name }) => [name, this.#namesBeginning(name)]));
	}

	#addByNames(): void {
		const { query, wanted } = this.#asked;
		if (query.terms.some((term) => term.field === 'abstract')) {
			return;
		}
		this.#askNames({});
		if (this.#isCut) {
			this.#addStrong();
		} else if (this.#found.size < Math.min(wanted, FEW)) {
			this.#askNames({ wide: true });
		}
	}

	/** With more matches than can be ranked, the best must be among the ranked: those that match whole, or at the head. */
	#addStrong(): void {
		const heads = this.#asked.query.terms.filter((term) => term.field === undefined && term.parts.length === 1);
		const [first] = heads;
		const reaches: Reach[] = [
			{ exact: true },
			...heads.slice(0, 3).map((term) => ({ exact: true, head: { term, at: 'family' as const } })),
			...(first ? [{ exact: true, head: { term: first, at: 'start' as const } }] : []),
			...(first ? [{ head: { term: first, at: 'family' as const } }] : []),
		];
		for (const reach of reaches) {
			this.#askNames(reach, STRONG_CANDIDATES);
		}
	}

	/** A preprint and its paper are often a year apart. */
	#addNearYears(): Corrections | undefined {
		const corrections = nearYears(this.#asked.query);
		if (corrections.size > 0) {
			this.#askNames({ corrections, wide: true });
		}
		return this.#found.size > 0 ? corrections : undefined;
	}

	/** Whole words first: beyond six letters the index knows words of abstracts by their beginnings alone. */
	#addByText(): void {
		const { query, wanted } = this.#asked;
		this.#askText(textQuestion(query, { exact: true }), TIERS.spelledOut, wanted);
		this.#askText(textQuestion(query), TIERS.begun, Math.min(wanted, FEW));
	}

	#askText(question: Question | undefined, tier: number, enough: number): void {
		if (question && this.#found.size < enough) {
			const candidates = this.#candidates.byText(question, this.#range, this.#most);
			// To look into abstracts costs more than to rank what they are found by.
			const most = this.#match.needsAbstracts ? enough : Number.POSITIVE_INFINITY;
			this.#take(candidates, tier, (candidate) => this.#found.size < most && this.#isRightText(candidate));
		}
	}

	/** Words that nothing begins with are mistyped for certain; if setting them right does not help, any word may be. */
	#addCorrected(): Corrections | undefined {
		const words = [...new Set(this.#asked.query.terms.flatMap((term) => (term.kind === 'word' ? term.parts : [])))];
		const unnamed = words.filter((word) => !this.#spelling.isOfNames(word));
		const unknown = unnamed.filter((word) => !this.#spelling.isOfText(word));
		return (
			this.#askCorrectedNames(unnamed) ??
			this.#askCorrectedText(unknown) ??
			this.#askCorrectedNames(words) ??
			this.#askCorrectedText(words)
		);
	}

	#askCorrectedNames(words: readonly string[]): Corrections | undefined {
		const corrections = this.#corrections(words, (word) => this.#spelling.inNames(word));
		if (corrections) {
			this.#askNames({ corrections });
		}
		return this.#found.size > 0 ? corrections : undefined;
	}

	#askCorrectedText(words: readonly string[]): Corrections | undefined {
		const corrections = this.#corrections(words, (word) => this.#spelling.inText(word));
		if (corrections) {
			this.#askText(textQuestion(this.#asked.query, { corrections }), TIERS.begun, this.#asked.wanted);
		}
		return this.#found.size > 0 ? corrections : undefined;
	}

	/** Of the words that may be meant for others, and of years; undefined where no word may. */
	#corrections(words: readonly string[], meant: (word: string) => readonly string[]): Corrections | undefined {
		const corrections = words.map((word) => [word, meant(word)] as const).filter(([, others]) => others.length > 0);
		return corrections.length > 0 ? new Map([...nearYears(this.#asked.query), ...corrections]) : undefined;
	}

	#askNames(reach: Reach, limit = this.#most): void {
		const { query } = this.#asked;
		const match = reach.corrections ? new PaperMatch(query, reach.corrections) : this.#match;
		const question = asksNames(query) ? namesQuestion(query, { ...reach, names: this.#names }) : undefined;
		let { first } = this.#range;
		const before = this.#found.size;
		for (let stretch = 0; stretch < STRETCHES && this.#found.size - before < limit / 4; stretch++) {
			const range = { first, last: this.#range.last };
			const rows = question ? this.#candidates.byNames(question, range, limit) : this.#candidates.recent(range, limit);
			this.#take(rows, reach.wide ? TIERS.wide : TIERS.names, (candidate) => match.matches(candidate));
			this.#isCut ||= rows.length === limit;
			if (rows.length < limit) {
				break;
			}
			first = (rows.at(-1)?.row ?? first) + 1;
		}
	}

	#take(candidates: readonly Candidate[], tier: number, isRight: (candidate: Candidate) => boolean): void {
		for (const candidate of candidates) {
			if (!this.#found.has(candidate.row) && isRight(candidate)) {
				this.#found.set(candidate.row, { paper: candidate, tier });
			}
		}
	}

	/** The index has told that the words are there; it cannot tell where they stand. */
	#isRightText(candidate: Candidate): boolean {
		const { abstractOf } = this.#asked;
		return (
			this.#match.fits(candidate) &&
			this.#match.fitsText(candidate, abstractOf && (() => abstractOf(candidate.id) ?? ''))
		);
	}

	#addPreferred(least: number): void {
		const { query, preferred } = this.#asked;
		const text = query.cited ? textQuestion(query) : undefined;
		let left = query.cited ? preferred.size : MOST_PREFERRED;
		for (const weight of WEIGHTS.filter((one) => one >= least)) {
			preferred.forEach((its, id) => {
				if (its === weight && left-- > 0) {
					this.#addIfRight(this.#candidates.byId(id), text);
				}
			});
		}
	}

	#addIfRight(candidate: Candidate | undefined, text: Question | undefined): void {
		if (candidate && (this.#match.matches(candidate) || (text && this.#hasText(text, candidate)))) {
			this.#found.set(candidate.row, { paper: candidate, tier: TIERS.names });
		}
	}

	#hasText(question: Question, candidate: Candidate): boolean {
		return this.#isRightText(candidate) && this.#candidates.hasText(question, candidate.row);
	}

	/** `matches` has looked at names; what must not occur must not occur in the abstract either. */
	#dropForbidden(): void {
		const question = forbiddenQuestion(this.#asked.query);
		const rows = [...this.#found.keys()];
		if (question && rows.length > 0) {
			const range = { first: Math.min(...rows), last: Math.max(...rows) };
			for (const row of this.#candidates.rowsByText(question, range, MOST_FORBIDDEN)) {
				this.#found.delete(row);
			}
		}
	}
}
