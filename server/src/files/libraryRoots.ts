/** The files and folders of `paperNotes.libraries`, made ready to walk and to match. */

import { writtenUri } from '../util/writtenPath.ts';
import type { CorpusRoot } from './corpusRoots.ts';
import type { Exclusion } from './exclusions.ts';

/** What one workspace folder asks for. */
export interface Libraries {
	/** Empty where none is open: then only paths that lead elsewhere count. */
	readonly folder: string;
	readonly libraries: readonly string[];
	readonly exclude: readonly Exclusion[];
}

/**
 * One root for each path, which names a file or a folder as it is: `Papers [2020].bib` holds no pattern. Everything in a
 * folder counts but what `exclude` takes out of it.
 */
export function libraryRoots({ folder, libraries, exclude }: Libraries, home: string): CorpusRoot[] {
	return libraries.flatMap((written) => {
		const uri = writtenUri(written, { folder, home });
		return uri === undefined ? [] : [{ uri, include: [], exclude, named: [{ uri, pattern: written }] }];
	});
}
