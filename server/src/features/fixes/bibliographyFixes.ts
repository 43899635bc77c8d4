/** Fixes for a bibliography that a note names and that is not there: files with nearly its name. */

import { fixTitles } from '../../messages/citations.ts';
import type { Note } from '../../notes/note.ts';
import { baseName } from '../../util/baseName.ts';
import { editDistance } from '../../util/editDistance.ts';
import { overlaps, type Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { MISSING_BIBLIOGRAPHY } from '../findings/bibliographyProblems.ts';
import { type Finding, fixBy } from '../findings/finding.ts';

const MAX_FILES = 3;

/** Letters by which a name may differ. */
const MAX_SLIPS = 2;

/** The bibliographies named at `within` that are not there; the nearest name is preferred. */
export function missingBibliographies(
	view: WorkspaceView,
	note: Note,
	{ uri, within }: { readonly uri: string; readonly within: Span },
): Finding[] {
	const wanted = note.frontMatter.bibliographies.filter(
		({ path, span }) => overlaps(span, within) && view.bibliographyFault(uri, path) !== undefined,
	);
	return wanted.map(({ path, span }) => ({
		problem: { code: MISSING_BIBLIOGRAPHY, message: view.bibliographyFault(uri, path) ?? '', span },
		fixes: () =>
			nearFiles(view, uri, path).map((near, rank) =>
				fixBy(fixTitles.write(near), { span, newText: near }, { preferred: rank === 0 }),
			),
	}));
}

/** Paths from the note's folder to corpus files with nearly the name that `path` ends in, the nearest first. */
function nearFiles(view: WorkspaceView, uri: string, path: string): readonly string[] {
	const name = lastName(path).toLowerCase();
	return view.corpus
		.files()
		.flatMap((file) => {
			const slips = slipsBetween(name, baseName(file.uri).toLowerCase());
			const near = relativePath(uri, file.uri);
			return slips === undefined || near === undefined || near === path ? [] : [{ near, slips }];
		})
		.sort((one, other) => one.slips - other.slips || one.near.length - other.near.length)
		.slice(0, MAX_FILES)
		.map(({ near }) => near);
}

/** The same name in another folder, with another ending, with a few other letters; undefined if they are not alike. */
function slipsBetween(name: string, other: string): number | undefined {
	const stem = (one: string) => one.replace(/\.[^.]*$/, '');
	return name === other ? 0 : stem(name) === stem(other) ? 1 : editDistance(name, other, MAX_SLIPS);
}

function lastName(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Undefined for a name that YAML would not take as it is. */
function relativePath(from: string, to: string): string | undefined {
	const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
	const differing = there.findIndex((part, at) => part !== here[at]);
	const up = here.slice(differing).map(() => '..');
	const path = [...up, ...there.slice(differing).map(baseName)].join('/');
	return /^[\p{L}\p{N}_./ ()+-]+$/u.test(path) ? path : undefined;
}
