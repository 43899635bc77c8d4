/** What the server answers if a note is another by now than the one that features see. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Handler } from '../../server/src/lsp/answering.ts';
import { Documents } from '../../server/src/lsp/documents.ts';
import { citationEdit } from '../../server/src/lsp/handlers/citationEdit.ts';
import { citationForm } from '../../server/src/lsp/handlers/citationForm.ts';
import type { Session } from '../../server/src/lsp/session.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const URI = uriOf('/note.md');
const TEXT = 'First.\nSee @paper[-@one] and word.\n';

const { workspace } = workspaceOf(`
//- /corpus.bib
@article{one, title = {On One}}
@article{two, title = {On Two}}
//- /note.md
${TEXT}`);

const document = TextDocument.create(URI, 'markdown', 3, TEXT);
const at = (word: string) => document.positionAt(TEXT.indexOf(word));

/** The server's answer while the editor's text is `text`, and features still see the old note. */
function answer({ listen }: Handler, text: string, params: object): Promise<unknown> {
	const documents = new Documents({});
	documents.open(URI, 'markdown', 4, text);
	let asked: (params: object) => unknown = () => undefined;
	const connection = {
		onRequest: (_: string, row: typeof asked) => {
			asked = row;
		},
		console,
	};
	const index = { catchUp: () => {}, yieldToRequests: () => {} };
	listen({ connection, documents, workspace, index } as unknown as Session);
	return Promise.resolve(asked({ uri: URI, ...params }));
}

test('the client is told why nothing can be changed', async () => {
	const refusal = 'note.md has just changed at line 2, so nothing was changed. Try again.';
	const start = at('word');
	const end = { ...start, character: start.character + 4 };
	const citingWord = { selections: [{ start, end }], keys: ['two'] };
	assert.deepEqual(await answer(citationEdit, TEXT, citingWord), {
		edits: [{ range: { start, end }, newText: '@paper[two]', end: 11 }],
	});
	assert.deepEqual(await answer(citationEdit, TEXT.replace('word', 'that'), citingWord), { edits: [], refusal });
	const toInText = { position: at('one'), mode: 'inText' };
	const mark = { start: { line: 1, character: 11 }, end: { line: 1, character: 13 } };
	assert.deepEqual(await answer(citationForm, TEXT, toInText), { range: mark, newText: '+@' });
	assert.deepEqual(await answer(citationForm, TEXT.replace('-@', '+@'), toInText), { refusal });
});
