/** The corpus files that are there. */

import { type CorpusRoot, matcherOf } from './corpusRoots.ts';
import type { FileStat, Files } from './files.ts';

/** The files that `root` takes. One that is meant to be a file is not walked, lest a folder be there instead. */
export async function* filesOf(files: Files, root: CorpusRoot): AsyncGenerator<FileStat> {
	const { takes, skips } = matcherOf(root);
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
