/** Walks the folders of this disk. */

import type { Dirent, Stats } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isBibliography } from '../corpus/reading/corpusText.ts';
import { append } from '../util/append.ts';
import { entriesOf, realpath } from './diskAccess.node.ts';
import {
	isAbsent,
	links,
	misnamedStat,
	outsideStat,
	saysAbsent,
	statOrNothing,
	toFileStat,
	uriOf,
} from './diskPlaces.node.ts';
import type { FileStat, Skip } from './files.ts';
import { isMisnamed, misnamedFiles } from './misnamed.node.ts';

/**
 * Walks folders first and links last, so that a folder that can be reached in several ways is first listed under its own
 * name. Links in folders that were listed before are not followed, and a link to a folder that contains it, or contains
 * `top`, is not either: so circles of links end.
 */
export async function* filesBelow(top: string, walk: Walk): AsyncGenerator<FileStat> {
	const topReal = await realPath(top);
	const entered = new Set<string>();
	const queue: Folder[] = [{ path: top, real: topReal, isLinked: false }];
	const linked: Folder[] = [];
	for (let folder = queue.pop(); folder !== undefined; folder = queue.pop() ?? linked.shift()) {
		const { path, real, isLinked } = folder;
		const isFirst = !isAbove(real, topReal) && !entered.has(real);
		entered.add(real);
		if (isFirst || isLinked) {
			const within = await contentOf(path, walk);
			append(
				queue,
				within.folders.map((name) => ({ path: join(path, name), real: join(real, name), isLinked })),
			);
			append(linked, isFirst ? await linkedFolders(within.links, [topReal, real]) : []);
			yield* isLinked ? within.files.map((file) => ({ ...file, real: realUri(file, folder) })) : within.files;
		}
	}
}

interface Folder {
	readonly path: string;
	/**
	 * Its path without links. Of a folder in another it is put together: to ask the disk for each would take a time that
	 * grows with the square of its depth.
	 */
	readonly real: string;
	/** Whether a link was followed to it. */
	readonly isLinked: boolean;
}

/** Without links to folders that are or contain one of `within`. */
async function linkedFolders(links: readonly string[], within: readonly string[]): Promise<Folder[]> {
	const found = await Promise.all(links.map(async (path) => ({ path, real: await realPath(path), isLinked: true })));
	return found.filter(({ real }) => !within.some((each) => each === real || isAbove(real, each)));
}

function realPath(path: string): Promise<string> {
	return realpath(path).catch(() => path);
}

function realUri({ uri }: FileStat, { path, real }: Folder): string {
	return uriOf(real) + uri.slice(uriOf(path).length);
}

/** As in `Files.walk`. */
export interface Walk {
	readonly skip: Skip;
	readonly onUnlisted: (folder: string) => void;
}

interface FolderContent {
	readonly files: FileStat[];
	/** The names of folders. */
	readonly folders: string[];
	/** The paths of links to folders. */
	readonly links: string[];
}

async function contentOf(folder: string, { skip, onUnlisted }: Walk): Promise<FolderContent> {
	const content: FolderContent = { files: [], folders: [], links: [] };
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
		} else if (await isMisnamed(path)) {
			append(content.files, await misnamedBelow(path, skip));
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

async function misnamedBelow(path: string, skip: Skip): Promise<FileStat[]> {
	const files: FileStat[] = [];
	for await (const file of misnamedFiles(path)) {
		files.push(...(skip(uriOf(file), true) ? [] : [misnamedStat(file)]));
	}
	return files;
}

function sortIn(content: FolderContent, path: string, found: Stats, isLink: boolean): void {
	if (found.isDirectory()) {
		void (isLink ? content.links.push(path) : content.folders.push(basename(path)));
	}
	if (!found.isDirectory() || isBibliography(path)) {
		content.files.push(toFileStat(path, found));
	}
}

function isAbove(folder: string, path: string): boolean {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) && path !== folder;
}
