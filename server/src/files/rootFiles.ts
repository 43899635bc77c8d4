/** The corpus files that are there. */

import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { type CorpusRoot, matcherOf, type NamedPath } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';

/** The files that `root` takes. One that is meant to be a file is not walked, lest a folder be there instead. */
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

/** All that the roots take, by uri. */
export async function filesBelow(files: Files, roots: readonly CorpusRoot[]): Promise<Map<string, FileStat>> {
	const found = new Map<string, FileStat>();
	for (const root of roots) {
		for await (const stat of filesOf(files, root)) {
			found.set(stat.uri, stat);
		}
	}
	return found;
}

/** Paths of the settings at which, or below which, none of the files `found` is. */
export function missingPaths(roots: readonly CorpusRoot[], found: readonly string[]): readonly NamedPath[] {
	const paths = found.map((uri) => fileKey(uri, true));
	const isThere = ({ uri }: NamedPath): boolean => {
		const named = fileKey(uri, true);
		return paths.some((path) => isBelow(path, named));
	};
	return roots.flatMap((root) => root.named ?? []).filter((named) => !isThere(named));
}
