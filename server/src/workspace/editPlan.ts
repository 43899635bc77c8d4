/** Changes of files as data: planned by a feature, made all together or not at all. */

import { type LineStarts, rangeOf } from '../util/lines.ts';
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

/** Edits of `text`, the file `uri`, by offset, as they stand in a plan. `lines` are those of the text. */
export function plannedEdits(
	{ uri, text, lines }: { readonly uri: string; readonly text: string; readonly lines: LineStarts },
	edits: readonly { readonly span: Span; readonly newText: string }[],
	annotation?: string,
): PlannedEdit[] {
	return edits.map(({ span, newText }) => ({
		uri,
		range: rangeOf(lines, span),
		expected: text.slice(span.start, span.end),
		newText,
		...(annotation === undefined ? {} : { annotation }),
	}));
}

/** The first edit at whose place something else stands by now; `textAt` gives what counts, undefined for a place that is gone. */
export function outdatedEdit(
	{ edits }: EditPlan,
	textAt: (uri: string, range: Range) => string | undefined,
): PlannedEdit | undefined {
	return edits.find(({ uri, range, expected }) => textAt(uri, range) !== expected);
}
