/** Lists the corpus files that exist. */

import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { type CorpusRoot, matcherOf, type NamedPath } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';

/**
 * The files that belong to `root`. A root that is a single file is not walked, in case there is a folder of that
 * name.
 */
async function* filesOf(files: Files, root: CorpusRoot): AsyncGenerator<FileStat> {
	const { takes, skips } = matcherOf(root, files);
	if (root.isFile) {
		const stat = await files.stat(root.uri);
		yield* stat ? [stat] : [];
		return;
	}
	for await (const stat of files.walk(root.uri, skips)) {
		if (takes(stat.uri)) {
			yield stat;
		}
	}
}

/** All files that belong to the roots, by URI. */
export async function filesBelow(files: Files, roots: readonly CorpusRoot[]): Promise<Map<string, FileStat>> {
	const found = new Map<string, FileStat>();
	for (const root of roots) {
		for await (const stat of filesOf(files, root)) {
			found.set(stat.uri, stat);
		}
	}
	return found;
}

/** Paths named in the settings for which there is no file in `found`, neither at the path nor below it. */
export function missingPaths(roots: readonly CorpusRoot[], found: readonly string[]): readonly NamedPath[] {
	const paths = found.map((uri) => fileKey(uri, true));
	const isThere = ({ uri }: NamedPath): boolean => {
		const named = fileKey(uri, true);
		return paths.some((path) => isBelow(path, named));
	};
	return roots.flatMap((root) => root.named ?? []).filter((named) => !isThere(named));
}
