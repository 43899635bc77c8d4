/** Problems of a citation are not reported while someone writes it, whatever the client supports. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, serverCase } from '../support/serverCase.ts';
import type { StdioEditor, StdioOptions } from '../support/stdioEditor.ts';

const NOTE = 'note.md';
const FILES = {
	'a.bib': entry('good2020', 'Good'),
	[NOTE]: 'First @paper[gone2020], then @paper[good2020].\n\nAnd @paper[lost2020].\n',
	'other.md': 'See @paper[good2020].',
};

/** A client to which diagnostics are pushed and which supports nothing else. */
const PUBLISHING = { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } }, clientName: 'Vim' };

/** Time does not release its citations, so slow tests do not matter. */
const TELLING = { initializationOptions: { cursorLeft: true } };

async function startWriting(t: TestContext, options: StdioOptions = {}) {
	const asked = { 'workspace/diagnostic/refresh': 0, 'workspace/semanticTokens/refresh': 0 };
	let statuses = 0;
	const instead = (method: string): undefined => {
		if (method in asked) {
			asked[method as keyof typeof asked]++;
		}
	};
	const editor = await serverCase(t, FILES).start({ ...options, instead });
	editor.connection.onNotification('paperNotes/statusChanged', () => void statuses++);
	await indexed(editor);
	await editor.open(NOTE);
	await editor.open('other.md');
	const tell = (method: string, path = NOTE): Promise<void> =>
		editor.connection.sendNotification(`textDocument/${method}`, { textDocument: { uri: editor.uri(path) } });
	return {
		editor,
		problems: async (path = NOTE) => (await editor.problems(path)).map(({ at }) => at),
		unknown: () => unknownReferences(editor),
		save: () => tell('didSave'),
		/** As VS Code saves: by a person (1), after a delay (2), or when the window loses the focus (3). */
		saveFor: async (reason: 1 | 2 | 3) => {
			await editor.connection.sendNotification('textDocument/willSave', {
				textDocument: { uri: editor.uri(NOTE) },
				reason,
			});
			await tell('didSave');
		},
		close: () => tell('didClose'),
		/** How often the client was told to ask for problems and for colours, except after status changes. */
		askedAgain: async () => {
			await editor.request('paperNotes/status', {});
			return Object.values(asked).map((count) => count - statuses);
		},
	};
}

/** The references that the server currently wants coloured as unknown, in the note's order. */
async function unknownReferences(editor: StdioEditor): Promise<string[]> {
	const params = { textDocument: { uri: editor.uri(NOTE) } };
	const { data } = await editor.request<{ data: number[] }>('textDocument/semanticTokens/full', params);
	const lines = (await editor.text(NOTE)).split('\n');
	const unknown: string[] = [];
	let [line, character] = [0, 0];
	for (let at = 0; at < data.length; at += 5) {
		const [down = 0, right = 0, length = 0, , modifiers] = data.slice(at, at + 5);
		character = right + (down === 0 ? character : 0);
		line += down;
		if (modifiers !== 0) {
			unknown.push(lines[line]?.slice(character, character + length) ?? '');
		}
	}
	return unknown;
}

test('a client that asks is told nothing of the citation being written, and to ask again once the note is saved', async (t) => {
	const { editor, problems, unknown, save, askedAgain } = await startWriting(t, TELLING);
	assert.deepEqual(await problems(), ['gone2020', 'lost2020']);
	assert.deepEqual(await unknown(), ['gone2020', 'lost2020']);
	await editor.replace(NOTE, 'gone2020', 'god2020');
	assert.deepEqual(await problems(), ['lost2020']);
	assert.deepEqual(await unknown(), ['lost2020']);
	assert.deepEqual(
		(await editor.fixes(NOTE, 'god|2020')).map(({ lineAfter }) => lineAfter)[0],
		'First @paper[good2020], then @paper[good2020].',
		'whoever asks how to mend it is told',
	);
	assert.deepEqual(await askedAgain(), [0, 0]);
	await save();
	assert.deepEqual(await askedAgain(), [1, 1]);
	assert.deepEqual(await problems(), ['god2020', 'lost2020']);
	assert.deepEqual(await unknown(), ['god2020', 'lost2020']);
	await save();
	assert.deepEqual(await askedAgain(), [1, 1]);
});

test('an editor that saves by itself while someone writes does not end it', async (t) => {
	const { editor, problems, saveFor, askedAgain } = await startWriting(t, TELLING);
	await editor.replace(NOTE, 'gone2020', 'god2020');
	assert.deepEqual(await problems(), ['lost2020']);
	await saveFor(2);
	assert.deepEqual(await askedAgain(), [0, 0]);
	assert.deepEqual(await problems(), ['lost2020']);
	await saveFor(1);
	assert.deepEqual(await problems(), ['god2020', 'lost2020']);
});

test('an edit elsewhere ends it: in the same note without a word, in another one with a word', async (t) => {
	const { editor, problems, askedAgain } = await startWriting(t, TELLING);
	await editor.replace(NOTE, 'gone2020', 'god2020');
	assert.deepEqual(await problems(), ['lost2020']);
	await editor.replace(NOTE, 'lost2020', 'lot2020');
	assert.deepEqual(await problems(), ['god2020']);
	await editor.replace(NOTE, 'And', 'Or');
	assert.deepEqual(await problems(), ['god2020', 'lot2020']);
	assert.deepEqual(await askedAgain(), [0, 0]);
	await editor.replace(NOTE, 'lot2020', 'lost2020');
	assert.deepEqual(await problems(), ['god2020']);
	await editor.replace('other.md', 'good2020', 'bad2020');
	assert.deepEqual(await askedAgain(), [1, 1]);
	assert.deepEqual([await problems(), await problems('other.md')], [['god2020', 'lost2020'], []]);
});

test('a client that tells when the cursor leaves a citation is told then', async (t) => {
	const { editor, problems, unknown, askedAgain } = await startWriting(t, TELLING);
	const leave = (params: object): Promise<void> => editor.connection.sendNotification('paperNotes/cursorLeft', params);
	await editor.replace(NOTE, 'gone2020', 'god2020 and');
	for (const params of [{}, { uri: 7 }, { uri: editor.uri('other.md') }, { uri: 'file:///elsewhere.md' }]) {
		await leave(params);
	}
	assert.deepEqual(await problems(), ['lost2020']);
	assert.deepEqual(await unknown(), ['lost2020']);
	assert.deepEqual(await askedAgain(), [0, 0]);
	await leave({ uri: editor.uri(NOTE) });
	await leave({ uri: editor.uri(NOTE) });
	assert.deepEqual(await askedAgain(), [1, 1]);
	assert.deepEqual(await problems(), ['god2020 and', 'lost2020']);
});

test('a client that asks, and says nothing of the cursor, is told to ask again a moment after the last key', async (t) => {
	const { editor, problems, askedAgain } = await startWriting(t);
	// Both at once, so that nothing comes between them even on a slow machine.
	const edit = editor.replace(NOTE, 'gone2020', 'god2020');
	const [held] = await Promise.all([problems(), edit]);
	assert.deepEqual(held, ['lost2020']);
	await eventually({
		read: askedAgain,
		accept: (times) => times.join() === '1,1',
		what: 'the client to be told',
	});
	assert.deepEqual(await problems(), ['god2020', 'lost2020']);
});

test('a client that is sent problems gets those of the citation being written a moment after the last key', async (t) => {
	const { editor } = await startWriting(t, PUBLISHING);
	const gone = '{"line":0,"character":13}';
	const lost = '{"line":2,"character":11}';
	const published = [`${gone},${lost}`];
	editor.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
		if (uri === editor.uri(NOTE)) {
			published.push(diagnostics.map(({ range }: { range: { start: object } }) => JSON.stringify(range.start)).join());
		}
	});
	await editor.replace(NOTE, 'gone2020', 'g');
	await eventually({
		read: () => published.filter((told, index) => told !== published[index - 1]),
		accept: (told) => JSON.stringify(told) === JSON.stringify([`${gone},${lost}`, lost, `${gone},${lost}`]),
		what: 'the problems of the note',
	});
});

test('a note that is closed while it is written has all its problems when it is opened again', async (t) => {
	const { editor, close } = await startWriting(t, PUBLISHING);
	const uri = editor.uri(NOTE);
	await editor.replace(NOTE, 'gone2020', 'god2020');
	await close();
	const textDocument = { uri, languageId: 'markdown', version: 1, text: await editor.text(NOTE) };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	await editor.request('paperNotes/status', {});
	assert.deepEqual(editor.heard.published.get(uri)?.length, 2);
});

test('a client that sends the whole text with each change holds back only what differs', async (t) => {
	const { editor, problems } = await startWriting(t, TELLING);
	const text = FILES[NOTE].replace('gone2020', 'g');
	await editor.connection.sendNotification('textDocument/didChange', {
		textDocument: { uri: editor.uri(NOTE), version: 2 },
		contentChanges: [{ text }],
	});
	assert.equal((await problems()).length, 1);
});

test("Pandoc's citations are held back as ours are", async (t) => {
	const { editor, problems } = await startWriting(t, { ...TELLING, settings: { syntaxes: ['paper', 'pandoc'] } });
	await editor.replace(NOTE, 'And @paper', 'And [@miss2020; @lack2020], @none2020, @paper');
	assert.deepEqual(await problems(), ['gone2020']);
	await editor.replace(NOTE, 'lack2020', 'lak2020');
	assert.deepEqual(await problems(), ['gone2020', 'none2020', 'lost2020']);
	await editor.replace(NOTE, 'none2020', 'non2020');
	assert.deepEqual(await problems(), ['gone2020', 'miss2020', 'lak2020', 'lost2020']);
});
