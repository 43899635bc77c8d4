/** A run put together in memory, perhaps in another thread, before its pages have numbers in the index. */

import { type ByteList, ByteListWriter, pieceAt } from '../../../util/byteLists.ts';
import { type TermSpan, wholeTerm } from './termBytes.ts';
import type { TermCollector } from './termCollector.ts';
import { PageWriter } from './termPages.ts';
import type { RunKind, TermRuns } from './termRuns.ts';

export interface PackedRun {
	readonly pages: ByteList;
	/** The first term of each page. */
	readonly terms: ByteList;
	/** For each page with one term its first row, else 0. */
	readonly rows: Int32Array<ArrayBuffer>;
	readonly widest: number;
	/** All words of the run, in the order in which they were first added. */
	readonly words: ByteList;
}

/** The papers collected in `terms` as a run. Undefined if there are none. Clears the collector. */
export function packedRun(terms: TermCollector): PackedRun | undefined {
	const [pages, firstTerms, words] = [new ByteListWriter(), new ByteListWriter(), new ByteListWriter()];
	const rows: number[] = [];
	const writer = new PageWriter((term, row, bytes) => {
		pages.add(bytes);
		firstTerms.add(term);
		rows.push(row);
	});
	for (const { bytes, start, end } of terms.words()) {
		words.add(bytes, start, end);
	}
	const widest = terms.writeTo(writer);
	writer.end();
	return pages.size === 0
		? undefined
		: { pages: pages.list(), terms: firstTerms.list(), rows: Int32Array.from(rows), widest, words: words.list() };
}

/** Writes a packed run into the index. */
export function writePackedRun(runs: TermRuns, kind: RunKind, { pages, terms, rows, widest }: PackedRun): void {
	const writer = runs.begin(kind);
	for (const [index, row] of rows.entries()) {
		writer.addPage(pieceAt(terms, index), row, pieceAt(pages, index));
	}
	writer.pause();
	runs.finish(writer, widest);
}

export function* wordsOf({ words }: PackedRun): Generator<TermSpan, void> {
	for (let index = 0; index < words.ends.length; index++) {
		yield wholeTerm(pieceAt(words, index));
	}
}
