/** Bibliographies named in a note or a project file that cannot be read. Each problem is at the place of the name. */

import type { FileProblem } from '../../corpus/corpus.ts';
import { citationMessages } from '../../messages/citations.ts';
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

/** The same for the project file `uri`, or the note `uri` that is not open; empty for any other file. */
export function closedBibliographyProblems(view: WorkspaceView, uri: string): FileProblem[] {
	return view.bibliographiesIn(uri).flatMap(({ path, range }) => {
		const message = view.bibliographyFault(uri, path);
		return message === undefined ? [] : [{ code: MISSING_BIBLIOGRAPHY, message, range }];
	});
}

interface Found<T> {
	readonly found: readonly T[];
	readonly bibliographies: readonly T[];
}

/**
 * The problems of the note `uri`. A bibliography that cannot be read explains unknown keys, once for all of them: where
 * the note names it or, if a project file does, at the first of these keys.
 */
export function explained<T extends Pick<Problem, 'code' | 'message'>>(
	view: WorkspaceView,
	uri: string,
	{ found, bibliographies }: Found<T>,
): readonly T[] {
	const unknown = found.filter(({ code }) => code === 'unknown-paper');
	const [firstUnknown] = unknown;
	const [first, ...others] = bibliographies;
	const fault = first?.message ?? view.projectFaults(uri)[0];
	if (!firstUnknown || fault === undefined || view.settings(uri).severities[MISSING_BIBLIOGRAPHY] === 'off') {
		return [...found, ...bibliographies];
	}
	const message = `${fault} ${citationMessages.unknownWithout(unknown.length)}`;
	const explaining = { ...(first ?? firstUnknown), code: MISSING_BIBLIOGRAPHY, message };
	return [...found.filter((problem) => !unknown.includes(problem)), explaining, ...others];
}
