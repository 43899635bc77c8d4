/**
 * The only access to files: `node:fs` on the desktop and on the command line, the client's file requests in the
 * browser.
 */

export interface FileStat {
	readonly uri: string;
	/** In bytes. */
	readonly size: number;
	/** Milliseconds since 1970. NaN for a file that exists but whose details the disk does not give now. */
	readonly mtime: number;
	/** Set for a link that leads out of reach: where it leads, as the system writes paths. Such a file counts as empty. */
	readonly outside?: string;
	/** Set for a file in a linked folder: its URI without links. */
	readonly real?: string;
}

/** What is at this place is not a file and will not become one: a pipe, a folder. The message says what it is. */
export class NotAFile extends Error {
	override readonly name = 'NotAFile';
}

/** A link leads out of reach. */
export class LeadsOutside extends NotAFile {
	/** As the system writes paths. */
	readonly target: string;

	constructor(target: string) {
		super(target);
		this.target = target;
	}
}

/** A file could not be read to its end for now. The message is the platform's. */
export class ReadFailure extends Error {
	override readonly name = 'ReadFailure';
}

/** Whether a folder or a file is left out of a walk. `isFile` is set if it is certainly a file. */
export type Skip = (uri: string, isFile?: boolean) => boolean;

/**
 * Access to files. Each file has one URI here, with the names it has on disk. The methods accept any other spelling
 * of it.
 */
export interface Files {
	/** Whether names that differ only in case are one file. */
	readonly ignoresCase?: boolean;
	/**
	 * The one URI of a file, for any spelling of it. For a file that does not exist, the URI may change when it is
	 * created.
	 */
	ownUri?(uri: string): string;
	/**
	 * Lists every file below `folder`, in no particular order; nothing if there is no such folder. If `folder` is
	 * itself a file, lists that file. Folders for which `skip` returns true are not entered, and files are not looked at.
	 * Circles of links are followed once. `onUnlisted` is called with folders that may contain files but cannot be listed
	 * now, including `folder` itself.
	 */
	walk(folder: string, skip: Skip, onUnlisted?: (folder: string) => void): AsyncIterable<FileStat>;
	/**
	 * From now on, links below these files and folders may lead only into these. Other links are listed as empty files,
	 * and `read` rejects with `LeadsOutside`. Absent where no links are followed.
	 */
	limitLinks?(uris: readonly string[]): void;
	/** Where a link that leads out of reach leads, as the system writes paths; undefined for other files. */
	linkTarget?(uri: string): string | undefined;
	/** The files and folders into which the links found so far lead. */
	linkTargets?(): readonly string[];
	/** Other URIs of a file or folder, through the links found so far. */
	linksTo?(uri: string): readonly string[];
	/** Undefined if there is no such file, or it is not a file. */
	stat(uri: string): Promise<FileStat | undefined>;
	/** The whole file. Rejects with the platform's message if the file cannot be read now, and with `NotAFile`. */
	read(uri: string): Promise<Uint8Array>;
	/** Whether the file exists and can be written. */
	isWritable(uri: string): Promise<boolean>;
	/**
	 * The file's bytes in chunks, for files larger than memory. A chunk is valid until the next is asked for.
	 * Available only where a thread may block on a disk. Throws the errors with which `read` rejects.
	 */
	chunks?(uri: string): Iterable<Uint8Array>;
}
