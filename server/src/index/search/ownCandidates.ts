/**
 * Candidates from the note's own library, whose rows are `own`. A question takes only the most recent of its answers. If
 * there are more, it is asked once more about these rows alone, so that a small library is not lost in a large corpus.
 */

import type { Candidate, Candidates } from './candidates.ts';
import type { RowRange } from './paperRow.ts';
import { hasRow } from './postings/ascendingRows.ts';
import { allOf, oneOfRows, type Question } from './postings/question.ts';

interface AskedRows {
	readonly question: Question;
	readonly range: RowRange;
	/** Rows to take. */
	readonly limit: number;
}

/** How many of `rows` are the library's; infinite if it has no rows, since no more can be found. */
export function ownCount(own: Int32Array, rows: Iterable<number>): number {
	return own.length === 0 ? Number.POSITIVE_INFINITY : [...rows].filter((row) => hasRow(own, row)).length;
}

/** The library's papers that answer by their names; without a question, its most recent ones. */
export function ownByNames(
	candidates: Candidates,
	own: Int32Array,
	{ question, range, limit }: Omit<AskedRows, 'question'> & { readonly question: Question | undefined },
): readonly Candidate[] {
	return question ? candidates.byNames(allOf([question, oneOfRows(own)]), range, limit) : candidates.ofRows(own, limit);
}

/** The papers that answer by names and abstracts together. If there are more than are taken, the library's come first. */
export function ownFirstByText(
	candidates: Candidates,
	own: Int32Array,
	{ question, range, limit }: AskedRows,
): readonly Candidate[] {
	const found = candidates.byText(question, range, limit);
	return found.length < limit || own.length === 0
		? found
		: [...candidates.byText(allOf([question, oneOfRows(own)]), range, limit), ...found];
}
