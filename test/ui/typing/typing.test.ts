/**
 * The list of papers never dies: whatever is typed, deleted, pasted and undone inside a citation in the real window, the
 * list shows the server's answer to it. `TYPING_SEED` draws other steps.
 */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../../support/eventually.ts';
import { type SampleWorkspace, sampleWorkspace } from '../../support/sampleWorkspace.ts';
import { listsSeen, watchLists } from '../../vscode/inPage.js';
import type { VscodeWindow } from '../../vscode/vscodeWindow.ts';
import { openWindow } from '../../vscode/window.ts';
import { listsDuring } from '../uncalledLists.ts';
import { type ListOfServer, listOfServer } from './listOfServer.ts';
import { COMPOSED_LIBRARY, composedStepsFor, type Steps, stepsFor } from './steps.ts';
import { type Line, OPEN, showsList, Typist } from './typist.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NOTE = 'notes/typing.md';
const SEED = Number(process.env['TYPING_SEED'] ?? 11);
const CITATIONS = 30;

let workspace: SampleWorkspace;
let window: VscodeWindow;
let server: ListOfServer;
let typist: Typist;

before(async () => {
	workspace = sampleWorkspace();
	writeFileSync(join(workspace.path, NOTE), '');
	writeFileSync(join(workspace.path, 'papers/composed.bib'), COMPOSED_LIBRARY);
	window = await openWindow({
		workspace: workspace.path,
		extensionPath: ROOT,
		settings: { 'editor.wordWrap': 'off' },
	});
	await window.openFile(NOTE);
	await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
	server = await listOfServer(workspace.path, NOTE);
	typist = new Typist(window);
	await typist.begin();
});

after(async () => {
	await server?.close();
	await window?.close();
	workspace.remove();
});

/** Waits for the list that the server gives at this text. */
async function seeList({ text, cursor }: Line, what: string): Promise<void> {
	const expected = await server.rows(text, cursor);
	assert.ok(expected && expected.length > 0, `the server has no list at ${what}`);
	await eventually({
		read: () => typist.rows(),
		accept: (rows) => showsList(rows, expected),
		what: `the list at ${what}: ${expected[0]}`,
		timeoutMs: 20_000,
	});
}

/** How many steps of these citations were followed by their list: all that left a citation to look at. */
async function typeAll(citations: readonly Steps[]): Promise<number> {
	let count = 0;
	for (const [number, steps] of citations.entries()) {
		let line = await typist.fresh();
		await seeList(line, 'the empty citation');
		for (const step of steps) {
			line = await typist.doAndSee(step, line);
			// An undo may take the citation itself away.
			if (line.cursor >= OPEN.length && line.text.startsWith(OPEN)) {
				await seeList(line, `citation ${number}, ${JSON.stringify(step)}, ${line.text} (${line.cursor})`);
				count++;
			}
		}
	}
	return count;
}

test(`the list is there after each step of ${CITATIONS} citations, drawn from seed ${SEED}`, async (t) => {
	const count = await typeAll(stepsFor(CITATIONS, SEED));
	t.diagnostic(`the list was there after each of ${count} steps`);
	assert.ok(count > 10 * CITATIONS);
});

test('the list is there after each word that an input method has composed, Chinese and Japanese', async () => {
	assert.ok((await typeAll(composedStepsFor(5, SEED))) > 20);
});

test('Escape closes the list for as long as the cursor stays, and Ctrl+Space opens it again', async () => {
	await typist.fresh();
	await window.type('attention');
	// Until the last letter has been answered, its list may still come.
	await seeList(await typist.line(({ text }) => text === `${OPEN}attention]`), 'the query before Escape');
	await window.press('Escape');
	await eventually({ read: () => typist.rows(), accept: (rows) => rows.length === 0, what: 'the list to close' });
	await window.page.evaluate(watchLists);
	// At a person's speed, so that each key has its answer from the extension while the next ones are pressed.
	await window.type(' is', 60);
	for (const key of ['Backspace', 'Backspace']) {
		await window.press(key);
	}
	await window.type('. and whatever else', 60);
	await typist.line(({ text }) => text.includes('attention . and whatever else'));
	assert.deepEqual(await window.page.evaluate(listsSeen), []);
	await window.press('Control+Space');
	await window.suggestRows();
});

test('taking a row ends the list, and one undo brings the query back', async () => {
	await typist.fresh();
	await window.type('vaswani atten');
	await window.suggestRows(([row = '']) => row.startsWith('Vaswani'));
	await window.press('Enter');
	await typist.line(({ text }) => text === `${OPEN}vaswani2017]`);
	// From here on only: while the last letters are answered, the list may come and go.
	const isClosed = async (): Promise<void> => assert.deepEqual(await typist.rows(), []);
	const lists = await listsDuring(window, isClosed, { over: 'vaswani2017', says: 'Copy key' });
	assert.deepEqual(lists, []);
	await window.press('Control+Z');
	const line = await typist.line(({ text }) => text === `${OPEN}vaswani atten]`);
	await seeList(line, 'the query that has come back');
});

test('a citation that is typed in one go leaves no list behind, not even of other words', async () => {
	for (const key of ['vaswani2017', 'devlin2019bert', 'he2016']) {
		await typist.empty();
		await window.type(`So it is @paper[${key}].`, 20);
		// Once the card can be had, the extension has answered to every key.
		await window.hoverText(key, (card) => card !== '');
		await eventually({
			read: () => typist.rows(),
			accept: (rows) => rows.length === 0,
			what: 'no list behind the full stop',
			timeoutMs: 10_000,
		});
	}
});

test('with two cursors the whole query is replaced at both', async () => {
	await typist.fresh();
	await window.press('Control+A');
	await window.press('Delete');
	await window.type('a\na');
	await window.press('Control+A');
	await window.press('Shift+Alt+I');
	await window.type(' @paper[vaswani atten');
	await window.suggestRows(([row = '']) => row.startsWith('Vaswani'));
	await window.press('Enter');
	await window.editorText((text) => text.split('\n').filter((line) => line === 'a @paper[vaswani2017]').length === 2);
});
