/** Conversion between the two syntaxes, in the light bulb and for a whole note. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoteConversionResponse } from '../../server/src/exchangeProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';

const BIB = '@article{x, title = {T}, year = 2001}\n@article{y, title = {U}, year = 2002}\n';

interface Action {
	readonly title: string;
	readonly kind?: string;
	readonly edit?: { readonly changes?: Readonly<Record<string, readonly { readonly newText: string }[]>> };
}

test('the light bulb converts the citation at the cursor, where that can be said', async (t) => {
	const notes = ['@paper[see @x, p. 4; y] and @paper[y; +@x].', '', 'As @x [p. 4] and [@y p. 2] say.'];
	const files = serverCase(t, { 'a.bib': BIB, 'note.md': notes.join('\n') });
	const editor = await files.start({ settings: { syntaxes: ['paper', 'pandoc'] } });
	await indexed(editor);
	await editor.open('note.md');
	const converted = async (line: number, character: number): Promise<unknown> => {
		const at = { line, character };
		const actions = await editor.request<readonly Action[] | null>('textDocument/codeAction', {
			textDocument: { uri: editor.uri('note.md') },
			range: { start: at, end: at },
			context: { diagnostics: [], only: ['refactor'] },
		});
		const found = (actions ?? []).filter(({ title }) => title.startsWith('Convert'));
		return found.map(({ title, kind, edit }) => [title, kind, Object.values(edit?.changes ?? {})[0]?.[0]?.newText]);
	};
	const [pandoc, paper] = ['[see @x, p. 4; @y]', '@paper[+@x, p. 4]'];
	assert.deepEqual(await converted(0, 13), [[`Convert to Pandoc's syntax: ${pandoc}`, 'refactor.rewrite', pandoc]]);
	assert.deepEqual(await converted(0, 36), []);
	assert.deepEqual(await converted(2, 4), [[`Convert to @paper: ${paper}`, 'refactor.rewrite', paper]]);
	assert.deepEqual(await converted(2, 20), [
		['Convert to @paper: @paper[y, p. 2]', 'refactor.rewrite', '@paper[y, p. 2]'],
	]);
	assert.deepEqual(await converted(2, 15), []);
});

test('a whole note is converted to the syntax that it does not have, or to the one that is chosen', async (t) => {
	const files = serverCase(t, {
		'a.bib': BIB,
		'ours.md': '@paper[x, p. 4] 🌲 @paper[y; +@x]\n',
		'pandoc.md': 'As @x [p. 4] says. [@y p. 2], @stranger\n',
		'both.md': '@paper[x] [@y]\n',
		'none.md': 'Nothing.\n',
	});
	const editor = await files.start();
	await indexed(editor);
	const ask = async (name: string, to?: unknown): Promise<NoteConversionResponse | null> => {
		await editor.open(name);
		return editor.request('paperNotes/noteConversion', { uri: editor.uri(name), to });
	};
	const span = (line: number, start: number, end: number) => ({
		start: { line, character: start },
		end: { line, character: end },
	});
	assert.deepEqual(await ask('ours.md'), {
		edits: [{ range: span(0, 0, 15), newText: '[@x, p. 4]' }],
		left: [
			{
				range: span(0, 19, 33),
				text: '@paper[y; +@x]',
				reason: 'the other syntax has no such citation in the text',
			},
		],
	});
	const pandoc = await ask('pandoc.md');
	assert.deepEqual(pandoc?.edits, [{ range: span(0, 3, 12), newText: '@paper[+@x, p. 4]' }]);
	assert.deepEqual(
		pandoc?.left.map(({ text }) => text),
		['[@y p. 2]', '@stranger'],
	);
	assert.deepEqual(await ask('both.md'), { choose: true, edits: [], left: [] });
	assert.deepEqual((await ask('both.md', 'pandoc'))?.edits, [{ range: span(0, 0, 9), newText: '[@x]' }]);
	assert.deepEqual(await ask('none.md'), { edits: [], left: [] });
	assert.equal(await editor.request('paperNotes/noteConversion', {}), null);
});
