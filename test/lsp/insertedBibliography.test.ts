/** The bibliography in a note: inserted, and kept up to date when the note is saved. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InsertBibliographyResponse } from '../../server/src/renderProtocol.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';

const NOTE = 'See @paper[ash2020].\n\n\nEnd.\n';

const LISTED = `See @paper[ash2020].

<!-- paper-notes-bibliography -->

Author, A. (2020). On Trees. *Journal*.

<!-- /paper-notes-bibliography -->

End.
`;

async function opened(t: TestContext, clientName?: string) {
	const editor = await serverCase(t, {
		'refs.bib': entry('ash2020', 'On Trees') + entry('oak2021', 'Oaks'),
		'note.md': NOTE,
		'other.md': 'See @paper[ash2020].\n',
	}).start(clientName === undefined ? {} : { clientName, capabilities: CAPABILITIES });
	await indexed(editor);
	await editor.open('note.md');
	const uri = editor.uri('note.md');
	const textAfter = async (edits: readonly TextEdit[]): Promise<string> =>
		TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, await editor.text('note.md')), [...edits]);
	const save = (reason: number): Promise<TextEdit[] | null> =>
		editor.request('textDocument/willSaveWaitUntil', { textDocument: { uri }, reason });
	const insert = (name = 'note.md'): Promise<InsertBibliographyResponse | null> =>
		editor.request('paperNotes/insertBibliography', {
			uri: editor.uri(name),
			position: { line: 1, character: 0 },
		});
	return { editor, uri, textAfter, save, insert };
}

/** An editor that has the edit of an action computed when it is chosen. */
const CAPABILITIES = {
	textDocument: {
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
			dataSupport: true,
			resolveSupport: { properties: ['edit'] },
		},
	},
};

test('it is inserted below the cursor, and follows the citations when a person saves', async (t) => {
	const { editor, textAfter, save, insert } = await opened(t);
	assert.deepEqual(await save(1), null);
	const inserted = await insert();
	assert.equal(await textAfter((inserted?.edits ?? []) as TextEdit[]), LISTED);
	await editor.replace('note.md', NOTE, LISTED);
	assert.deepEqual((await insert())?.edits, []);
	assert.deepEqual(await save(1), []);
	await editor.replace('note.md', 'See @paper[ash2020]', 'See @paper[ash2020; oak2021]');
	assert.deepEqual(await save(2), null, 'nothing changes while someone types');
	assert.equal(
		await textAfter((await save(1)) ?? []),
		LISTED.replace('ash2020]', 'ash2020; oak2021]').replace(
			'Author, A. (2020). On Trees. *Journal*.\n',
			'Author, A. (2020a). Oaks. *Journal*.\n\nAuthor, A. (2020b). On Trees. *Journal*.\n',
		),
	);
});

test('a note that is not open has none, and one that cites nothing says so', async (t) => {
	const { editor, insert } = await opened(t);
	assert.equal(await insert('other.md'), null);
	await editor.replace('note.md', 'See @paper[ash2020].', 'Nothing.');
	assert.match((await insert())?.problem ?? '', /cites no paper yet/);
});

test('other editors are offered it on an empty line', async (t) => {
	const { editor, uri, textAfter } = await opened(t, 'Neovim');
	const actionsAt = (line: number): Promise<CodeAction[]> =>
		editor.request('textDocument/codeAction', {
			textDocument: { uri },
			range: { start: { line, character: 0 }, end: { line, character: 0 } },
			context: { diagnostics: [] },
		});
	const [action] = await actionsAt(1);
	assert.equal(action?.title, 'Insert the bibliography here');
	const { edit } = await editor.request<CodeAction>('codeAction/resolve', action ?? {});
	assert.equal(await textAfter(edit?.changes?.[uri] ?? []), LISTED);
	assert.deepEqual(await actionsAt(3), []);
});
