/** Notes in which a merge has left a conflict: one problem, and the citations of both sides. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteProblems } from '../../server/src/features/problems.ts';
import { readNote } from '../../server/src/notes/note.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const LIBRARY = '//- /corpus.bib\n@article{ours}\n@article{theirs}\n//- /note.md\n';

function problemsOf(note: string): readonly string[] {
	const { workspace, uri } = workspaceOf(LIBRARY + note);
	return noteProblems(workspace, uri).map(({ code, span }) => `${code}: ${note.slice(span.start, span.end)}`);
}

const CONFLICT =
	'<<<<<<< HEAD\nSee @paper[ours] and @paper[wrong2001].\n=======\nSee @paper[theirs].\n>>>>>>> feature/@name2001\n';

test('the citations of both sides are checked, and one problem says so', () => {
	assert.deepEqual(problemsOf(`Text.\n\n${CONFLICT}\nMore.\n\n<<<<<<< HEAD\n=======\nSee @paper[ours].\n>>>>>>> b\n`), [
		'merge-conflict: <<<<<<< HEAD',
		'unknown-paper: wrong2001',
	]);
	assert.deepEqual(problemsOf(`> Text\n\n${CONFLICT.replaceAll('\n', '\r\n')}`), [
		'merge-conflict: <<<<<<< HEAD',
		'unknown-paper: wrong2001',
	]);
});

test('what both sides were made from, and the name of a branch, are not read', () => {
	const text = CONFLICT.replace('=======', '||||||| base\nSee @paper[gone2001].\n=======');
	const { citations } = readNote(text, { syntaxes: ['pandoc', 'paper'] });
	assert.deepEqual(
		citations.flatMap(({ items }) => items.map(({ reference }) => reference)),
		['ours', 'wrong2001', 'theirs'],
	);
});

test('underlines, quotations and examples in code are no conflicts', () => {
	assert.deepEqual(problemsOf('Title @paper[ours]\n=======\n\nText.\n\n>>>>>>> deep @paper[theirs]\n'), []);
	assert.deepEqual(problemsOf(`~~~\n${CONFLICT}~~~\n`), []);
	assert.deepEqual(problemsOf('<<<<<<< arrows\n\nTitle\n=======\n'), []);
});
