/** Scans the corpus files beside other work, and gives up if there are many. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import { disk } from '../files/disk.node.ts';
import type { FileStat } from '../files/files.ts';
import { filesBelow } from '../files/rootFiles.ts';

/** After this many milliseconds it is better to scan in another thread. */
const GIVE_UP_AFTER_MS = 300;

/** All files that belong to the roots, by URI. Undefined if scanning them takes too long, or if the disk does not answer. */
export async function quickScan(roots: readonly CorpusRoot[]): Promise<ReadonlyMap<string, FileStat> | undefined> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
	let isLate = false;
	const timer = setTimeout(() => {
		isLate = true;
		giveUp(undefined);
	}, GIVE_UP_AFTER_MS);
	const files = {
		...disk,
		walk: (folder: string, skip: (uri: string) => boolean) => disk.walk(folder, (uri) => isLate || skip(uri)),
	};
	const found = filesBelow(files, roots).catch(() => undefined);
	return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
