/** A request of `protocol.ts` in a file of its own: papers as text of a bibliography. */

import type { PaperParams, PlacedMessage } from './protocol.ts';

/**
 * `paperNotes/export`: papers as text of a bibliography that reads back equal; `null` where no single paper is meant. With a
 * `key` or a `position`, the one paper as in `paperNotes/paper`; else all papers that the note `uri` cites.
 */
export const exportRequest = 'paperNotes/export';

export type ExportFormat = 'bibtex' | 'csl-json' | 'ris';

export type ExportParams = Partial<PaperParams> & { readonly format: ExportFormat };

export interface ExportResponse {
	readonly text: string;
	/** How many papers it holds. */
	readonly papers: number;
	/** Citations whose paper is missing, and why: unknown and ambiguous keys. */
	readonly leftOut: readonly PlacedMessage[];
}
