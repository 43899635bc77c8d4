/** The files on this machine that may be someone's library: found by name and place, quickly, never by reading them all. */

import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';

export interface FoundFile {
	readonly path: string;
	/** In bytes. */
	readonly size: number;
	/** Milliseconds since 1970. */
	readonly modified: number;
}

export interface FoundLibraries {
	/** The newest first. */
	readonly files: readonly FoundFile[];
	/** Zotero keeps its database in the home folder. */
	readonly hasZotero: boolean;
}

/** More rows than this nobody reads through. */
const MAX_FILES = 30;

/** Files looked at more closely; `.bib` and `.ris` come before `.json`, most of which are no libraries. */
const MAX_CANDIDATES = 400;

/** Names taken of one folder; one with more is no place where an export is kept. */
const MAX_NAMES = 2000;

/** Folders entered in all: a Documents folder may hold a lifetime. */
const MAX_FOLDERS = 300;

/** Bytes of a JSON file in which it shows whether it lists papers. */
const JSON_HEAD_BYTES = 4096;

/** Zotero's attachments, and what programs install: thousands of folders in which no export is. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['storage', 'node_modules']);

/** Where `~` leads on the machine that the extension runs on. */
export function homeFolder(): string {
	return homedir();
}

/** The `.bib`, `.ris` and `.json` files of papers in `home`, in Documents and in Zotero's folder, without the `known`. */
export async function findLibraries(home: string, known: ReadonlySet<string>): Promise<FoundLibraries> {
	const zotero = join(home, 'Zotero');
	const below = [zotero, ...(await documentsFolders(home))];
	const found = [await candidatesIn(home, []), ...(await Promise.all(below.map(candidatesBelow)))].flat();
	const candidates = [...new Set(found)]
		.filter((path) => !known.has(path))
		.toSorted((a, b) => Number(isJson(a)) - Number(isJson(b)))
		.slice(0, MAX_CANDIDATES);
	const files = (await Promise.all(candidates.map(foundFile))).filter((file) => file !== undefined);
	return {
		files: files.toSorted((a, b) => b.modified - a.modified).slice(0, MAX_FILES),
		hasZotero: await isFile(join(zotero, 'zotero.sqlite')),
	};
}

/** On Linux the folder is named in the user's language: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`. */
async function documentsFolders(home: string): Promise<string[]> {
	const named = await readFile(join(home, '.config/user-dirs.dirs'), 'utf8').catch(() => '');
	const ours = /^XDG_DOCUMENTS_DIR="\$HOME\/(.+)"/m.exec(named)?.[1];
	return [...new Set(['Documents', 'OneDrive/Documents', ...(ours === undefined ? [] : [ours])])].map((name) =>
		join(home, name),
	);
}

/** In the folder, in its folders and in theirs. */
async function candidatesBelow(folder: string): Promise<string[]> {
	const found: string[] = [];
	let level = [folder];
	let entered = 0;
	for (let depth = 0; depth <= 2; depth++) {
		const next: string[] = [];
		for (const one of level.slice(0, MAX_FOLDERS - entered)) {
			found.push(...(await candidatesIn(one, next)));
		}
		entered += level.length;
		level = next;
	}
	return found;
}

/** Files in the folder that may be libraries, by their names; the folders in it are put into `folders`. */
async function candidatesIn(folder: string, folders: string[]): Promise<string[]> {
	const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
	const visible = entries.slice(0, MAX_NAMES).filter(({ name }) => !name.startsWith('.'));
	const inner = visible.filter((entry) => entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name));
	folders.push(...inner.map(({ name }) => join(folder, name)));
	return visible
		.filter((entry) => !entry.isDirectory() && /\.(bib|ris|json)$/i.test(entry.name))
		.map(({ name }) => join(folder, name));
}

function isJson(path: string): boolean {
	return extname(path).toLowerCase() === '.json';
}

async function isFile(path: string): Promise<boolean> {
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() === true;
}

/** Undefined for what is no file, cannot be read, or is JSON of another kind. */
async function foundFile(path: string): Promise<FoundFile | undefined> {
	const found = await stat(path).catch(() => undefined);
	if (!found?.isFile() || found.size === 0 || (isJson(path) && !(await listsPapers(path)))) {
		return undefined;
	}
	return { path, size: found.size, modified: found.mtimeMs };
}

/** CSL-JSON is a list of items with `type` and `id`; Better BibTeX's own export has `items` with a `citationKey`. */
async function listsPapers(path: string): Promise<boolean> {
	const head = await headOf(path).catch(() => '');
	return /^\s*[[{]/.test(head) && /"(id|citationKey|citation-key)"/.test(head) && /"(type|itemType)"/.test(head);
}

async function headOf(path: string): Promise<string> {
	const file = await open(path);
	try {
		const { bytesRead, buffer } = await file.read(Buffer.alloc(JSON_HEAD_BYTES), 0, JSON_HEAD_BYTES, 0);
		return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
	} finally {
		await file.close();
	}
}
