/** Edits of a text, as editors send them. */

import type { Tree } from '@lezer/common';
import { TreeFragment } from '@lezer/common';
import type { Span } from '../util/span.ts';
import type { Source } from './source.ts';

/** Replaces the text between `from` and `to` with `insert`. */
export interface Change {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** Several changes as one: the text between `start` and `oldEnd` has become the text between `start` and `newEnd`. */
export interface ChangedRange {
	readonly start: number;
	readonly oldEnd: number;
	readonly newEnd: number;
}

/** The text after `changes`. Each change counts offsets in the text that the previous changes left. */
export function edited(text: string, changes: readonly Change[]): string {
	return changes.reduce((before, { from, to, insert }) => before.slice(0, from) + insert + before.slice(to), text);
}

export function changedRange(changes: readonly Change[]): ChangedRange | undefined {
	let range: ChangedRange | undefined;
	for (const { from, to, insert } of changes) {
		const { start, oldEnd, newEnd } = range ?? { start: from, oldEnd: to, newEnd: to };
		const end = Math.max(newEnd, to);
		range = {
			start: Math.min(start, from),
			oldEnd: oldEnd + end - newEnd,
			newEnd: end + insert.length - (to - from),
		};
	}
	return range;
}

/** The spans that the changes inserted, at their places after all changes. A deletion gives an empty span. */
export function changedSpans(changes: readonly Change[]): Span[] {
	return changes.map(({ from, insert }, index) =>
		changes.slice(index + 1).reduce(movedBy, { start: from, end: from + insert.length }),
	);
}

/** Where `span` is after a change. Whatever the change replaces is cut from the span. */
function movedBy({ start, end }: Span, { from, to, insert }: Change): Span {
	const moved = (offset: number, inside: number): number =>
		offset <= from ? offset : offset < to ? inside : offset + insert.length - (to - from);
	return { start: moved(start, from + insert.length), end: moved(end, from) };
}

/** The smallest change that turns `before` into `after`. */
export function difference(before: string, after: string): Change {
	const shorter = Math.min(before.length, after.length);
	const same = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
	const sameEnd = longest(
		shorter - same,
		(from, to) =>
			before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
	);
	return { from: same, to: before.length - sameEnd, insert: after.slice(same, after.length - sameEnd) };
}

/** The greatest length up to `most` for which the parts from 0 are the same, found by halving: strings compare fast. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
	let low = 0;
	let high = most;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (isSame(low, middle)) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

/** The parts of `tree` that the parser may reuse after an edit of this range. */
export function fragmentsAfter(tree: Tree, { start, oldEnd, newEnd }: ChangedRange): readonly TreeFragment[] {
	const change = { fromA: start, toA: oldEnd, fromB: start, toB: newEnd };
	return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}

/**
 * The range, extended to everything outside its block whose meaning the edit can change: front matter that appears or
 * disappears; a `\r` that was or becomes half of a line end; the footnote or list before it, which an indented line
 * continues even across blank lines; and the first line, which Lezer would wrongly reuse where the text before it was
 * deleted. In a note with conflicts, a mark decides about lines far from it, so everything is read again, as after an edit of
 * metadata in the middle of a note.
 */
export function widened(before: Source, after: Source, { start, oldEnd, newEnd }: ChangedRange): ChangedRange {
	if (
		before.conflicts.length + after.conflicts.length > 0 ||
		!keepsMetadata(before, after, { start, oldEnd, newEnd })
	) {
		return { start: 0, oldEnd: before.text.length, newEnd: after.text.length };
	}
	const frontMatter = before.frontMatterEnd !== after.frontMatterEnd || start <= after.frontMatterEnd;
	const from = frontMatter ? 0 : previousLineStart(after.text, start - 1);
	const reach = frontMatter ? Math.max(before.frontMatterEnd - oldEnd, after.frontMatterEnd - newEnd, 0) : 0;
	const more = Math.min(reach + 1, before.text.length - oldEnd, after.text.length - newEnd);
	return { start: from, oldEnd: oldEnd + more, newEnd: newEnd + more };
}

/** Whether both states have the same metadata below the front matter, outside the range. */
function keepsMetadata(before: Source, after: Source, { start, oldEnd, newEnd }: ChangedRange): boolean {
	return (
		before.metadata.length === after.metadata.length &&
		before.metadata.every((block, index) => {
			const moved = block.start > oldEnd ? newEnd - oldEnd : block.end < start ? 0 : Number.NaN;
			const now = after.metadata[index];
			return now?.start === block.start + moved && now.end === block.end + moved;
		})
	);
}

/** Start of the last non-blank line before the line of `offset`. */
function previousLineStart(text: string, offset: number): number {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	let end = lineStart;
	while (end > 0 && /\s/.test(text[end - 1] ?? '')) {
		end--;
	}
	return end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
}
