/** Pandoc's citations: offered where notes hold them, read where the settings say so. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type StatusSummary, statusChangedNotification } from '../../server/src/protocol.ts';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, paper, serverCase, status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';

const FILES = {
	'ws/refs.bib': entry('smith2020', 'First') + entry('doe:2019/x', 'Second'),
	'ws/notes/one.md': '# One\n\nAs shown [see @smith2020, p. 3].\n',
	'ws/notes/two.md': 'Nothing yet. \n',
};

function offered(editor: StdioEditor, folders: readonly string[]): Promise<unknown> {
	return eventually({
		read: async () => (await status(editor)).offers?.pandoc ?? [],
		accept: (seen) => JSON.stringify(seen) === JSON.stringify(folders),
		what: `the offer for ${folders.length} folders`,
	});
}

function started(t: TestContext) {
	const files = serverCase(t, FILES);
	const settings: { syntaxes: readonly string[] } = { syntaxes: ['paper'] };
	const uri = pathToFileURL(files.path('ws')).href;
	const change = async (editor: StdioEditor, syntaxes: readonly string[]): Promise<void> => {
		settings.syntaxes = syntaxes;
		await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	};
	return { uri, change, start: () => files.start({ on: 'ws', settings: () => settings }) };
}

/** The lines that cite the paper, once there are as many. */
function citing(editor: StdioEditor, key: string, count: number): Promise<readonly string[]> {
	return eventually({
		read: async () => (await paper(editor, key))?.citedBy.map(({ text }) => text) ?? [],
		accept: (lines) => lines.length === count,
		what: `${count} citations of ${key}`,
	});
}

test('they are offered in the status, and read once the settings say so', async (t) => {
	const { uri, change, start } = started(t);
	const editor = await start();
	const told: StatusSummary[] = [];
	editor.connection.onNotification(statusChangedNotification, (summary: StatusSummary) => {
		told.push(summary);
	});
	await indexed(editor);
	await offered(editor, [uri]);
	await eventually({
		read: () => told.at(-1)?.offers?.pandoc,
		accept: (folders) => folders?.[0] === uri,
		what: 'the client to be told',
	});
	await change(editor, ['paper', 'pandoc']);
	await offered(editor, []);
	assert.deepEqual(await citing(editor, 'smith2020', 1), ['As shown [see @smith2020, p. 3].']);
});

test('a citation of ours ends the offer', async (t) => {
	const { uri, start } = started(t);
	const editor = await start();
	await offered(editor, [uri]);
	await editor.write('notes/two.md', 'See @paper[smith2020].\n');
	await offered(editor, []);
	await editor.remove('notes/two.md');
	await offered(editor, [uri]);
	await editor.write('notes/one.md', 'Nothing.\n');
	await offered(editor, []);
});

test('"auto" reads them where notes hold them, from a start and as notes change', async (t) => {
	const { change, start } = started(t);
	const editor = await start();
	await change(editor, ['auto']);
	await citing(editor, 'smith2020', 1);
	await editor.open('notes/two.md');
	await editor.replace('notes/two.md', 'Nothing yet. ', 'Also @smith2020. ');
	await citing(editor, 'smith2020', 2);
	await editor.write('notes/one.md', 'Nothing.\n');
	await citing(editor, 'smith2020', 0);
});

test('where they count, an @ has the list', async (t) => {
	const { change, start } = started(t);
	const editor = await start();
	await change(editor, ['paper', 'pandoc']);
	await citing(editor, 'smith2020', 1);
	await editor.open('notes/two.md');
	await editor.replace('notes/two.md', 'yet. ', 'yet. As [@] ');
	const seen = await editor.completions('notes/two.md', '[@|');
	assert.ok(
		seen.some(({ lineAfter }) => lineAfter === 'Nothing yet. As [@smith2020]'),
		JSON.stringify(seen),
	);
	await editor.replace('notes/two.md', '[@]', '@sec');
	const [second] = await editor.completions('notes/two.md', '@sec|');
	assert.equal(second?.lineAfter, 'Nothing yet. As @doe:2019/x');
});
