/** F2 in the real window: everywhere in one step, taken back in one, and refused with a message. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { listsDuring } from './uncalledLists.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');
const NOTE = 'notes/attention.md';
/** Not open in the editor. */
const CLOSED = 'notes/closed.md';

let workspace: SampleWorkspace;
let window: VscodeWindow;

before(async () => {
	mkdirSync(SCREENSHOTS, { recursive: true });
	workspace = sampleWorkspace();
	writeFileSync(join(workspace.path, CLOSED), 'As in @paper[see @vaswani2017, p. 3].\n');
	window = await openWindow({ workspace: workspace.path, extensionPath: ROOT });
	await window.openFile(NOTE);
	await window.statusBar((entries) => entries.includes('37 papers'));
});

after(async () => {
	await window?.close();
	workspace.remove();
});

test('F2 renames the key in the note, in notes that are closed and in the record, and one undo takes all of it back', async () => {
	await window.clickOn('vaswani2017');
	const lists = await listsDuring(
		window,
		async () => {
			await renameTo('attention2017', 'vaswani2017');
			await window.editorText((text) => text.includes('@paper[attention2017], and most'));
		},
		{ over: 'bahdanau2015', says: 'Copy key' },
	);
	assert.deepEqual(lists, [], 'whoever has renamed a key is done with it');
	await onDisk(CLOSED, (text) => text === 'As in @paper[see @attention2017, p. 3].\n');
	await onDisk('papers/classics.bib', (text) => text.includes('@inproceedings{attention2017,'));
	// The corpus knows the new key: it is no unknown one.
	await window.squiggles((all) => all.length === 1 && all[0]?.text === 'vaswni2017');
	await window.screenshot(join(SCREENSHOTS, 'rename-done.png'));

	await window.openFile(NOTE);
	await window.press('Control+Z');
	await window.editorText((text) => text.includes('@paper[vaswani2017], and most'));
	await window.runCommand('File: Save All Files');
	await onDisk(CLOSED, (text) => text === 'As in @paper[see @vaswani2017, p. 3].\n');
	await onDisk('papers/classics.bib', (text) => text.includes('@inproceedings{vaswani2017,'));
});

test('a name that is taken is refused with a message, and nothing changes', async () => {
	await window.openFile(NOTE);
	const text = await window.editorText();
	await window.clickOn('vaswani2017');
	await renameTo('bahdanau2015', 'vaswani2017');
	const [message] = await window.notifications((all) => all.length > 0);
	assert.match(message ?? '', /^Another paper already has the key "bahdanau2015"/);
	await window.screenshot(join(SCREENSHOTS, 'rename-refused.png'));
	assert.equal(await window.editorText(), text);
});

/** F2, which must offer `before`, and another name. */
async function renameTo(name: string, before: string): Promise<void> {
	await window.press('F2');
	const input = window.page.locator('.rename-box input');
	await eventually({
		read: () => input.inputValue({ timeout: 500 }),
		accept: (value) => value === before,
		what: `the rename box to offer ${before}`,
	});
	await window.screenshot(join(SCREENSHOTS, 'rename-box.png'));
	await input.fill(name);
	await window.press('Enter');
}

function onDisk(path: string, accept: (text: string) => boolean): Promise<string> {
	const read = (): string => readFileSync(join(workspace.path, path), 'utf8');
	return eventually({ read, accept, what: `${path} to be changed on disk` });
}
