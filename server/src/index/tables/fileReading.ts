/** What a reading of a corpus file says of it as a whole, and what the index has made of it. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { FileMacros } from '../../corpus/sharedMacros.ts';

/** What a reading changed, in records. */
export interface FileChange {
	/** How many the file has now. */
	readonly records: number;
	readonly added: number;
	readonly removed: number;
	/** URIs of files that use a macro which has changed: they are no longer finished. */
	readonly stale: readonly string[];
}

/** What a reading of a file has brought to light beside its records. */
export interface FileReading {
	readonly problems: readonly FileProblem[];
	readonly macros?: FileMacros;
}
