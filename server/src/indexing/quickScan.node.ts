/** Scans the corpus files beside other work, and gives up if there are many. */

import type { CorpusRoot } from '../files/corpusRoots.ts';
import { nodeFiles } from '../files/files.node.ts';
import type { FileStat } from '../files/files.ts';
import { filesBelow } from '../files/rootFiles.ts';

/** After this many milliseconds it is better to scan in another thread. */
const GIVE_UP_AFTER_MS = 300;

/** All files that belong to the roots, by URI. Undefined if scanning them takes too long. */
export async function quickScan(roots: readonly CorpusRoot[]): Promise<ReadonlyMap<string, FileStat> | undefined> {
	const deadline = performance.now() + GIVE_UP_AFTER_MS;
	const isLate = (): boolean => performance.now() > deadline;
	const files = {
		...nodeFiles,
		walk: (folder: string, skip: (uri: string) => boolean) => nodeFiles.walk(folder, (uri) => isLate() || skip(uri)),
	};
	try {
		const found = await filesBelow(files, roots);
		return isLate() ? undefined : found;
	} catch {
		return undefined;
	}
}
