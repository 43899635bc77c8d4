/** A corpus file as the index has it. */

/** What tells whether a file must be read again. */
export interface FileState {
	/** In bytes. */
	readonly size: number;
	/** In milliseconds since 1970. */
	readonly mtime: number;
	readonly hash: string;
}

export interface CorpusFile extends FileState {
	readonly uri: string;
	/** Undefined when it could not be read. */
	readonly format: string | undefined;
	/** Why it was not read, or was read with doubt. */
	readonly note?: string | undefined;
}

/**
 * The version of the reader of a format today; undefined stands for files that no reader took. A file that another version
 * has read is read again.
 */
export type ReaderVersion = (format: string | undefined) => number;

/** For an index whose readers stay the same as long as it lasts. */
export const SAME_READERS: ReaderVersion = () => 0;
