/** Scans the corpus files beside other work, and gives up if there are many. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import { disk } from '../files/disk.node.ts';
import type { FileStat, Skip } from '../files/files.ts';
import { filesBelow } from '../files/rootFiles.ts';

/**
 * All files that belong to the roots, by URI. Undefined if scanning them takes longer than `maxMs` milliseconds, or if
 * the disk does not answer.
 */
export async function quickScan(
	roots: readonly CorpusRoot[],
	maxMs: number,
): Promise<ReadonlyMap<string, FileStat> | undefined> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
	let isLate = false;
	const timer = setTimeout(() => {
		isLate = true;
		giveUp(undefined);
	}, maxMs);
	const files = {
		...disk,
		walk: (folder: string, skip: Skip) => disk.walk(folder, (uri, isFile) => isLate || skip(uri, isFile)),
	};
	const found = filesBelow(files, roots).catch(() => undefined);
	return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
