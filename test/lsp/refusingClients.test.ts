/** A client may refuse or ignore any request of the server. Citing must work nevertheless. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { eventually } from '../support/eventually.ts';
import { entry, known, serverCase } from '../support/serverCase.ts';
import type { StdioEditor, StdioOptions } from '../support/stdioEditor.ts';

interface Setting {
	readonly options?: StdioOptions;
	readonly library?: string;
}

/** Every request that the server sends to a client, and what triggers it. */
const REQUESTS: ReadonlyMap<string, () => Setting> = new Map([
	['workspace/configuration', () => ({})],
	['client/registerCapability', () => ({})],
	['client/unregisterCapability', () => ({})],
	['workspace/diagnostic/refresh', () => ({})],
	['workspace/semanticTokens/refresh', () => ({})],
	['window/workDoneProgress/create', () => ({ library: LARGE() })],
	['window/showMessageRequest', () => ({ options: { initializationOptions: { editor: 'vscode' } } })],
]);

/** Reading takes longer than the delay before progress is shown. */
const LARGE = (): string => [...generatedPapers(5000, 3)].map(toBibtex).join('\n');

interface Session {
	readonly editor: StdioEditor;
	/** The server's requests so far. */
	readonly asked: ReadonlySet<string>;
}

/** A session that triggers all requests of the server. `instead` is the client's reaction to each. */
async function session(
	t: TestContext,
	{ options, library = '' }: Setting,
	instead: (method: string) => unknown,
): Promise<Session> {
	const files = serverCase(t, {
		'a.bib': entry('good2020', 'Good'),
		'note.md': 'See @paper[goo] and @paper[good2020].',
		'more/b.txt': entry('other2020', 'Other'),
		'large.bib': library,
	});
	const asked = new Set<string>();
	const answered = (method: string): unknown => {
		asked.add(method);
		return instead(method);
	};
	const editor = await files.start({ ...options, instead: answered });
	await known(editor, 'good2020');
	await editor.open('note.md');
	const settings = { paperNotes: { corpus: ['*.bib', 'more'] } };
	await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
	const position = { line: 0, character: 'See @paper[goo] and @paper[go'.length };
	const place = { textDocument: { uri: editor.uri('note.md') }, position };
	await editor.request('textDocument/rename', { ...place, newName: 'two words' }).catch(() => undefined);
	return { editor, asked };
}

/** Checks that the server answers, handles notifications and shuts down normally. */
async function goesOn(editor: StdioEditor): Promise<void> {
	const keys = async (): Promise<string[]> =>
		(await editor.completions('note.md', '@paper[goo|')).map(({ lineAfter }) => lineAfter);
	assert.match((await keys()).join('\n'), /@paper\[good2020\] and/);
	await editor.write('a.bib', entry('good2020', 'Good') + entry('goose2020', 'Goose'));
	await known(editor, 'goose2020');
	assert.match((await keys()).join('\n'), /@paper\[goose2020\] and/);
	assert.equal(await editor.close(), 0);
}

for (const [refused, setting] of REQUESTS) {
	test(`a client that refuses ${refused} is served all the same`, async (t) => {
		const refuse = (method: string): unknown =>
			method === refused ? new ResponseError(ErrorCodes.MethodNotFound, `No ${method} here.`) : undefined;
		const { editor, asked } = await session(t, setting(), refuse);
		await eventually({ read: () => asked.has(refused), accept: Boolean, what: `the request ${refused}` });
		await goesOn(editor);
	});
}

test('a client that answers nothing is served with the standard settings', async (t) => {
	const { editor, asked } = await session(t, {}, () => new Promise(() => undefined));
	assert.ok(asked.has('workspace/configuration'));
	await goesOn(editor);
	assert.match(editor.heard.words.join('\n'), /does not tell its settings: .*no answer within/);
});

test('settings that come late count from then on', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('good2020', 'Good'), 'more/b.txt': entry('other2020', 'Other') });
	const late = Promise.withResolvers<unknown>();
	const instead = (method: string): unknown => (method === 'workspace/configuration' ? late.promise : undefined);
	const editor = await files.start({ instead });
	await known(editor, 'good2020');
	const settings = { corpus: ['more'] };
	late.resolve([settings, settings]);
	await known(editor, 'other2020');
	await known(editor, 'good2020', false);
});

test('what goes wrong with the index is said in a notification', async (t) => {
	const files = serverCase(t, { 'a.bib': entry('good2020', 'Good') });
	const asked = new Set<string>();
	const instead = (method: string): undefined => void asked.add(method);
	const editor = await files.start({ initializationOptions: { storagePath: files.path('a.bib/below') }, instead });
	await known(editor, 'good2020');
	assert.match(editor.heard.words.join('\n'), /cannot be saved/);
	assert.ok(!asked.has('window/showMessageRequest'));
});
