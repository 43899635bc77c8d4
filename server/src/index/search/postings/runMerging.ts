/** Merges runs: each run has to be searched for every term that is asked for. */

import { CollectedRows } from './collectedRows.ts';
import type { RunReader } from './runReader.ts';
import type { RunWriter } from './runWriter.ts';
import { compareTerms, type TermSpan, wholeTerm } from './termBytes.ts';
import type { PageReader } from './termPages.ts';
import { RUNS, type Run, type RunKind, type TermRuns } from './termRuns.ts';

/** This many runs of similar size are merged into one. */
const RUNS_TO_MERGE = 8;

/**
 * This many large ones. They come from a first indexing only, where fewer merges save more time than the search among
 * more runs takes until all are merged.
 */
const LARGE_RUNS_TO_MERGE = 16;

/** In pages: the terms of some thousand papers. */
const LARGE_RUN = 512;

/** Pages written in one slice: some ten milliseconds. */
const SLICE_PAGES = 500;

/**
 * Keeps the number of runs small after one was written. A paper is written again each time its run becomes eight
 * times larger. Papers deleted by then are left out.
 */
export function mergeSmallRuns(runs: TermRuns, kind: RunKind, gone: () => ReadonlySet<number>): void {
	for (;;) {
		const bySize = Map.groupBy(ofKind(runs, kind), ({ pages }) =>
			Math.floor(Math.log2(pages) / Math.log2(RUNS_TO_MERGE)),
		);
		const crowded = [...bySize.values()].find(isCrowded);
		if (crowded === undefined) {
			return;
		}
		for (const _ of mergeRuns(runs, crowded, gone())) {
			// Without a break: what was written must be complete when the transaction ends.
		}
	}
}

function isCrowded(similar: readonly Run[]): boolean {
	const isLarge = similar.every(({ pages }) => pages >= LARGE_RUN);
	return similar.length >= (isLarge ? LARGE_RUNS_TO_MERGE : RUNS_TO_MERGE);
}

/**
 * Merges all runs of a kind into one, without deleted papers. The caller puts transactions around the steps; between
 * two of them, others may write. It may stop after any step, and then nothing visible has changed. Returns whether no
 * papers of `gone` are left.
 */
export function* mergeAllRuns(runs: TermRuns, kind: RunKind, gone: ReadonlySet<number>): Generator<void, boolean> {
	const all = ofKind(runs, kind);
	return all.length > 1 || (all.length > 0 && gone.size > 0) ? yield* mergeRuns(runs, all, gone) : true;
}

function ofKind(runs: TermRuns, kind: RunKind): Run[] {
	return runs.list().filter((run) => run.kind === kind);
}

/** Returns whether the merge was completed. */
function* mergeRuns(runs: TermRuns, sources: readonly Run[], gone: ReadonlySet<number>): Generator<void, boolean> {
	const writer = runs.begin(sources[0]?.kind ?? RUNS.names);
	const merging = new Merging(runs, sources, gone);
	for (;;) {
		const enough = writer.directory.size + SLICE_PAGES;
		const isDone = merging.writeUntil(writer, () => writer.directory.size >= enough);
		writer.pause();
		if (isDone) {
			break;
		}
		yield;
		if (!runs.exists(writer.run) || !sources.every(({ id }) => runs.exists(id))) {
			// Another process has already done it.
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

class Merging {
	readonly #gone: ReadonlySet<number>;
	/**
	 * The readers, each at its next term, as a heap: the reader at `place` is not after those at `2 * place + 1` and
	 * the next place.
	 */
	readonly #readers: RunReader[] = [];
	readonly #rows = new CollectedRows();

	constructor(runs: TermRuns, sources: readonly Run[], gone: ReadonlySet<number>) {
		this.#gone = gone;
		for (const { id } of sources) {
			const reader = runs.reader(id);
			if (reader.next()) {
				this.#readers.push(reader);
			}
		}
		for (let place = this.#readers.length >> 1; place >= 0; place--) {
			this.#sink(place);
		}
	}

	/** Returns whether everything is written. */
	writeUntil(writer: RunWriter, isEnough: () => boolean): boolean {
		for (let page = this.#readers[0]?.page; page; page = this.#readers[0]?.page) {
			if (this.#gone.size === 0 && !page.isLong && !this.#isShared(page)) {
				writer.addPacked(page.span, { bytes: page.bytes, start: page.start, end: page.end });
				this.#goOn();
			} else {
				this.#writeTerm(writer, page);
			}
			if (isEnough()) {
				return false;
			}
		}
		return true;
	}

	/** Whether another run has the first term, too. */
	#isShared(first: PageReader): boolean {
		const one = this.#readers[1]?.page;
		const other = this.#readers[2]?.page;
		return hasTerm(one, first.span) || hasTerm(other, first.span);
	}

	/** Writes the rows of the first term from all runs. */
	#writeTerm(writer: RunWriter, first: PageReader): void {
		const term = wholeTerm(first.term());
		const rows = this.#rows;
		rows.clear();
		for (let page: PageReader | undefined = first; hasTerm(page, term); page = this.#readers[0]?.page) {
			rows.add(page, this.#gone);
			this.#goOn();
		}
		rows.sort();
		if (rows.count > 0) {
			writer.add(term, rows.rows, rows.count);
		}
	}

	/** Moves the first reader to its next term. */
	#goOn(): void {
		const readers = this.#readers;
		if (!readers[0]?.next()) {
			const last = readers.pop();
			if (last && readers.length > 0) {
				readers[0] = last;
			}
		}
		this.#sink(0);
	}

	/** Moves a reader down to its place in the heap. */
	#sink(from: number): void {
		const readers = this.#readers;
		const sunk = readers[from];
		let place = from;
		for (let next = this.#lesserBelow(place); sunk && isBefore(readers[next], sunk); next = this.#lesserBelow(place)) {
			readers[place] = readers[next] ?? sunk;
			place = next;
		}
		if (sunk) {
			readers[place] = sunk;
		}
	}

	/** The place of the smaller of a reader's two children. */
	#lesserBelow(place: number): number {
		const [left, right] = [2 * place + 1, 2 * place + 2];
		return isBefore(this.#readers[right], this.#readers[left]) ? right : left;
	}
}

function isBefore(one: RunReader | undefined, other: RunReader | undefined): boolean {
	return one?.page !== undefined && other?.page !== undefined && compareTerms(one.page.span, other.page.span) < 0;
}

function hasTerm(page: PageReader | undefined, term: TermSpan): page is PageReader {
	return page !== undefined && compareTerms(page.span, term) === 0;
}
