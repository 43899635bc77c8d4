/** Citations of several papers with locators, over the protocol: cards, lists and colours. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent, SemanticTokens } from 'vscode-languageserver';
import type { PaperResponse } from '../../server/src/protocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const FILES = {
	'a.bib': entry('one', 'On Apples', '  doi = {10.1000/1},\n') + entry('two', 'On Pears', '  doi = {10.1000/2},\n'),
	'b.bib': entry('two', 'Something Else', '  doi = {10.1000/3},\n'),
	'note.md': 'See @paper[one, p. 12; two; none].\n',
};

test('the list of all papers on the brackets, the card with the page on one of them', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('note.md');
	const at = (character: number) => ({
		textDocument: { uri: editor.uri('note.md') },
		position: { line: 0, character },
	});
	const list = await editor.request<Hover>('textDocument/hover', at(6));
	assert.equal(
		(list.contents as MarkupContent).value,
		'- Author 2020 · On Apples (one)\n- not one paper (two)\n- not one paper (none)',
	);
	assert.deepEqual(list.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 33 } });
	const card = await editor.request<Hover>('textDocument/hover', at(12));
	assert.match((card.contents as MarkupContent).value, /^Cited here: page 12$/m);
	const paper = await editor.request<PaperResponse>('paperNotes/paper', {
		uri: editor.uri('note.md'),
		position: { line: 0, character: 12 },
	});
	assert.equal(paper.page, 12);
});

test('known, ambiguous and unknown keys and locators have colours of their own', async (t) => {
	const editor = await serverCase(t, FILES).start();
	await indexed(editor);
	await editor.open('note.md');
	const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
		textDocument: { uri: editor.uri('note.md') },
	});
	const { legend } = editor.serverCapabilities['semanticTokensProvider'] as {
		legend: { tokenTypes: string[]; tokenModifiers: string[] };
	};
	const tokens: unknown[] = [];
	for (let i = 0, character = 0; i < data.length; i += 5) {
		character += data[i + 1] ?? 0;
		const set = data[i + 4] ?? 0;
		const modifiers = legend.tokenModifiers.filter((_, bit) => set & (1 << bit));
		const text = FILES['note.md'].slice(character, character + (data[i + 2] ?? 0));
		tokens.push([text, legend.tokenTypes[data[i + 3] ?? 0], ...modifiers]);
	}
	assert.deepEqual(tokens, [
		['one', 'paper'],
		['p. 12', 'locator'],
		['two', 'paper', 'ambiguous'],
		['none', 'paper', 'unknown'],
	]);
});
