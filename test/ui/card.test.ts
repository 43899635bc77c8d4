/** The card of a citation in the real window: what one acts on is in sight, and works with mouse and keyboard. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { listsDuring } from './uncalledLists.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

const AUTHORS = Array.from({ length: 24 }, (_, index) => `Family${index}, Given`).join(' and ');

const LIBRARY = `@article{big2022, title = {A Large Study}, author = {${AUTHORS}}, journal = {Nature}, year = 2022,
doi = {10.1000/xyz}, abstract = {${'We present a large study of many things. '.repeat(60)}},
file = {Full Text:files/1/a.pdf:application/pdf;Slides:files/2/b.pdf:application/pdf}}
@article{gone2020, title = {Gone}, author = {张, 伟}, year = 2020, file = {:missing/x.pdf:PDF}}
`;

describe('the card', () => {
	let folder: string;
	let window: VscodeWindow;

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		folder = mkdtempSync(join(tmpdir(), 'paper-notes-card-'));
		mkdirSync(join(folder, 'papers/files/1'), { recursive: true });
		mkdirSync(join(folder, 'papers/files/2'), { recursive: true });
		writeFileSync(join(folder, 'papers/files/1/a.pdf'), '%PDF-1.4\n');
		writeFileSync(join(folder, 'papers/files/2/b.pdf'), '%PDF-1.4\n');
		writeFileSync(join(folder, 'papers/library.bib'), LIBRARY);
		writeFileSync(join(folder, 'note.md'), 'See @paper[big2022] and @paper[gone2020].\n');
		window = await openWindow({ workspace: folder, extensionPath: ROOT });
		await window.page.locator('.explorer-folders-view').getByText('note.md').dblclick();
		await window.page.locator('.statusbar-item', { hasText: /^\W*2 papers$/ }).waitFor({ timeout: 60_000 });
	});

	after(async () => {
		await window?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('its actions are in sight above a long abstract', async () => {
		await window.hoverText('big2022', (card) => card.includes('Copy key'));
		const card = await window.page.locator('.monaco-hover:visible').first().boundingBox();
		const action = await window.page.locator('.monaco-hover:visible').getByText('Show record').boundingBox();
		assert.ok(card && action && action.y + action.height < card.y + card.height, JSON.stringify({ card, action }));
		await window.screenshot(join(SCREENSHOTS, 'card-long.png'));
	});

	test('"and 14 more" lists all authors, and one of them leads to their papers', async () => {
		await window.page.locator('.monaco-hover:visible').getByText('and 14 more').click();
		await window.quickPickRows((rows) => rows.length > 10);
		await window.type('Family23');
		await window.quickPickRows(([row = '', ...others]) => row === 'Given Family23' && others.length === 0);
		await window.screenshot(join(SCREENSHOTS, 'card-authors.png'));
		await window.press('Enter');
		await window.quickPickRows(([row = '']) => row.includes('A Large Study'));
		await window.press('Escape');
	});

	test('a link gives the citation under the card another form', async () => {
		await window.openFile('note.md');
		// Where the cursor is: elsewhere no list would come up anyway.
		await window.clickOn('gone2020');
		await window.hoverText('gone2020', (card) => card.includes('张伟'));
		const lists = await listsDuring(
			window,
			async () => {
				await window.page.locator('.monaco-hover:visible').getByText('Cite in the text').click();
				await window.editorText((text) => text.includes('@paper[+@gone2020]'));
				// The mouse is on it still, but what it says of the form is no longer so.
				await window.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
			},
			{ over: 'gone2020', says: 'Cite in parentheses' },
		);
		assert.deepEqual(lists, [], 'whoever has chosen a form is done with the citation');
		await window.press('Control+Z');
		await window.editorText((text) => text.includes('@paper[gone2020]'));
	});

	test('by keyboard: the card takes the focus, and Tab reaches its links', async () => {
		await window.openFile('note.md');
		await window.press('Control+Home');
		for (let step = 0; step < 14; step++) {
			await window.press('ArrowRight');
		}
		const focused = async () => (await window.page.locator(':focus').textContent({ timeout: 1000 })) ?? '';
		// The first press opens the card, the second gives it the focus.
		await window.press('Control+K');
		await window.press('Control+I');
		await window.page.locator('.monaco-hover:visible').getByText('Copy key').waitFor();
		await window.press('Control+K');
		await window.press('Control+I');
		await eventually({
			read: async () => {
				await window.press('Tab');
				return focused();
			},
			accept: (text) => text === 'and 14 more',
			what: 'the link to all authors to have the focus',
		});
		await window.press('Tab');
		assert.equal(await focused(), 'PDF');
	});

	test('of several PDF files one is chosen, and a window in the browser says what it needs to show it', async () => {
		await window.press('Enter');
		await window.quickPickRows(
			(rows) => rows.length === 2 && rows.every((row) => /^[ab]\.pdf ?papers\/files\/[12]$/.test(row)),
		);
		await window.screenshot(join(SCREENSHOTS, 'card-pdfs.png'));
		await window.press('Enter');
		await window.notifications(([message = '']) => message.includes('An extension for PDF files can'));
		await window.runCommand('Notifications: Clear All Notifications');
	});

	test('a PDF that is gone is said to be, with the place where it was looked for', async () => {
		await window.openFile('note.md');
		await window.press('Control+End');
		await window.press('ArrowUp');
		await window.press('End');
		for (let step = 0; step < 4; step++) {
			await window.press('ArrowLeft');
		}
		await window.runCommand('Papers: Open PDF');
		const [message = ''] = await window.notifications(([text = '']) => text.includes('x.pdf'));
		assert.equal(message, `"x.pdf" is not there. Looked for ${join(folder, 'papers/missing/x.pdf')}.`);
		await window.screenshot(join(SCREENSHOTS, 'card-pdf-gone.png'));
	});
});

/** The least that shows a PDF file in VS Code: an editor that says which one it was given. */
function pdfViewer(folder: string): string {
	const viewer = join(folder, 'viewer');
	mkdirSync(viewer);
	const customEditors = [{ viewType: 'test.pdf', displayName: 'PDF', selector: [{ filenamePattern: '*.pdf' }] }];
	writeFileSync(
		join(viewer, 'package.json'),
		JSON.stringify({
			...{ name: 'viewer', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.101.0' }, main: './main.js' },
			contributes: { customEditors },
		}),
	);
	writeFileSync(
		join(viewer, 'main.js'),
		`const vscode = require('vscode');
exports.activate = () => vscode.window.registerCustomEditorProvider('test.pdf', {
	openCustomDocument: (uri) => ({ uri, dispose() {} }),
	resolveCustomEditor: ({ uri }, { webview }) => { webview.html = '<main>This is ' + uri.path.split('/').pop() + '</main>'; },
});`,
	);
	return viewer;
}

test('where an extension shows PDF files, the only one of a paper opens at once', async () => {
	const outer = mkdtempSync(join(tmpdir(), 'paper-notes-viewer-'));
	const folder = join(outer, 'notes');
	mkdirSync(join(folder, 'papers'), { recursive: true });
	writeFileSync(join(folder, 'papers/a.pdf'), '%PDF-1.4\n');
	writeFileSync(join(folder, 'papers/library.bib'), '@article{one, title = {One}, file = {:a.pdf:PDF;:gone.pdf:PDF}}');
	writeFileSync(join(folder, 'note.md'), 'See @paper[one].\n');
	const window = await openWindow({ workspace: folder, extensionPath: ROOT, furtherExtensions: [pdfViewer(outer)] });
	try {
		await window.page.locator('.explorer-folders-view').getByText('note.md').dblclick();
		await window.page.locator('.statusbar-item', { hasText: /^\W*1 paper$/ }).waitFor({ timeout: 60_000 });
		await window.hoverText('one', (card) => card.includes('PDF'));
		await window.page.locator('.monaco-hover:visible').getByText('PDF', { exact: true }).click();
		await window.webview.getByText('This is a.pdf').waitFor();
	} finally {
		await window.close();
		rmSync(outer, { recursive: true, force: true });
	}
});
