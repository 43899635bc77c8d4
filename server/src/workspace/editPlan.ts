/** Edits of files as data. A feature plans them, and they are applied all together or not at all. */

import { type LineStarts, rangeOf } from '../util/lines.ts';
import type { Range, Span } from '../util/span.ts';

export interface PlannedEdit {
	readonly uri: string;
	readonly range: Range;
	/** The text at this place when the plan was made. */
	readonly expected: string;
	readonly newText: string;
	/** A few words on the purpose of the edit, for editors that show edits before applying them. */
	readonly annotation?: string;
}

export interface EditPlan {
	/** What the edits do, as shown by the editor's undo and the light bulb. */
	readonly label: string;
	/** Edits of one file do not overlap. */
	readonly edits: readonly PlannedEdit[];
	/** A file that does not exist yet. Its edits are those of an empty text. */
	readonly created?: string;
}

export interface Refusal {
	/** A sentence for the user: why nothing is changed, and what to do about it. */
	readonly refusal: string;
}

/** Edits of `text`, the content of the file `uri`, from offsets to ranges. `lines` are the line starts of `text`. */
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

/**
 * The first edit whose expected text is no longer there. `textAt` returns the current text, or undefined if the place no
 * longer exists.
 */
export function outdatedEdit(
	{ edits }: EditPlan,
	textAt: (uri: string, range: Range) => string | undefined,
): PlannedEdit | undefined {
	return edits.find(({ uri, range, expected }) => textAt(uri, range) !== expected);
}
