/** The one way to files: `node:fs` on the desktop and on the command line, the client's files in the browser. */

export interface FileStat {
	readonly uri: string;
	/** In bytes. */
	readonly size: number;
	/** Milliseconds since 1970; NaN for a file that is there, but of which the disk says nothing now. */
	readonly mtime: number;
}

/** What stands in a file's place is none, and will be none: a pipe, a folder. The message says what it is. */
export class NotAFile extends Error {
	override readonly name = 'NotAFile';
}

/** A file could not be read to its end, for now; in the platform's words. */
export class ReadFailure extends Error {
	override readonly name = 'ReadFailure';
}

/** Each file has one uri here: with the names that the disk has. Asked for, it may be by any spelling of them. */
export interface Files {
	/** Whether names that differ only in case are one file. */
	readonly ignoresCase?: boolean;
	/** The one uri of a file, whatever spelling of it `uri` is; that of what is not there may change when it comes. */
	ownUri?(uri: string): string;
	/**
	 * Every file below `folder`, in no promised order; nothing where there is no such folder. If `folder` is itself a
	 * file, that file. Folders for which `skip` is true are not entered; links that lead in a circle are followed once.
	 * `onUnlisted` is told of those that may hold files and cannot be listed now, `folder` among them.
	 */
	walk(folder: string, skip: (uri: string) => boolean, onUnlisted?: (folder: string) => void): AsyncIterable<FileStat>;
	/** Undefined when there is no such file, or it is no file. */
	stat(uri: string): Promise<FileStat | undefined>;
	/** The whole file. Rejects with the platform's words when it cannot be read now, and with `NotAFile`. */
	read(uri: string): Promise<Uint8Array>;
	/** Whether the file is there and may be changed. */
	isWritable(uri: string): Promise<boolean>;
	/**
	 * The file's bytes in chunks, for files larger than memory: each counts until the next is asked for. Only where a
	 * thread may wait for a disk. Throws as `read` rejects.
	 */
	chunks?(uri: string): Iterable<Uint8Array>;
}
