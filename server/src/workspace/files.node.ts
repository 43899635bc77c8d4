/** Files of this machine. */

import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileStat, Files } from './files.ts';

export const nodeFiles: Files = {
	async *walk(folder, skip) {
		const path = pathOf(folder);
		const found = await statOrNothing(path);
		if (found?.isDirectory()) {
			yield* filesBelow(path, skip, new Set());
		} else if (found?.isFile()) {
			yield toFileStat(path, found);
		}
	},
	async stat(uri) {
		const path = pathOf(uri);
		const found = await statOrNothing(path);
		return found?.isFile() ? toFileStat(path, found) : undefined;
	},
	read: (uri) => readFile(pathOf(uri)),
};

/** `entered` holds the real path of each folder on the way, so that a link to one of them ends the walk there. */
async function* filesBelow(
	folder: string,
	skip: (uri: string) => boolean,
	entered: ReadonlySet<string>,
): AsyncGenerator<FileStat> {
	const real = await realpath(folder).catch(() => folder);
	if (entered.has(real)) {
		return;
	}
	const within = new Set(entered).add(real);
	for (const entry of await entriesOf(folder)) {
		const path = join(folder, entry.name);
		if (skip(URI.file(path).toString())) {
			continue;
		}
		yield* entry.isDirectory() ? filesBelow(path, skip, within) : fileAt(path, entry, skip, within);
	}
}

async function* fileAt(
	path: string,
	entry: Dirent,
	skip: (uri: string) => boolean,
	within: ReadonlySet<string>,
): AsyncGenerator<FileStat> {
	if (!entry.isFile() && !entry.isSymbolicLink()) {
		return;
	}
	const found = await statOrNothing(path);
	if (found?.isFile()) {
		yield toFileStat(path, found);
	} else if (found?.isDirectory()) {
		yield* filesBelow(path, skip, within);
	}
}

async function entriesOf(folder: string): Promise<Dirent[]> {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch {
		// A folder that may not be listed holds nothing for us.
		return [];
	}
}

async function statOrNothing(path: string): Promise<Stats | undefined> {
	try {
		return await stat(path);
	} catch {
		return undefined;
	}
}

function toFileStat(path: string, found: Stats): FileStat {
	return { uri: URI.file(path).toString(), size: found.size, mtime: found.mtimeMs };
}

function pathOf(uri: string): string {
	return URI.parse(uri).fsPath;
}
