/** One search on its way: which questions are asked of the index, in what order, until there is enough to rank. */

import type { PaperId } from '../corpus.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { candidateNames } from './identifiers.ts';
import {
	type Corrections,
	forbiddenExpression,
	nameExpression,
	namesExpression,
	type Reach,
	textExpression,
} from './matchExpression.ts';
import { fits, fitsText, matches } from './paperMatch.ts';
import { ALL_ROWS, type RowRange, rowsOf } from './paperRow.ts';
import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Asked {
	readonly query: Query;
	readonly preferred: ReadonlyMap<PaperId, number>;
	/** Papers that the list can show. */
	readonly wanted: number;
	readonly abstractOf: ((id: PaperId) => string | undefined) | undefined;
}

export interface Gathered {
	readonly found: ReadonlyMap<number, Candidate>;
	/** Rows of papers that answer to the whole query as to a name. */
	readonly identified: ReadonlySet<number>;
	/** Rows of papers that have all words whole, in names and abstract together. */
	readonly spelledOut: ReadonlySet<number>;
	/** What mistyped words were taken for. */
	readonly corrections: Corrections | undefined;
}

/** Rows taken from one question to the index: more than a list shows, few enough to rank within a millisecond or two. */
const CANDIDATES = 400;
/** Rows taken beside them from a stronger question, when there were more. */
const STRONG_CANDIDATES = 100;
/** How often another stretch of rows is taken when few of the last were right: the index knows some words by their beginnings alone. */
const STRETCHES = 6;
/** Preferred papers that are looked at one by one where there are too many matches to have them all. */
const MOST_PREFERRED = 1000;

export class Gathering {
	readonly #candidates: Candidates;
	readonly #vocabulary: Vocabulary;
	readonly #asked: Asked;
	readonly #range: RowRange;
	readonly #found = new Map<number, Candidate>();
	readonly #spelledOut = new Set<number>();
	/** Whether there were more matches than were taken. */
	#isCut = false;

	constructor(candidates: Candidates, vocabulary: Vocabulary, asked: Asked) {
		this.#candidates = candidates;
		this.#vocabulary = vocabulary;
		this.#asked = asked;
		this.#range = asked.query.years ? rowsOf(asked.query.years) : ALL_ROWS;
	}

	gather(): Gathered {
		const { cited } = this.#asked.query;
		const identified = cited ? new Set<number>() : this.#identified();
		if (cited) {
			this.#addPreferred(cited === 'here' ? 2 : 1);
			return { found: this.#found, identified, spelledOut: this.#spelledOut, corrections: undefined };
		}
		this.#addByNames();
		this.#addByText();
		const corrections = this.#found.size === 0 ? this.#addCorrected() : undefined;
		if (this.#isCut) {
			this.#addPreferred(1);
		}
		this.#dropForbidden();
		return { found: this.#found, identified, spelledOut: this.#spelledOut, corrections };
	}

	#identified(): ReadonlySet<number> {
		const candidates = candidateNames(this.#asked.query.text).flatMap((name) =>
			this.#candidates.byNames(nameExpression(name), ALL_ROWS, CANDIDATES),
		);
		for (const candidate of candidates) {
			this.#found.set(candidate.row, candidate);
		}
		return new Set(candidates.map(({ row }) => row));
	}

	#addByNames(): void {
		const { query, wanted } = this.#asked;
		if (query.terms.some((term) => term.field === 'abstract')) {
			return;
		}
		this.#askNames({});
		if (this.#isCut) {
			this.#addStrong();
		} else if (this.#found.size < wanted) {
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

	/** Whole words first: beyond six letters the index knows words of abstracts by their beginnings alone. */
	#addByText(): void {
		const { query, wanted } = this.#asked;
		const spelledOut = textExpression(query, { exact: true });
		if (!spelledOut || this.#found.size >= wanted) {
			return;
		}
		for (const { row } of this.#askText(spelledOut)) {
			this.#spelledOut.add(row);
		}
		const begun = textExpression(query);
		if (begun && this.#found.size < wanted) {
			this.#askText(begun);
		}
	}

	#askText(expression: string): Candidate[] {
		const candidates = this.#candidates.byText(expression, this.#range, CANDIDATES);
		this.#take(candidates, (candidate) => this.#isRightText(candidate));
		return candidates;
	}

	#addCorrected(): Corrections {
		const words = new Set(this.#asked.query.terms.flatMap((term) => (term.kind === 'word' ? term.parts : [])));
		const corrections = new Map([...words].map((word) => [word, this.#vocabulary.corrections(word)]));
		this.#askNames({ corrections });
		return corrections;
	}

	#askNames(reach: Reach, limit = CANDIDATES): void {
		const { query } = this.#asked;
		const expression = namesExpression(query, reach);
		let { first } = this.#range;
		const before = this.#found.size;
		for (let stretch = 0; stretch < STRETCHES && this.#found.size - before < limit / 4; stretch++) {
			const rows = this.#candidates.byNames(expression, { first, last: this.#range.last }, limit);
			this.#take(rows, (candidate) => matches(query, candidate, reach.corrections));
			this.#isCut ||= rows.length === limit;
			if (rows.length < limit) {
				break;
			}
			first = (rows.at(-1)?.row ?? first) + 1;
		}
	}

	#take(candidates: readonly Candidate[], isRight: (candidate: Candidate) => boolean): void {
		for (const candidate of candidates) {
			if (!this.#found.has(candidate.row) && isRight(candidate)) {
				this.#found.set(candidate.row, candidate);
			}
		}
	}

	/** The index has told that the words are there; it cannot tell where they stand. */
	#isRightText(candidate: Candidate): boolean {
		const { query, abstractOf } = this.#asked;
		return fits(query, candidate) && fitsText(query, candidate, () => abstractOf?.(candidate.id));
	}

	#addPreferred(least: number): void {
		const { query, preferred } = this.#asked;
		const text = textExpression(query);
		const ids = [...preferred].filter(([, weight]) => weight >= least).sort(([, one], [, other]) => other - one);
		for (const [id] of ids.slice(0, query.cited ? undefined : MOST_PREFERRED)) {
			const candidate = this.#candidates.byId(id);
			if (candidate && (matches(query, candidate) || (query.cited && text && this.#hasText(text, candidate)))) {
				this.#found.set(candidate.row, candidate);
			}
		}
	}

	#hasText(expression: string, candidate: Candidate): boolean {
		return this.#isRightText(candidate) && this.#candidates.hasText(expression, candidate.row);
	}

	/** `matches` has looked at names; what must not occur must not occur in the abstract either. */
	#dropForbidden(): void {
		const expression = forbiddenExpression(this.#asked.query);
		for (const row of expression ? this.#found.keys() : []) {
			if (expression && this.#candidates.hasText(expression, row)) {
				this.#found.delete(row);
			}
		}
	}
}
