/** The result of reading a corpus file as a whole, and the resulting change in the index. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { FileMacros } from '../../corpus/sharedMacros.ts';

/** What a reading changed, in records. */
export interface FileChange {
	/** How many records the file has now. */
	readonly records: number;
	readonly added: number;
	readonly removed: number;
	/** URIs of files that use a macro which has changed. They are no longer finished. */
	readonly stale: readonly string[];
}

/** What a reading of a file found besides records. */
export interface FileReading {
	readonly problems: readonly FileProblem[];
	readonly macros?: FileMacros;
}
