/** File names that are spelled differently on disk and in the editor, in the settings or in a note. */

import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { entry, known, type ServerCase, serverCase, status } from '../support/serverCase.ts';

/** `ü` and `é`, composed and decomposed. */
const [U, U2, E, E2] = ['\u00fc', 'u\u0308', '\u00e9', 'e\u0301'];

/** Makes the server believe that it runs on macOS, whose disks ignore case and composition. */
function onMacOs(files: ServerCase): Readonly<Record<string, string>> {
	const preload = files.path('macos.mjs');
	writeFileSync(preload, "Object.defineProperty(process, 'platform', { value: 'darwin' });");
	return { NODE_OPTIONS: `--import=${pathToFileURL(preload).href}` };
}

async function checkOneNote(t: TestContext, environment: (files: ServerCase) => Readonly<Record<string, string>>) {
	const files = serverCase(t, {
		[`ws/B${U2}cher/a.bib`]: entry('a2020', 'On Apples'),
		[`ws/not${E2}.md`]: 'See @paper[a2020]',
		[`ws/unread/x.bib`]: entry('x2020', 'On Pears'),
	});
	const editor = await files.start({ on: 'ws', settings: { corpus: [`B${U}cher/**`] }, env: environment(files) });
	await indexed(editor);
	await known(editor, 'a2020');
	await known(editor, 'x2020', false);
	const textDocument = { uri: editor.uri(`not${E}.md`), languageId: 'markdown', version: 1, text: 'See @paper[a2020]' };
	await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
	assert.equal((await known(editor, 'a2020'))?.citedBy.length, 1);
	assert.equal((await status(editor)).notes, 1);
}

test('letters composed otherwise on disk make no second note, and match the settings', (t) =>
	checkOneNote(t, () => ({})));

test('nor do they on macOS', (t) => checkOneNote(t, onMacOs));

test('where case is ignored, a file that is named in another case is followed as it changes and is renamed', async (t) => {
	const files = serverCase(t, {
		'ws/note.md': '---\nbibliography: named.BIB\n---\nSee @paper[named2020] and @paper[one2020]',
		'ws/Named.bib': entry('named2020', 'Named'),
		'lib/Refs.bib': entry('one2020', 'One'),
	});
	const settings = { corpus: [files.path('LIB/refs.bib')] };
	const editor = await files.start({ on: 'ws', settings, env: onMacOs(files) });
	await known(editor, 'one2020');
	await known(editor, 'named2020');
	await editor.write('../lib/Refs.bib', entry('two2020', 'Two'));
	await known(editor, 'two2020');
	await editor.write('Named.bib', entry('renamed2020', 'Named'));
	await known(editor, 'renamed2020');
	renameSync(files.path('ws/Named.bib'), files.path('ws/NAMED.bib'));
	await editor.changed('Named.bib');
	await editor.changed('NAMED.bib');
	await eventually({
		read: async () => (await status(editor)).files.map(({ uri }) => uri.replace(/^.*\//, '')).sort(),
		accept: (names) => names.join() === 'NAMED.bib,Refs.bib',
		what: 'the new name alone',
	});
	await known(editor, 'renamed2020');
});
