/** A corpus file as it is in the index. */

/** Tells whether a file must be read again. */
export interface FileState {
	/** In bytes. */
	readonly size: number;
	/** In milliseconds since 1970. */
	readonly mtime: number;
	readonly hash: string;
}

export interface CorpusFile extends FileState {
	readonly uri: string;
	/** Undefined if the file could not be read. */
	readonly format: string | undefined;
	/** Why the file was not read, or was read with a doubt. */
	readonly note?: string | undefined;
}

/**
 * The current version of the reader of a format. Undefined stands for files that no reader took. A file that was read
 * by another version is read again.
 */
export type ReaderVersion = (format: string | undefined) => number;

/** For an index whose readers never change. */
export const SAME_READERS: ReaderVersion = () => 0;
