/** Files on this machine. */

import {
	closeSync,
	constants,
	type Dirent,
	fstatSync,
	openSync,
	readSync,
	realpathSync,
	type Stats,
	statSync,
} from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isBibliography } from '../corpus/reading/corpusText.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { nameOnDisk, thisDisk } from './diskNames.node.ts';
import { type FileStat, type Files, NotAFile } from './files.ts';

/**
 * A place that has the name of a file but is not one (a pipe, a socket, a dead link, a folder called `library.bib`)
 * is listed as an empty file, and `read` reports what it is.
 */
export const nodeFiles: Files = {
	ignoresCase: thisDisk.ignoresCase,
	ownUri: (uri) => (uri.startsWith('file:') ? uriOf(pathOf(uri)) : uri),
	async *walk(folder, skip, onUnlisted = () => {}) {
		const path = pathOf(folder);
		const found = await statOrNothing(path);
		if (found?.isDirectory()) {
			yield* filesBelow(path, { skip, onUnlisted });
		} else if (found) {
			yield toFileStat(path, found);
		} else if (!(await isAbsent(path))) {
			onUnlisted(uriOf(path));
		}
	},
	async stat(uri) {
		const path = pathOf(uri);
		const found = await statOrNothing(path);
		if (found) {
			return !found.isDirectory() || isBibliography(path) ? toFileStat(path, found) : undefined;
		}
		return (await isAbsent(path)) ? undefined : { uri: uriOf(path), size: 0, mtime: Number.NaN };
	},
	async read(uri) {
		const path = pathOf(uri);
		const found = await statOrNothing(path);
		mustBeFile(found);
		mustBeOnDisk(await realpath(path));
		return found?.size === 0 ? new Uint8Array() : bytesOf(path);
	},
	async isWritable(uri) {
		const path = pathOf(uri);
		// An administrator can write to files that are marked as read-only. We respect the mark all the same.
		const isMarked = ((await statOrNothing(path))?.mode ?? 0) & WRITE_BITS;
		return (
			isMarked !== 0 &&
			access(path, constants.W_OK).then(
				() => true,
				() => false,
			)
		);
	},
	*chunks(uri) {
		const path = pathOf(uri);
		const { size } = mustBeFile(statSync(path));
		mustBeOnDisk(realpathSync.native(path));
		if (size === 0) {
			return;
		}
		const file = openSync(path, READ_AT_ONCE);
		try {
			let left = mustBeFile(fstatSync(file)).size;
			const buffer = new Uint8Array(CHUNK_BYTES);
			for (let length = -1; left > 0 && length !== 0; left -= length) {
				length = readSync(file, buffer, 0, Math.min(left, CHUNK_BYTES), null);
				yield buffer.subarray(0, length);
			}
		} finally {
			closeSync(file);
		}
	},
};

/** The bits of a file's mode that let its owner, its group or others write. */
const WRITE_BITS = 0o222;

/** Throws for anything that is not a file. Opening a pipe would wait for somebody to write to it. */
function mustBeFile<Found extends Stats | undefined>(found: Found): Found {
	if (found && !found.isFile()) {
		throw new NotAFile(corpusFileMessages.notAFile(kindOf(found)));
	}
	return found;
}

/** What Linux shows as files in these folders is made when it is read: it may have no end, or wait for an event. */
const NOT_ON_DISK = /^\/(?:proc|sys)\//;

function mustBeOnDisk(path: string): void {
	if (process.platform === 'linux' && NOT_ON_DISK.test(path)) {
		throw new NotAFile(corpusFileMessages.notAFile(corpusFileMessages.system));
	}
}

/** Opening a pipe that has taken the place of the file does not wait. Windows has no such flag. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** As many bytes as the file has when it is opened: a file that never ends has none. */
async function bytesOf(path: string): Promise<Uint8Array> {
	const file = await open(path, READ_AT_ONCE);
	try {
		const bytes = new Uint8Array(mustBeFile(await file.stat()).size);
		let length = 0;
		for (let read = -1; read !== 0 && length < bytes.length; length += read) {
			read = (await file.read(bytes, length, bytes.length - length)).bytesRead;
		}
		return bytes.subarray(0, length);
	} finally {
		await file.close();
	}
}

/** Bytes read at once when a file is read in chunks. The engine stores larger texts separately and keeps them longer. */
const CHUNK_BYTES = 2 ** 16;

/**
 * Walks folders first and links last, and each folder once. So a folder that can be reached in several ways is listed
 * under its own name, and circles of links end. A link to a folder that contains `top` is such a circle.
 */
async function* filesBelow(top: string, walk: Walk): AsyncGenerator<FileStat> {
	const folders = [top];
	const links: string[] = [];
	const isNew = await newFolders(top);
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop() ?? links.shift()) {
		if (await isNew(folder)) {
			const within = await contentOf(folder, walk);
			folders.push(...within.folders);
			links.push(...within.links);
			yield* within.files;
		}
	}
}

/** A function that says of each folder below `top` whether this is the first time it is found, under any name. */
async function newFolders(top: string): Promise<(folder: string) => Promise<boolean>> {
	const realPath = (path: string): Promise<string> => realpath(path).catch(() => path);
	const topReal = await realPath(top);
	const entered = new Set<string>();
	return async (folder) => {
		const real = await realPath(folder);
		return !isAbove(real, topReal) && !entered.has(real) && entered.add(real).has(real);
	};
}

/** As in `Files.walk`. */
interface Walk {
	readonly skip: (uri: string) => boolean;
	readonly onUnlisted: (folder: string) => void;
}

interface FolderContent {
	readonly files: readonly FileStat[];
	readonly folders: readonly string[];
	/** Links to folders. */
	readonly links: readonly string[];
}

async function contentOf(folder: string, { skip, onUnlisted }: Walk): Promise<FolderContent> {
	const files: FileStat[] = [];
	const folders: string[] = [];
	const links: string[] = [];
	const entries = await readdir(folder, { withFileTypes: true }).catch((error): readonly Dirent[] => {
		void (saysAbsent(error) || onUnlisted(uriOf(folder)));
		return [];
	});
	for (const entry of entries.filter(({ name }) => !skip(uriOf(join(folder, name))))) {
		const path = join(folder, entry.name);
		const found = await statOrNothing(path);
		if (found?.isDirectory()) {
			(entry.isSymbolicLink() ? links : folders).push(path);
		}
		if (found && (!found.isDirectory() || isBibliography(path))) {
			files.push(toFileStat(path, found));
		}
		if (!found && !(await isAbsent(path))) {
			onUnlisted(uriOf(path));
		}
	}
	return { files, folders, links };
}

function isAbove(folder: string, path: string): boolean {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) && path !== folder;
}

/**
 * The file or folder that the path leads to, or the link itself if it is dead. Also undefined if the disk gives no
 * answer.
 */
async function statOrNothing(path: string): Promise<Stats | undefined> {
	return stat(path).catch((error) => (saysAbsent(error) ? lstat(path).catch(() => undefined) : undefined));
}

/** Whether the disk says that nothing is there, as opposed to access being denied or failing. */
function isAbsent(path: string): Promise<boolean> {
	return lstat(path).then(() => false, saysAbsent);
}

/** Error codes that say that there is no such file, or that the name is not possible. */
const ABSENT_CODES: ReadonlySet<unknown> = new Set([
	...['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'],
	'ERR_INVALID_ARG_VALUE',
]);

function saysAbsent(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ABSENT_CODES.has(error.code);
}

/** Whether a file that could not be read can be read now or no longer exists. Reads its first byte. */
export async function isReadable(uri: string): Promise<boolean> {
	const path = pathOf(uri);
	try {
		if (mustBeFile(await stat(path)).size === 0) {
			return true;
		}
		const file = await open(path, READ_AT_ONCE);
		await file.read(new Uint8Array(1)).finally(() => file.close());
		return true;
	} catch (error) {
		return error instanceof NotAFile || saysAbsent(error);
	}
}

function toFileStat(path: string, found: Stats): FileStat {
	return { uri: uriOf(path), size: found.isFile() ? found.size : 0, mtime: found.mtimeMs };
}

function kindOf(found: Stats): string {
	if (found.isDirectory()) {
		return corpusFileMessages.folder;
	}
	if (found.isSymbolicLink()) {
		return corpusFileMessages.deadLink;
	}
	return found.isFIFO()
		? corpusFileMessages.pipe
		: found.isSocket()
			? corpusFileMessages.socket
			: corpusFileMessages.device;
}

function pathOf(uri: string): string {
	return nameOnDisk(URI.parse(uri).fsPath);
}

/** On macOS the URI has letters composed (NFC), as in editors; its disks find a file by either form. */
function uriOf(path: string): string {
	return URI.file(process.platform === 'darwin' ? path.normalize() : path).toString();
}
