/** A folder without papers, on a machine that has a database of Zotero and no library: what the real window says and offers. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { statusName } from './statusItem.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

describe('without papers', () => {
	let folder: string;
	let window: VscodeWindow;
	const shoot = (name: string): Promise<void> => window.screenshot(join(SCREENSHOTS, `no-papers-${name}.png`));

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
		mkdirSync(join(folder, 'ws'));
		writeFileSync(join(folder, 'ws/note.md'), '# A note\n\n');
		mkdirSync(join(folder, 'home/Zotero'), { recursive: true });
		writeFileSync(join(folder, 'home/Zotero/zotero.sqlite'), 'SQLite format 3');
		window = await openWindow({
			workspace: join(folder, 'ws'),
			extensionPath: ROOT,
			env: { HOME: join(folder, 'home') },
		});
		await window.openFile('note.md');
	});

	after(async () => {
		await window?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('the status item says so, and leads to what helps', async () => {
		const name = await statusName(window, /no papers/);
		assert.equal(name, 'Paper Notes has found no papers. Opens the index report, which says what to do.');
		await window.page.locator('.statusbar-item', { hasText: 'No papers' }).click();
		const page = window.webview;
		await page.getByRole('heading', { name: 'No papers yet' }).waitFor();
		await page.getByRole('link', { name: 'Choose your library…' }).waitFor();
		await page.getByRole('link', { name: 'Open the sample' }).waitFor();
		await shoot('report');
		await page.getByRole('link', { name: 'paperNotes.corpus' }).click();
		await window.page.locator('.settings-editor .setting-item-title', { hasText: 'Corpus' }).first().waitFor();
		await shoot('setting');
		// The settings lie over the window and take its keys.
		await window.press('Escape');
		await window.page.locator('.monaco-modal-editor-block').waitFor({ state: 'hidden' });
		await window.runCommand('View: Close All Editors');
		await window.page.locator('iframe.webview').waitFor({ state: 'detached' });
	});

	test('where there is only the database of Zotero, a page shows the clicks for an export', async () => {
		await window.openFile('note.md');
		await window.runCommand('Papers: Choose Your Library…');
		await window.quickPickRows(([first = '']) => first.startsWith('Export from Zotero'));
		await shoot('zotero-offer');
		await window.press('Enter');
		const page = window.webview;
		await page.getByRole('heading', { name: 'Your Zotero Library in Paper Notes' }).waitFor();
		await shoot('zotero-page');
		await page.getByRole('link', { name: 'Choose Your Library…' }).click();
		await window.quickPickRows(([first = '']) => first.startsWith('Export from Zotero'));
		await window.press('Escape');
		await window.quickInputClosed();
	});

	test('the sample opens in a window of its own, as a copy', async () => {
		const opened = window.page.context().waitForEvent('page');
		await window.runCommand('Papers: Open the Sample');
		const sample = await opened;
		await sample.locator('.explorer-folders-view .monaco-list-row', { hasText: 'papers' }).first().waitFor();
		assert.match(decodeURIComponent(sample.url()), /globalStorage\/.*\/sample/);
	});
});
