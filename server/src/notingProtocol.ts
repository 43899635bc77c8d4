/** More of our own requests: notes about one paper. */

import type { PaperParams, Place } from './protocol.ts';

/**
 * `paperNotes/literatureNote`: the note about a paper, by its key or where it is cited; `null` where no single paper is meant.
 * Creates nothing.
 */
export const literatureNoteRequest = 'paperNotes/literatureNote';

export type LiteratureNoteParams = Partial<PaperParams>;

export type LiteratureNoteResponse =
	/** The uri of the note that there is. */
	| { readonly note: string }
	/** There is none. This file, which does not exist yet, would be one with this text. */
	| { readonly created: string; readonly text: string }
	/** Why none can be made. `at`: the mistake in the template. */
	| { readonly refusal: string; readonly at?: Place };
