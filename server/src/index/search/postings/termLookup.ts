/** Looks up terms in all runs. */

import { RecentlyUsed } from '../../../util/recentlyUsed.ts';
import { mergedRows } from './mergedRows.ts';
import { type FurtherRows, RowCursor } from './rowCursor.ts';
import { NO_ROW } from './rowWindow.ts';
import { bytesOfTerm, endOfBeginning, termOfBytes } from './termBytes.ts';
import { PageReader } from './termPages.ts';
import type { Run, TermRuns } from './termRuns.ts';

/** The rows of one term in one run. */
interface Slice {
	readonly run: number;
	/** The index of the page in the run's directory if the term has pages of its own, else undefined. */
	readonly long: number | undefined;
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** A term or prefix that was looked up, and the runs searched for it. */
interface Known {
	readonly slices: readonly Slice[];
	readonly list: readonly Run[];
	/** All rows, ascending. Undefined if they were not merged yet, or are too many. */
	readonly rows: Int32Array | undefined;
	readonly isMerged: boolean;
}

/**
 * Slices in the cache, at most, some megabytes with the pages they are in: while someone types, most of what is asked was
 * asked before.
 */
const MAX_CACHED = 6000;
/** Merged rows that take as much memory as a slice. */
const ROWS_OF_SLICE = 32;

/** Rows of more slices are merged at once, those of fewer when they are asked for again. */
const MAX_UNMERGED_SLICES = 8;
/** In bytes. Slices that take more are not merged. */
const MAX_MERGED_BYTES = 2 ** 14;

/** Rows in ascending order, or a cursor for each run and term that has some. */
export type FoundRows = Int32Array | readonly RowCursor[];

export class TermLookup {
	readonly #runs: TermRuns;
	#list: readonly Run[] = [];
	#widest = 1;
	readonly #known = new RecentlyUsed<string, Known>(
		MAX_CACHED,
		({ slices, rows }) => 1 + slices.length + (rows?.length ?? 0) / ROWS_OF_SLICE,
	);

	constructor(runs: TermRuns) {
		this.#runs = runs;
	}

	/** The maximum number of papers in one year. */
	get widest(): number {
		return this.#widest;
	}

	/** Sets the runs to search. What was found in runs that stay remains in the cache. */
	lookIn(list: readonly Run[]): void {
		this.#list = list;
		this.#widest = list.reduce((most, { widest }) => Math.max(most, widest), 1);
	}

	/** The papers with the term. */
	term(text: string): FoundRows {
		return this.#found(text, (run) => this.#slicesOf(run, bytesOfTerm(text)));
	}

	/** The papers with a term that has this prefix. */
	beginning(beginning: string): FoundRows {
		return this.#found(`${beginning}*`, (run) => this.#slicesBeginning(run, beginning));
	}

	#found(asked: string, find: (run: number) => readonly Slice[]): FoundRows {
		const known = this.#known.get(asked);
		if (known?.list === this.#list) {
			return known.isMerged ? (known.rows ?? this.#cursors(known)) : this.#merged(asked, known);
		}
		const fresh: Known = { slices: this.#slices(known, find), list: this.#list, rows: undefined, isMerged: false };
		if (fresh.slices.length > MAX_UNMERGED_SLICES) {
			return this.#merged(asked, fresh);
		}
		this.#known.set(asked, fresh);
		return this.#cursors(fresh);
	}

	#merged(asked: string, known: Known): FoundRows {
		const size = known.slices.reduce((sum, { start, end }) => sum + end - start, 0);
		const rows = size > MAX_MERGED_BYTES ? undefined : mergedRows(this.#cursors(known), this.#widest);
		const merged: Known = { ...known, rows, isMerged: true };
		this.#known.set(asked, merged);
		return rows ?? this.#cursors(merged);
	}

	#cursors({ slices }: Known): RowCursor[] {
		return slices.map((slice) => this.#cursor(slice));
	}

	#cursor({ run, long, bytes, start, end }: Slice): RowCursor {
		return long === undefined
			? new RowCursor(bytes, start, end)
			: new RowCursor(bytes, start, end, this.#further(run, long));
	}

	#slices(known: Known | undefined, find: (run: number) => readonly Slice[]): readonly Slice[] {
		const before = new Set(known?.list.map(({ id }) => id));
		return this.#list.flatMap(({ id }) =>
			before.has(id) ? (known?.slices.filter(({ run }) => run === id) ?? []) : find(id),
		);
	}

	#slicesOf(run: number, term: Uint8Array): Slice[] {
		const page = this.#pageFrom(run, term);
		return page?.reader.compare(term) === 0 ? [sliceAt(run, page)] : [];
	}

	#slicesBeginning(run: number, beginning: string): Slice[] {
		return Array.from(this.#pagesBeginning(run, beginning), (page) => sliceAt(run, page));
	}

	/** The first `limit` terms with this prefix. */
	termsBeginning(beginning: string, limit: number): string[] {
		const terms = new Set<string>();
		for (const { id } of this.#list) {
			let count = 0;
			for (const page of this.#pagesBeginning(id, beginning)) {
				if (++count > limit) {
					break;
				}
				terms.add(termOfBytes(page.reader.term()));
			}
		}
		return [...terms].sort().slice(0, limit);
	}

	/** Yields once for each term: the reader of its page, positioned at the term. */
	*#pagesBeginning(run: number, beginning: string): Generator<FoundPage, void> {
		const end = endOfBeginning(beginning);
		const directory = this.#runs.directory(run);
		let found = this.#pageFrom(run, bytesOfTerm(beginning));
		while (found) {
			const { reader, index } = found;
			for (let has = true; has; has = reader.next()) {
				if (reader.compare(end) >= 0) {
					return;
				}
				yield found;
			}
			let next = index + 1;
			while (next < directory.size && directory.isFurther(next)) {
				next++;
			}
			found = next < directory.size ? this.#pageAt(run, next) : undefined;
		}
	}

	/** A reader at the first term of the run that is `term` or later. Undefined if there is none. */
	#pageFrom(run: number, term: Uint8Array): FoundPage | undefined {
		const directory = this.#runs.directory(run);
		const next = directory.firstFrom(term);
		if (next > 0 && directory.row(next - 1) === 0 && (next === directory.size || directory.compare(next, term) !== 0)) {
			const before = this.#pageAt(run, next - 1);
			for (let has = before !== undefined; before && has; has = before.reader.next()) {
				if (before.reader.compare(term) >= 0) {
					return before;
				}
			}
		}
		return next < directory.size ? this.#pageAt(run, next) : undefined;
	}

	/** A reader at the first term of a page. */
	#pageAt(run: number, index: number): FoundPage | undefined {
		const directory = this.#runs.directory(run);
		const reader = new PageReader(this.#runs.page(directory.page(index)), directory.term(index));
		return reader.next() ? { reader, index } : undefined;
	}

	/** The pages after `first` of a term with pages of its own. */
	#further(run: number, first: number): FurtherRows {
		const directory = this.#runs.directory(run);
		const page = (index: number): Uint8Array => this.#runs.page(directory.page(index));
		let index = first;
		return {
			get next() {
				return directory.isFurther(index + 1) ? directory.row(index + 1) : NO_ROW;
			},
			turnTo: (row) => {
				index = directory.further(index, row);
				return { bytes: page(index), start: 1 };
			},
		};
	}
}

/** A page, and its index in the run's directory. */
interface FoundPage {
	readonly reader: PageReader;
	readonly index: number;
}

function sliceAt(run: number, { reader, index }: FoundPage): Slice {
	const { bytes, start, end, isLong } = reader;
	return { run, long: isLong ? index : undefined, bytes, start, end };
}
