/** How a note is read. */

import type { CitationSyntax } from './citation.ts';

export interface NoteOptions {
	/** The syntaxes that count as citations. */
	readonly syntaxes: readonly CitationSyntax[];
	/** Whether the note is MDX, in which braces hold code. */
	readonly isMdx?: boolean;
}
