/**
 * Files on this machine that may be someone's library. Found quickly by name and location, without reading whole files.
 */

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
	/** Newest first. */
	readonly files: readonly FoundFile[];
	/** Whether Zotero's database is in the home folder. */
	readonly hasZotero: boolean;
}

/** Nobody reads through more rows. */
const MAX_FILES = 30;

/** Most files that are examined. `.bib` and `.ris` come before `.json`, because most JSON files are not libraries. */
const MAX_CANDIDATES = 400;

/** Most names read per folder. A folder with more is not where people keep an export. */
const MAX_NAMES = 2000;

/** Most folders visited in total: a Documents folder may hold a lifetime's files. */
const MAX_FOLDERS = 300;

/** The first bytes of a JSON file are enough to see whether it lists papers. */
const JSON_HEAD_BYTES = 4096;

/** Zotero's attachments and installed packages: thousands of folders without any export. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['storage', 'node_modules']);

/** The folder that `~` means on the machine where the extension runs. */
export function homeFolder(): string {
	return homedir();
}

/**
 * The `.bib`, `.ris` and `.json` files with papers in `home`, in Documents and in Zotero's folder, except the `known`
 * ones.
 */
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

/** On Linux the Documents folder is named in the user's language: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`. */
async function documentsFolders(home: string): Promise<string[]> {
	const named = await readFile(join(home, '.config/user-dirs.dirs'), 'utf8').catch(() => '');
	const ours = /^XDG_DOCUMENTS_DIR="\$HOME\/(.+)"/m.exec(named)?.[1];
	return [...new Set(['Documents', 'OneDrive/Documents', ...(ours === undefined ? [] : [ours])])].map((name) =>
		join(home, name),
	);
}

/** In the folder and two levels of subfolders. */
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

/** Files in the folder that may be libraries, judging by their names. Its subfolders are added to `folders`. */
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

/** Undefined if it is not a file, cannot be read, or is another kind of JSON. */
async function foundFile(path: string): Promise<FoundFile | undefined> {
	const found = await stat(path).catch(() => undefined);
	if (!found?.isFile() || found.size === 0 || (isJson(path) && !(await listsPapers(path)))) {
		return undefined;
	}
	return { path, size: found.size, modified: found.mtimeMs };
}

/** CSL-JSON is a list of items with `type` and `id`. Better BibTeX's own export has `items` with a `citationKey`. */
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
