/** Problems as marked text: each where it stands, with `(path: text)` for related places. */

import assert from 'node:assert/strict';
import { noteProblems } from '../../server/src/features/problems.ts';
import type { RelatedPlace } from '../../server/src/util/problem.ts';
import type { FixtureFile } from '../support/fixture.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

/** The marks of each note are its problems: all of them, in order. */
export function checkProblems(fixture: string, options?: WorkspaceOptions): void {
	const { workspace, files } = workspaceOf(fixture, options);
	for (const { path, text, marks } of files.filter((file) => workspace.note(uriOf(file.path)))) {
		const problems = noteProblems(workspace, uriOf(path)).map(({ span, code, message, related = [] }) => ({
			...span,
			text: [`${code}: ${message}`, ...related.map((place) => `(${shown(files, place)})`)].join(' '),
		}));
		assert.deepEqual(problems, marks, text);
	}
}

/** `/corpus.bib: smith2020`. */
function shown(files: readonly FixtureFile[], { uri, range }: RelatedPlace): string {
	const { path, text } = files.find((file) => uriOf(file.path) === uri) ?? { path: uri, text: '' };
	const line = text.split('\n')[range.start.line] ?? '';
	return `${path}: ${line.slice(range.start.character, range.end.character)}`;
}
