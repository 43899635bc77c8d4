/** A problem in a note together with its fixes, so that the list of problems and the light bulb always agree. */

import type { Problem } from '../../util/problem.ts';
import type { Position, Span } from '../../util/span.ts';
import type { Fact } from '../../workspace/decisions.ts';
import type { RecordsMerged } from '../merging/merging.ts';

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

/** The kind of the code action that gives a record a key, for editors that ask for it alone. */
export const KEY_KIND = 'refactor.rewrite.paperNotes.key';

export type LaterChange =
	/** Every note that cites the paper by its old key `from` gets the new one, and the rename is written down. */
	| { readonly kind: 'updateNotes'; readonly from: string }
	/** Two records become one, and what names the one that goes names the other. */
	| ({ readonly kind: 'mergeRecords' } & RecordsMerged)
	/** Writes down what a person says. */
	| { readonly kind: 'decide'; readonly facts: readonly Fact[] }
	/** The record with the key `from` gets the key `to`, everywhere. */
	| { readonly kind: 'renameKey'; readonly from: string; readonly to: string }
	/** A record in `file` without a citable key of its own gets one, and notes that cite the paper by `from` follow. */
	| GivenKey
	/** The note's bibliography, below the line at `offset`. */
	| { readonly kind: 'insertBibliography'; readonly offset: number }
	/** The change cannot be made. */
	| { readonly kind: 'refused'; readonly refusal: string }
	/** A record for `reference` in a corpus file. */
	| { readonly kind: 'addRecord'; readonly reference: string; readonly file: string };

export interface GivenKey {
	readonly kind: 'giveKey';
	readonly file: string;
	/** Where the record begins. */
	readonly at: Position;
	/** The key in the file, which no citation can hold; undefined if it has none. */
	readonly written: string | undefined;
	/** The key that is made from its author, year and title. */
	readonly from: string;
	readonly to: string;
}

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
