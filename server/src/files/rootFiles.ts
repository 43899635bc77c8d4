/** Lists the corpus files that exist. */

import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { type CorpusRoot, matcherOf, type NamedPath, type RootMatcher } from './corpusRoots.ts';
import type { FileStat, Files, Skip } from './files.ts';

/**
 * The files that belong to `root`. A root that is a single file is not walked, in case there is a folder of that
 * name.
 */
async function* filesOf(files: Files, root: CorpusRoot): AsyncGenerator<FileStat> {
	const matcher = matcherOf(root, files);
	if (root.isFile) {
		const stat = await files.stat(root.uri);
		yield* stat ? [stat] : [];
		return;
	}
	yield* takenFiles(files, root.uri, matcher);
}

/**
 * The files below `folder` that the matcher takes. A file that linked folders repeat is taken once, under its own name if
 * possible. `onUnlisted`: as in `Files.walk`.
 */
export async function* takenFiles(
	files: Pick<Files, 'walk'>,
	folder: string,
	{ takes, skips }: RootMatcher,
	onUnlisted?: (folder: string) => void,
): AsyncGenerator<FileStat> {
	const taken = new Set<string>();
	const skip: Skip = (uri, isFile) => (isFile ? !takes(uri) : skips(uri));
	for await (const stat of files.walk(folder, skip, onUnlisted)) {
		const own = stat.real ?? stat.uri;
		if (takes(stat.uri) && !taken.has(own)) {
			taken.add(own);
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
