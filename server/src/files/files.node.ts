/** Files of this machine. */

import { closeSync, constants, type Dirent, openSync, readSync, type Stats, statSync } from 'node:fs';
import { access, lstat, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { isBibliography } from '../corpus/reading/corpusText.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { nameOnDisk, thisDisk } from './diskNames.node.ts';
import { type FileStat, type Files, NotAFile } from './files.ts';

/**
 * What cannot be read as a file though it has a file's place (a pipe, a socket, a link to nothing, a folder called
 * `library.bib`) is given as an empty file, and `read` says what it is.
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
		mustBeFile(await statOrNothing(path));
		return readFile(path);
	},
	async isWritable(uri) {
		const path = pathOf(uri);
		// Whoever administers the machine may write what is marked as not to be written; the mark counts all the same.
		const isMarked = ((await statOrNothing(path))?.mode ?? 0) & ANY_WRITES;
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
		mustBeFile(statSync(path));
		const file = openSync(path, 'r');
		try {
			const buffer = new Uint8Array(CHUNK);
			for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
				yield buffer.subarray(0, length);
			}
		} finally {
			closeSync(file);
		}
	},
};

/** The bits of a file's mode that let its owner, its group or others write. */
const ANY_WRITES = 0o222;

/** To open a pipe is to wait for whoever writes into it. */
function mustBeFile(found: Stats | undefined): void {
	if (found && !found.isFile()) {
		throw new NotAFile(corpusFileMessages.notAFile(kindOf(found)));
	}
}

/** Bytes read at once of a file that is read in chunks: of larger ones the engine keeps the texts apart, and for longer. */
const CHUNK = 2 ** 16;

/**
 * Folders first and links after them, each folder once, so that what can be reached in many ways goes by its own name
 * and links that lead in circles end. A link to a folder that holds `top` is such a circle.
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

/** Tells of each folder below `top` whether it is met for the first time, under whatever name. */
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
	/** Links that lead to folders. */
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

/** What the path leads to; the link itself when it leads nowhere. Undefined as well where the disk does not say. */
async function statOrNothing(path: string): Promise<Stats | undefined> {
	return stat(path).catch((error) => (saysAbsent(error) ? lstat(path).catch(() => undefined) : undefined));
}

/** Whether the disk says that nothing is there, and not merely that it may not or cannot say. */
function isAbsent(path: string): Promise<boolean> {
	return lstat(path).then(() => false, saysAbsent);
}

/** There is no such name, or there can be none. */
const ABSENT: ReadonlySet<unknown> = new Set([
	...['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'],
	'ERR_INVALID_ARG_VALUE',
]);

function saysAbsent(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ABSENT.has(error.code);
}

/** Whether a file that could not be read now can be, or is no file any more: a look at its first byte. */
export async function isReadable(uri: string): Promise<boolean> {
	const path = pathOf(uri);
	try {
		mustBeFile(await stat(path));
		const file = await open(path);
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

/** On macOS with letters composed (NFC), as editors have them: its disks find a file by either. */
function uriOf(path: string): string {
	return URI.file(process.platform === 'darwin' ? path.normalize() : path).toString();
}
