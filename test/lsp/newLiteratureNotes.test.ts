/** The note about a paper: found, or made from a template. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { LiteratureNoteResponse } from '../../server/src/notingProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';

const BIB = `@article{ash2020, title = {On {Trees}: "Roots" and $x^2$}, author = {Ash, Jo and Elm, Al}, journal = {Wood}, year = 2020,
  doi = {10.1000/1}, abstract = {They grow.

They fall.}}
@misc{DBLP:conf/x, title = {Bare}}
`;

async function opened(
	t: TestContext,
	settings: Readonly<Record<string, unknown>> = {},
	files: Readonly<Record<string, string>> = {},
) {
	const editor = await serverCase(t, { 'refs.bib': BIB, 'note.md': 'See @paper[ash2020; gone].\n', ...files }).start({
		settings,
	});
	await indexed(editor);
	await editor.open('note.md');
	const uri = editor.uri('note.md');
	const ask = (params: object): Promise<LiteratureNoteResponse | null> =>
		editor.request('paperNotes/literatureNote', { uri, ...params });
	return { editor, ask };
}

const STANDARD = `---
paper: ash2020
title: 'On Trees: "Roots" and x²'
authors: [Jo Ash, Al Elm]
year: 2020
doi: 10.1000/1
tags: []
status: unread
---

# On Trees: "Roots" and x²

Jo Ash, Al Elm, *Wood*, 2020

## Summary

## Notes

## Abstract

> They grow. They fall.
`;

test('without a template of one’s own there is a good one', async (t) => {
	const { editor, ask } = await opened(t);
	assert.deepEqual(await ask({ position: { line: 0, character: 13 } }), {
		created: editor.uri('literature/ash2020.md'),
		text: STANDARD,
	});
	assert.equal(await ask({ key: 'gone' }), null);
	const bare = await ask({ key: 'DBLP:conf/x' });
	assert.ok(bare && 'created' in bare);
	assert.equal(bare.created, editor.uri('literature/DBLP_conf_x.md'));
	assert.match(
		bare.text,
		/^---\npaper: DBLP:conf\/x\ntitle: Bare\nauthors: \[\]\ntags: \[\]\nstatus: unread\n---\n\n# Bare\n/,
	);
});

test('the note that there is opens, and no file is overwritten', async (t) => {
	const { editor, ask } = await opened(
		t,
		{},
		{
			'mine.md': '---\npaper: ash2020\n---\n',
			'literature/DBLP_conf_x.md': 'Something else.\n',
		},
	);
	assert.deepEqual(await ask({ key: 'ash2020' }), { note: editor.uri('mine.md') });
	const other = await ask({ key: 'DBLP:conf/x' });
	assert.ok(other && 'created' in other);
	assert.equal(other.created, editor.uri('literature/DBLP_conf_x 2.md'));
});

test('settings name folder, file and template', async (t) => {
	const settings = {
		literatureNotes: { folder: 'a/b', fileName: '{{ year }}/{{ authors[0].family }}', template: 'templates/note.md' },
	};
	const { editor, ask } = await opened(t, settings, { 'templates/note.md': '{{ key }} {{ date }} {{ type }}\n' });
	assert.deepEqual(await ask({ key: 'ash2020' }), {
		created: editor.uri('a/b/2020/Ash.md'),
		text: 'ash2020 2020 article-journal\n',
	});
});

test('what cannot be is said, with the place of a mistake', async (t) => {
	const refused = async (
		literatureNotes: object,
		files = {},
	): Promise<Extract<LiteratureNoteResponse, { refusal: string }>> => {
		const { ask } = await opened(t, { literatureNotes }, files);
		const answer = await ask({ key: 'ash2020' });
		assert.ok(answer && 'refusal' in answer, JSON.stringify(answer));
		return answer;
	};
	assert.match((await refused({ folder: '../elsewhere' })).refusal, /is not in the open folder/);
	assert.match((await refused({ template: '/etc/passwd' })).refusal, /There is no template "\/etc\/passwd"/);
	assert.match((await refused({ template: 'none.md' })).refusal, /There is no template "none.md"/);
	assert.match((await refused({ fileName: '{{ key' })).refusal, /Line 1 of "paperNotes.literatureNotes.fileName"/);
	const { refusal, at } = await refused({ template: 'bad.md' }, { 'bad.md': 'a\n{{ key | nosuch }}\n' });
	assert.match(refusal, /Line 2 of "bad.md": undefined filter: nosuch/);
	assert.deepEqual(at?.range.start, { line: 1, character: 0 });
});
