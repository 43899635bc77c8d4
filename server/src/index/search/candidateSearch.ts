/**
 * Finds the candidates of one search: which questions are put to the index, and in what order, until there are enough
 * to rank.
 */

import type { Candidate, Candidates } from './candidates.ts';
import { type Asked, type Found, type FoundCandidates, TIERS } from './foundCandidates.ts';
import { candidateNames } from './identifiers.ts';
import { ownByNames, ownCount, ownFirstByText } from './ownCandidates.ts';
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
	type QuestionScope,
	textQuestion,
} from './questions.ts';
import { MARKS } from './searchTables.ts';
import type { Spelling } from './spelling.ts';
import { nearYears } from './termForms.ts';

/**
 * Rows taken for one question: more than a list shows, few enough to rank within a millisecond. With 400, no known
 * paper that the benchmark searches for gets another rank.
 */
const MAX_CANDIDATES = 250;
/** Rows taken in addition for a stronger question if there were more. */
const MAX_STRONG_CANDIDATES = 60;
/**
 * How many further ranges of rows are taken if few of the last ones match. The index knows some words only by their
 * prefixes.
 */
const MAX_RANGES = 6;
/** If a list has this many papers, no further ones are searched that cost more to find and are worth less. */
const ENOUGH_PAPERS = 10;
/** Abstracts with a forbidden word that are excluded, at most. A row takes half a microsecond. */
const MAX_FORBIDDEN = 5000;
/** Names with the typed prefix, at most: more than a list shows. */
const MAX_NAMES = 60;
/** Weights of preferred papers: those cited in the note come first. */
const PREFERENCE_WEIGHTS = [2, 1];
/** Preferred papers that are checked one by one if there are too many matches to take them all. */
const MAX_PREFERRED = 1000;

export class CandidateSearch {
	readonly #candidates: Candidates;
	readonly #spelling: Spelling;
	readonly #asked: Asked;
	readonly #match: PaperMatch;
	readonly #range: RowRange;
	/** Rows to take for one question. What is found beyond depends on the order of indexing. */
	readonly most: number;
	readonly #found = new Map<number, Found>();
	/** For each word of the query that may be part of a name, the names that begin with it. */
	readonly #names: ReadonlyMap<string, readonly string[]>;
	/** Where there were more matches than were taken. */
	readonly #cut = new Set<'names' | 'text'>();

	constructor(candidates: Candidates, spelling: Spelling, asked: Asked) {
		this.#candidates = candidates;
		this.#spelling = spelling;
		this.#asked = asked;
		this.most = Math.max(MAX_CANDIDATES, asked.wanted);
		this.#match = new PaperMatch(asked.query);
		this.#range = asked.query.years ? rowsOf(asked.query.years) : ALL_ROWS;
		this.#names = this.#namesOf(asked.query);
	}

	find(): FoundCandidates {
		const { cited } = this.#asked.query;
		const identified = cited ? new Set<number>() : this.#identified();
		if (cited) {
			this.#addPreferred(cited === 'here' ? 2 : 1);
			return { found: this.#found, identified, isCut: false, corrections: undefined };
		}
		this.#addByNames();
		const nearYears = this.#found.size === 0 ? this.#addNearYears() : undefined;
		this.#addByText();
		const corrections = this.#found.size === 0 ? this.#addCorrected() : nearYears;
		if (this.#cut.has('names')) {
			this.#addPreferred(1);
		}
		this.#dropForbidden();
		return { found: this.#found, identified, isCut: this.#cut.size > 0, corrections };
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
		const candidates = this.#candidates.byNames(question, ALL_ROWS, this.most);
		for (const candidate of candidates) {
			this.#found.set(candidate.row, { paper: candidate, tier: TIERS.names });
		}
		return candidates;
	}

	/** The marked terms of names with this prefix; not all if there are many. */
	#namesBeginning(name: string): readonly string[] {
		return this.#candidates.termsBeginning(MARKS.name + name, MAX_NAMES);
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
		if (this.#cut.has('names')) {
			this.#addStrong();
			this.#addOwn();
		} else if (this.#found.size < Math.min(wanted, ENOUGH_PAPERS)) {
			this.#askNames({ wide: true });
		}
	}

	/**
	 * If there are more matches than can be ranked, makes sure that the best are included: those that match whole
	 * words, or at the start of the paper.
	 */
	#addStrong(): void {
		const heads = this.#asked.query.terms.filter((term) => term.field === undefined && term.parts.length === 1);
		const [first] = heads;
		const reaches: QuestionScope[] = [
			{ exact: true },
			...heads.slice(0, 3).map((term) => ({ exact: true, head: { term, at: 'family' as const } })),
			...(first ? [{ exact: true, head: { term: first, at: 'start' as const } }] : []),
			...(first ? [{ head: { term: first, at: 'family' as const } }] : []),
		];
		for (const reach of reaches) {
			this.#askNames(reach, MAX_STRONG_CANDIDATES);
		}
	}

	/** If there are more matches than can be ranked, makes sure that those of the note's own library are included. */
	#addOwn(): void {
		const { query, own, wanted } = this.#asked;
		if (ownCount(own, this.#found.keys()) < wanted) {
			const question = asksNames(query) ? namesQuestion(query, { names: this.#names }) : undefined;
			const rows = ownByNames(this.#candidates, own, { question, range: this.#range, limit: this.most });
			this.#take(rows, TIERS.names, (candidate) => this.#match.matches(candidate));
		}
	}

	/** Searches neighbouring years, too: a preprint and its paper are often a year apart. */
	#addNearYears(): Corrections | undefined {
		const corrections = nearYears(this.#asked.query);
		if (corrections.size > 0) {
			this.#askNames({ corrections, wide: true });
		}
		return this.#found.size > 0 ? corrections : undefined;
	}

	/** Whole words come first: for words of abstracts with more than six letters, the index knows only prefixes. */
	#addByText(): void {
		const { query, wanted } = this.#asked;
		this.#askText(textQuestion(query, { exact: true }), TIERS.spelledOut, wanted);
		this.#askText(textQuestion(query), TIERS.begun, Math.min(wanted, ENOUGH_PAPERS));
	}

	#askText(question: Question | undefined, tier: number, enough: number): void {
		if (question && this.#found.size < enough) {
			const asked = { question, range: this.#range, limit: this.most };
			const candidates = ownFirstByText(this.#candidates, this.#asked.own, asked);
			void (candidates.length >= this.most && this.#cut.add('text'));
			// Looking into abstracts costs more than ranking the papers that have them.
			const most = this.#match.needsAbstracts ? enough : Number.POSITIVE_INFINITY;
			this.#take(candidates, tier, (candidate) => this.#found.size < most && this.#isRightText(candidate));
		}
	}

	/**
	 * A word that no indexed word begins with is certainly mistyped. If correcting those does not help, any word may
	 * be.
	 */
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

	/** Corrections of words and years. Undefined if there are none. */
	#corrections(words: readonly string[], meant: (word: string) => readonly string[]): Corrections | undefined {
		const corrections = words.map((word) => [word, meant(word)] as const).filter(([, others]) => others.length > 0);
		return corrections.length > 0 ? new Map([...nearYears(this.#asked.query), ...corrections]) : undefined;
	}

	#askNames(reach: QuestionScope, limit = this.most): void {
		const { query } = this.#asked;
		const match = reach.corrections ? new PaperMatch(query, reach.corrections) : this.#match;
		const question = asksNames(query) ? namesQuestion(query, { ...reach, names: this.#names }) : undefined;
		let { first } = this.#range;
		const before = this.#found.size;
		for (let stretch = 0; stretch < MAX_RANGES && this.#found.size - before < limit / 4; stretch++) {
			const range = { first, last: this.#range.last };
			const rows = question ? this.#candidates.byNames(question, range, limit) : this.#candidates.recent(range, limit);
			this.#take(rows, reach.wide ? TIERS.wide : TIERS.names, (candidate) => match.matches(candidate));
			void (rows.length === limit && this.#cut.add('names'));
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

	/** The index has the words of the term but does not know where they are. */
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
		let left = query.cited ? preferred.size : MAX_PREFERRED;
		for (const weight of PREFERENCE_WEIGHTS.filter((one) => one >= least)) {
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

	/** Drops papers with forbidden words in their abstracts. `matches` has checked the names only. */
	#dropForbidden(): void {
		const question = forbiddenQuestion(this.#asked.query);
		const rows = [...this.#found.keys()];
		if (question && rows.length > 0) {
			const range = { first: Math.min(...rows), last: Math.max(...rows) };
			for (const row of this.#candidates.rowsByText(question, range, MAX_FORBIDDEN)) {
				this.#found.delete(row);
			}
		}
	}
}
