/** Problems that somebody does not want to be told of. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn } from '../../server/src/features/problems.ts';
import { uriOf, type WorkspaceOptions, workspaceOf } from '../support/workspaceOf.ts';

const BIB = '//- /corpus.bib\n@article{ash2001, title = {Leaves}}\n';

/** The lines of the note with problems, counted from 0. */
function linesIn(note: string, options: WorkspaceOptions = {}): readonly number[] {
	const found = ['/note.md', '/disk/note.md'].map((path) => {
		const { workspace } = workspaceOf(`\n${BIB}//- /other.md\nx\n//- ${path}\n${note}`, options);
		return problemsIn(workspace, uriOf(path)).map(({ range }) => range.start.line);
	});
	assert.deepEqual(found[0], found[1], 'open and closed notes differ');
	return found[0] ?? [];
}

test('a comment counts for its line, or for the next one if it stands alone', () => {
	assert.deepEqual(linesIn('@paper[no1] <!-- paper-notes-ignore unknown-paper -->\n@paper[no2]'), [1]);
	assert.deepEqual(linesIn('<!-- paper-notes-ignore -->\n@paper[no1] and @paper[no2]\n\n@paper[no3]'), [3]);
	assert.deepEqual(linesIn('<!--paper-notes-ignore\n  unknown-paper-->\n@paper[no1]\n@paper[no2]'), [3]);
});

test('it counts for the codes that it names', () => {
	assert.deepEqual(linesIn('@paper[no1] <!-- paper-notes-ignore ambiguous-paper, repeated-paper -->'), [0]);
	assert.deepEqual(linesIn('@paper[no1] <!-- paper-notes-ignore ambiguous-paper, unknown-paper -->'), []);
	assert.deepEqual(linesIn('@paper[no1] <!-- paper-notes-ignored -->'), [0]);
});

test('keys that match a pattern are never unknown', () => {
	const options = { settings: { ignoredKeys: ['todo*', 'a?c', '*/x'] } };
	assert.deepEqual(linesIn('@paper[todo]\n@paper[todo-2020]\n@paper[abc]\n@paper[a/b/x]', options), []);
	assert.deepEqual(linesIn('@paper[atodo]\n@paper[abbc]\n@paper[a/xy]\n@paper[ac]', options), [0, 1, 2, 3]);
});
