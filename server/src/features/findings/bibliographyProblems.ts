/** Bibliographies named in a note or a project file that cannot be read. Each problem is at the place of the name. */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { Note } from '../../notes/note.ts';
import type { Problem } from '../../util/problem.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export const MISSING_BIBLIOGRAPHY = 'missing-bibliography';

export function bibliographyProblems(view: WorkspaceView, uri: string, { frontMatter }: Note): Problem[] {
	return frontMatter.bibliographies.flatMap(({ path, span }) => {
		const message = view.bibliographyFault(uri, path);
		return message === undefined ? [] : [{ code: MISSING_BIBLIOGRAPHY, message, span }];
	});
}

/** The same for the project file `uri`; empty for any other file. */
export function projectProblems(view: WorkspaceView, uri: string): FileProblem[] {
	return view.projectNames(uri).flatMap(({ path, range }) => {
		const message = view.bibliographyFault(uri, path);
		return message === undefined ? [] : [{ code: MISSING_BIBLIOGRAPHY, message, range }];
	});
}
