/** Something wrong in a note together with what mends it, so that the list of problems and the light bulb never differ. */

import type { Problem } from '../../util/problem.ts';
import type { Span } from '../../util/span.ts';

export interface Finding {
	readonly problem: Problem;
	/** Where the light bulb offers the fixes too, besides the problem's own place. */
	readonly reach?: Span;
	/** Best first. Worked out when the light bulb asks: a search for what was meant takes time. */
	readonly fixes: () => readonly Fix[];
}

/** One entry of the light bulb. */
export interface Fix {
	readonly title: string;
	/** They do not overlap; each counts offsets in the note as it is. */
	readonly edits: readonly Edit[];
	/** The likeliest of several. */
	readonly preferred: boolean;
	/** Runs after the edits, in our own extension; other editors are not offered the fix. */
	readonly command?: FixCommand;
}

export interface Edit {
	readonly span: Span;
	readonly newText: string;
}

export interface FixCommand {
	/** `paperNotes.searchInstead`. */
	readonly name: string;
	/** What it is about: its one argument is this place. */
	readonly at?: Span;
}

/** The fix that is one edit. */
export function fixBy(title: string, edit: Edit, { preferred = true } = {}): Fix {
	return { title, edits: [edit], preferred };
}
