/** Changes of files as data: planned by a feature, made all together or not at all. */

import { type LineStarts, lineStartsOf, offsetAt, rangeOf } from '../util/lines.ts';
import type { Range, Span } from '../util/span.ts';

export interface PlannedEdit {
	readonly uri: string;
	readonly range: Range;
	/** What stands there, as the plan has seen it. */
	readonly expected: string;
	readonly newText: string;
	/** What the change is for, where an editor shows changes before they are made: a few words. */
	readonly annotation?: string;
}

export interface EditPlan {
	/** What is done, as the editor's undo and the light bulb call it. */
	readonly label: string;
	/** Those of one file do not overlap. */
	readonly edits: readonly PlannedEdit[];
}

export interface Refusal {
	/** Why nothing is changed, and what to do; a sentence for people. */
	readonly refusal: string;
}

/** Edits of `text`, the file `uri`, by offset, as they stand in a plan. */
export function plannedEdits(
	{ uri, text }: { readonly uri: string; readonly text: string },
	edits: readonly { readonly span: Span; readonly newText: string }[],
	annotation?: string,
): PlannedEdit[] {
	const starts = lineStartsOf(text);
	return edits.map(({ span, newText }) => ({
		uri,
		range: rangeOf(starts, span),
		expected: text.slice(span.start, span.end),
		newText,
		...(annotation === undefined ? {} : { annotation }),
	}));
}

/** The first edit at whose place something else stands by now; `textOf` gives the text that counts. */
export function outdatedEdit(
	{ edits }: EditPlan,
	textOf: (uri: string) => string | undefined,
): PlannedEdit | undefined {
	const starts = new Map<string, LineStarts>();
	return edits.find(({ uri, range, expected }) => {
		const text = textOf(uri);
		if (text === undefined) {
			return true;
		}
		const lines = starts.get(uri) ?? lineStartsOf(text);
		starts.set(uri, lines);
		return (
			range.end.line >= lines.length ||
			text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end)) !== expected
		);
	});
}
