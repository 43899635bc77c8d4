/** Citing at several cursors, and only what is not cited there yet. Each `|` is a cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationEdits } from '../../server/src/features/citing/citationEdits.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const URI = uriOf('/note.md');

/** In `expected` each bar stands where a citation ends that was made or added to. */
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
	const edits = citationEdits(workspace, { uri: URI, selections, keys });
	const result = edits.reduceRight((edited, { span, newText, end }) => {
		const after = edited.slice(0, span.start) + newText + edited.slice(span.end);
		return `${after.slice(0, span.start + end)}|${after.slice(span.start + end)}`;
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
	assert.deepEqual(citationEdits(workspace, { uri: URI, selections, keys: [] }), []);
	assert.deepEqual(citationEdits(workspace, { uri: uriOf('/other.md'), selections, keys: ['one'] }), []);
});
