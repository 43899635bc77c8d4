/** Settings: how they are read, and which folder's count. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings, type Settings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const STANDARD = readSettings({});

function checkRead(section: unknown, expected: Partial<Settings>): void {
	assert.deepEqual(readSettings(section), { ...STANDARD, ...expected });
}

test('what is not set has its standard value', () => {
	for (const nothing of [undefined, null, {}, [], 'x', 3, { other: 1 }]) {
		checkRead(nothing, {});
	}
});

test('values are found nested, as VS Code gives them, and flat', () => {
	checkRead({ completion: { maxItems: 7, label: 'key' } }, { maxItems: 7, label: 'key' });
	checkRead({ 'completion.maxItems': 7, 'completion.label': 'key' }, { maxItems: 7, label: 'key' });
	checkRead({ hover: { maxAbstractLength: 300 } }, { maxAbstractLength: 300 });
});

test('a value of the wrong kind is no value, and costs no other', () => {
	for (const maxItems of [0, -1, 1.5, '5', null, Number.NaN, {}]) {
		checkRead({ completion: { maxItems, label: 'key' } }, { label: 'key' });
	}
	checkRead({ completion: 'x', hover: null }, {});
	checkRead({ completion: { label: 'author' }, hover: { maxAbstractLength: -1 } }, {});
});

test('one pattern is a list of one, and what is no text is left out', () => {
	checkRead({ corpus: 'a.bib', exclude: ['x', 3, null, 'y'] }, { corpus: ['a.bib'], exclude: ['x', 'y'] });
	checkRead({ corpus: [] }, { corpus: [] });
});

test('an unknown syntax is left out', () => checkRead({ syntaxes: ['pandoc', 'latex'] }, { syntaxes: ['pandoc'] }));

test('syntaxes are a list, or one word', () => {
	checkRead({ syntaxes: ['auto'] }, { syntaxes: ['auto'] });
	checkRead({ syntaxes: 'auto' }, { syntaxes: ['auto'] });
});

test('a severity is set for each problem', () =>
	checkRead(
		{ diagnostics: { 'unknown-paper': 'error', 'missing-field': 'off', 'duplicate-key': 'fatal' } },
		{ severities: { ...STANDARD.severities, 'unknown-paper': 'error', 'missing-field': 'off' } },
	));

function folders(...uris: readonly string[]): Workspace {
	const workspace = new Workspace(corpusOf([]));
	const settings = new Map(uris.map((uri, index) => [uri, readSettings({ completion: { maxItems: index + 1 } })]));
	workspace.apply({ kind: 'settings', folders: settings, other: readSettings({ completion: { maxItems: 99 } }) });
	return workspace;
}

test("a note has its folder's settings, of nested folders the inner one's", () => {
	const workspace = folders('file:///a', 'file:///a/b', 'file:///a/b/c');
	assert.equal(workspace.settings('file:///a/note.md').maxItems, 1);
	assert.equal(workspace.settings('file:///a/b/note.md').maxItems, 2);
	assert.equal(workspace.settings('file:///a/b/c/d/note.md').maxItems, 3);
	assert.equal(workspace.settings('file:///a/b').maxItems, 2, 'the folder itself');
});

test('the order of folders does not matter', () =>
	assert.equal(folders('file:///a/b', 'file:///a').settings('file:///a/b/note.md').maxItems, 1));

test('a folder that begins with the same letters is another folder', () => {
	const workspace = folders('file:///a');
	assert.equal(workspace.settings('file:///ab/note.md').maxItems, 99);
	assert.equal(workspace.settings('untitled:Untitled-1').maxItems, 99);
});
