/** Walks the folders of this disk. */

import type { Dirent, Stats } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isBibliography } from '../corpus/reading/corpusText.ts';
import { entriesOf } from './diskAccess.node.ts';
import { isAbsent, links, outsideStat, saysAbsent, statOrNothing, toFileStat, uriOf } from './diskPlaces.node.ts';
import type { FileStat, Skip } from './files.ts';

/**
 * Walks folders first and links last, so that a folder that can be reached in several ways is first listed under its own
 * name. Links in folders that were listed before are not followed, and a link to a folder that contains it, or contains
 * `top`, is not either: so circles of links end.
 */
export async function* filesBelow(top: string, walk: Walk): AsyncGenerator<FileStat> {
	const isNew = await newFolders(top);
	const queue: Folder[] = [{ path: top, real: undefined }];
	const linked: Folder[] = [];
	for (let folder = queue.pop(); folder !== undefined; folder = queue.pop() ?? linked.shift()) {
		const { path, real } = folder;
		const isFirst = await isNew(path);
		if (isFirst || real !== undefined) {
			const within = await contentOf(path, walk);
			const below = (each: string): Folder => ({ path: each, real: real && join(real, each.slice(path.length)) });
			queue.push(...within.folders.map(below));
			linked.push(...(isFirst ? await linkedFolders(within.links, top) : []));
			yield* real === undefined ? within.files : within.files.map((file) => ({ ...file, real: realUri(file, folder) }));
		}
	}
}

interface Folder {
	readonly path: string;
	/** Its path without links; undefined if no link was followed. */
	readonly real: string | undefined;
}

/** Without links to folders that contain the link or `top`. */
async function linkedFolders(paths: readonly string[], top: string): Promise<Folder[]> {
	const found = await Promise.all(paths.map(async (path) => ({ path, real: await realPath(path) })));
	const topReal = await realPath(top);
	const containers = new Set(await Promise.all([...new Set(paths.map(dirname))].map(realPath)));
	return found.filter(({ real }) => ![topReal, ...containers].some((each) => each === real || isAbove(real, each)));
}

function realPath(path: string): Promise<string> {
	return realpath(path).catch(() => path);
}

function realUri({ uri }: FileStat, { path, real = path }: Folder): string {
	return uriOf(real) + uri.slice(uriOf(path).length);
}

/** A function that says of each folder below `top` whether this is the first time it is found, under any name. */
async function newFolders(top: string): Promise<(folder: string) => Promise<boolean>> {
	const topReal = await realPath(top);
	const entered = new Set<string>();
	return async (folder) => {
		const real = await realPath(folder);
		return !isAbove(real, topReal) && !entered.has(real) && entered.add(real).has(real);
	};
}

/** As in `Files.walk`. */
export interface Walk {
	readonly skip: Skip;
	readonly onUnlisted: (folder: string) => void;
}

interface FolderContent {
	readonly files: readonly FileStat[];
	readonly folders: readonly string[];
	/** Links to folders. */
	readonly links: readonly string[];
}

async function contentOf(folder: string, { skip, onUnlisted }: Walk): Promise<FolderContent> {
	const content = { files: [] as FileStat[], folders: [] as string[], links: [] as string[] };
	const entries = await entriesOf(folder).catch((error): readonly Dirent[] => {
		void (saysAbsent(error) || onUnlisted(uriOf(folder)));
		return [];
	});
	for (const entry of entries.filter((one) => !skip(uriOf(join(folder, one.name)), one.isFile()))) {
		const path = join(folder, entry.name);
		const outside = entry.isSymbolicLink() ? await followed(path) : undefined;
		const found = outside === undefined ? await statOrNothing(path) : undefined;
		if (outside !== undefined) {
			content.files.push(outsideStat(path, outside));
		} else if (found) {
			sortIn(content, path, found, entry.isSymbolicLink());
		} else if (!(await isAbsent(path))) {
			onUnlisted(uriOf(path));
		}
	}
	return content;
}

/** Where the link leads if that is out of reach; otherwise it is remembered. */
async function followed(link: string): Promise<string | undefined> {
	const outside = await links.outside(link);
	await (outside === undefined ? links.keep(link) : undefined);
	return outside;
}

function sortIn(
	content: { readonly files: FileStat[]; readonly folders: string[]; readonly links: string[] },
	path: string,
	found: Stats,
	isLink: boolean,
): void {
	if (found.isDirectory()) {
		(isLink ? content.links : content.folders).push(path);
	}
	if (!found.isDirectory() || isBibliography(path)) {
		content.files.push(toFileStat(path, found));
	}
}

function isAbove(folder: string, path: string): boolean {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) && path !== folder;
}
