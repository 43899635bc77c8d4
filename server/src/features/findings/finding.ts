/** A problem in a note together with its fixes, so that the list of problems and the light bulb always agree. */

import type { Problem } from '../../util/problem.ts';
import type { Span } from '../../util/span.ts';
import type { Fact } from '../../workspace/decisions.ts';

export interface Finding {
	readonly problem: Problem;
	/** A further place, besides the problem's own, where the light bulb offers the fixes. */
	readonly reach?: Span;
	/** Best first. Computed only when the light bulb asks, because searching for what was meant takes time. */
	readonly fixes: () => readonly Fix[];
}

/** One entry of the light bulb. */
export interface Fix {
	readonly title: string;
	/** They do not overlap. All count offsets in the note as it is before any of them. */
	readonly edits: readonly Edit[];
	/** Whether this is the best of several fixes. */
	readonly preferred: boolean;
	/** Runs after the edits, in our own extension. Other editors are not offered a fix with a command. */
	readonly command?: FixCommand;
	/** Changes of other files as well, which are planned only if someone chooses the fix. */
	readonly later?: LaterChange;
}

export type LaterChange =
	/** Every note that cites the paper by its old key `from` gets the new one, and the rename is written down. */
	| { readonly kind: 'updateNotes'; readonly from: string }
	/** Writes down what a person says. */
	| { readonly kind: 'decide'; readonly facts: readonly Fact[] }
	/** A record for `reference` in a corpus file. */
	| { readonly kind: 'addRecord'; readonly reference: string; readonly file: string };

export interface Edit {
	readonly span: Span;
	readonly newText: string;
}

export interface FixCommand {
	/** `paperNotes.searchInstead`. */
	readonly name: string;
	/** The place that the command gets as its only argument. */
	readonly at?: Span;
	/** Other fixes, of which the command carries out one: its only argument instead. */
	readonly choices?: readonly Fix[];
}

/** A fix that consists of one edit. */
export function fixBy(title: string, edit: Edit, { preferred = true } = {}): Fix {
	return { title, edits: [edit], preferred };
}
