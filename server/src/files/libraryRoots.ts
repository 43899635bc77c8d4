/** The files and folders of `paperNotes.libraries`, prepared for walking and matching. */

import { writtenUri } from '../util/writtenPath.ts';
import type { CorpusRoot } from './corpusRoots.ts';
import type { Exclusion } from './exclusions.ts';

/** The libraries of one workspace folder. */
export interface Libraries {
	/** Empty if no folder is open. Then only paths that lead outside the folder count. */
	readonly folder: string;
	readonly libraries: readonly string[];
	readonly exclude: readonly Exclusion[];
}

/**
 * One root for each path. A path names a file or a folder literally: the brackets in `Papers [2020].bib` are not a
 * pattern. Every file in a folder counts unless `exclude` excludes it.
 */
export function libraryRoots({ folder, libraries, exclude }: Libraries, home: string): CorpusRoot[] {
	return libraries.flatMap((written) => {
		const uri = writtenUri(written, { folder, home });
		return uri === undefined ? [] : [{ uri, include: [], exclude, named: [{ uri, pattern: written }] }];
	});
}
