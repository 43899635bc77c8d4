/** Citing at several cursors without repeating papers. Each `|` is a cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citingPlan } from '../../server/src/features/citing/citingPlan.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const URI = uriOf('/note.md');

/** In `expected`, each bar is the end of a new or extended citation. */
function check(marked: string, expected: string, keys: readonly string[] = ['two']): void {
	const [first = '', ...others] = marked.split('|');
	const { workspace } = workspaceOf(`
//- /corpus.bib
@article{one, title = {On One}, doi = {10.1000/182}}
@article{two, title = {On Two}}
//- /note.md
${first}${others.join('')}`);
	const text = first + others.join('');
	const cursors = others.map((_, index) => [first, ...others].slice(0, index + 1).join('').length);
	const selections = cursors.map((offset) => ({ start: offset, end: offset })).toReversed();
	const { edits } = citingPlan(workspace, { uri: URI, selections, keys });
	const document = TextDocument.create(URI, 'markdown', 1, text);
	const result = edits.reduceRight((edited, { range, expected: old, newText, end }) => {
		assert.equal(document.getText(range), old);
		const start = document.offsetAt(range.start);
		const after = edited.slice(0, start) + newText + edited.slice(start + old.length);
		return `${after.slice(0, start + end)}|${after.slice(start + end)}`;
	}, text);
	assert.equal(result, expected, marked);
}

test('each cursor gets the citation', () => check('See | and |.', 'See @paper[two]| and @paper[two]|.'));

test('a citation with several cursors is added to once', () => {
	check('@paper[o|ne; thr|ee] and |', '@paper[one; two; three]| and @paper[two]|');
});

test('what a citation has already is not added, whatever it is called there', () => {
	check('@paper[one|]', '@paper[one]|', ['one']);
	check('@paper[10.1000/182|]', '@paper[10.1000/182; two]|', ['one', 'two']);
	check('@paper[one] |', '@paper[one] @paper[one]|', ['one']);
});

test('no papers, no note: nothing happens', () => {
	const { workspace } = workspaceOf('//- /note.md\nText.');
	const selections = [{ start: 0, end: 0 }];
	assert.deepEqual(citingPlan(workspace, { uri: URI, selections, keys: [] }).edits, []);
	assert.deepEqual(citingPlan(workspace, { uri: uriOf('/other.md'), selections, keys: ['one'] }).edits, []);
});
