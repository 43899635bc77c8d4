/** Puts runs together: each one more is a look more for every term that is asked for. */

import { RowCursor } from './rowCursor.ts';
import { NO_ROW } from './rowWindow.ts';
import type { RunWriter } from './runWriter.ts';
import { wholeTerm } from './termBytes.ts';
import type { PageReader } from './termPages.ts';
import { RUNS, type Run, type RunKind, type TermRuns } from './termRuns.ts';

/** So many runs of about the same size become one. */
const CROWD = 8;

/** Pages written in a slice: some ten milliseconds. */
const SLICE = 500;

/**
 * Keeps the number of runs small after one was written: a paper is written again once for each time its run grows
 * eightfold. Those that are gone by then are left out.
 */
export function mergeSmallRuns(runs: TermRuns, kind: RunKind, gone: () => ReadonlySet<number>): void {
	for (;;) {
		const bySize = Map.groupBy(ofKind(runs, kind), ({ pages }) => Math.floor(Math.log2(pages) / Math.log2(CROWD)));
		const crowded = [...bySize.values()].find(({ length }) => length >= CROWD);
		if (crowded === undefined) {
			return;
		}
		for (const _ of mergeRuns(runs, crowded, gone())) {
			// In one go: what was written must be whole when the transaction ends.
		}
	}
}

/**
 * Makes one of all runs of a kind, leaving out papers that are gone. A transaction around each step, or around some, is
 * the caller's; between two of them others may write. It may stop after any step, and has then changed nothing that
 * anyone sees. In the end: whether none of those that are gone is left.
 */
export function* mergeAllRuns(runs: TermRuns, kind: RunKind, gone: ReadonlySet<number>): Generator<void, boolean> {
	const all = ofKind(runs, kind);
	return all.length > 1 || (all.length > 0 && gone.size > 0) ? yield* mergeRuns(runs, all, gone) : true;
}

function ofKind(runs: TermRuns, kind: RunKind): Run[] {
	return runs.list().filter((run) => run.kind === kind);
}

/** Whether it was done. */
function* mergeRuns(runs: TermRuns, sources: readonly Run[], gone: ReadonlySet<number>): Generator<void, boolean> {
	const writer = runs.begin(sources[0]?.kind ?? RUNS.names);
	const merging = new Merging(runs, sources, gone);
	for (;;) {
		const enough = writer.directory.size + SLICE;
		const isDone = merging.writeUntil(writer, () => writer.directory.size >= enough);
		writer.pause();
		if (isDone) {
			break;
		}
		yield;
		if (!runs.exists(writer.run) || !sources.every(({ id }) => runs.exists(id))) {
			// Another process was faster.
			runs.abandon(writer.run);
			return false;
		}
	}
	for (const { id } of sources) {
		runs.drop(id);
	}
	if (writer.directory.size === 0) {
		runs.abandon(writer.run);
	} else {
		runs.finish(
			writer,
			sources.reduce((most, { widest }) => Math.max(most, widest), 0),
		);
	}
	return true;
}

interface Source {
	readonly terms: Iterator<PageReader, undefined>;
	page: PageReader | undefined;
}

class Merging {
	readonly #gone: ReadonlySet<number>;
	/** Each at the term that it gives next. */
	readonly #sources: readonly Source[];
	#rows = new Int32Array(1024);
	#count = 0;

	constructor(runs: TermRuns, sources: readonly Run[], gone: ReadonlySet<number>) {
		this.#gone = gone;
		this.#sources = sources.map(({ id }) => {
			const terms = runs.terms(id);
			return { terms, page: terms.next().value };
		});
	}

	/** Whether all is written. */
	writeUntil(writer: RunWriter, isEnough: () => boolean): boolean {
		for (let least = this.#leastTerm(); least; least = this.#leastTerm()) {
			this.#count = 0;
			this.#gather(least);
			if (this.#count > 0) {
				writer.add(wholeTerm(least), this.#rows, this.#count);
			}
			if (isEnough()) {
				return false;
			}
		}
		return true;
	}

	#leastTerm(): Uint8Array | undefined {
		let least: Uint8Array | undefined;
		for (const { page } of this.#sources) {
			if (page && (least === undefined || page.compare(least) < 0)) {
				least = page.term();
			}
		}
		return least;
	}

	/** The rows of the term in all sources, which go on to their next ones. */
	#gather(term: Uint8Array): void {
		let isOrdered = true;
		for (const source of this.#sources) {
			while (source.page?.compare(term) === 0) {
				isOrdered = this.#addRows(source.page) && isOrdered;
				source.page = source.terms.next().value;
			}
		}
		if (!isOrdered) {
			this.#rows.subarray(0, this.#count).sort();
		}
	}

	/** Whether the rows came after those that are there. */
	#addRows({ bytes, start, end }: PageReader): boolean {
		const before = this.#rows[this.#count - 1] ?? 0;
		const cursor = new RowCursor(bytes, start, end);
		const isOrdered = cursor.row > before;
		for (; cursor.row < NO_ROW; cursor.next()) {
			if (this.#gone.size === 0 || !this.#gone.has(cursor.row)) {
				this.#put(cursor.row);
			}
		}
		return isOrdered;
	}

	#put(row: number): void {
		if (this.#count === this.#rows.length) {
			const longer = new Int32Array(2 * this.#count);
			longer.set(this.#rows);
			this.#rows = longer;
		}
		this.#rows[this.#count++] = row;
	}
}
