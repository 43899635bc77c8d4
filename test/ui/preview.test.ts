/** A note in VS Code's own Markdown preview: citations, cards and the list, and that text of papers stays text. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

const LIBRARY = `@article{ash2020, title = {On <script>trees</script>}, author = {Ash, Jo and Elm, Al}, journal = {Wood}, year = 2020, volume = 3, doi = {10.1000/1}, abstract = {They grow.}}
@book{oak2021, title = {Oaks}, author = {Oak, Ann}, publisher = {Forest Press}, year = 2021}
`;

const NOTE =
	'# Trees\n\nAs @paper[+@ash2020, p. 4] says, they grow @paper[see @oak2021; ash2020]. Not @paper[gone1999].\n';

describe('the preview', () => {
	let folder: string;
	let window: VscodeWindow;

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		folder = mkdtempSync(join(tmpdir(), 'paper-notes-preview-'));
		mkdirSync(join(folder, 'papers'));
		writeFileSync(join(folder, 'papers/library.bib'), LIBRARY);
		writeFileSync(join(folder, 'note.md'), NOTE);
		window = await openWindow({ workspace: folder, extensionPath: ROOT, allBuiltIns: true });
		await window.openFile('note.md');
		await window.page.locator('.statusbar-item', { hasText: /^\W*2 papers$/ }).waitFor({ timeout: 60_000 });
	});

	after(async () => {
		await window?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('shows citations in APA, the card on focus, and the list with links back', async () => {
		const { page } = window;
		await window.press('Control+Shift+V');
		const frame = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
		const first = frame.locator('.paper-citation').first();
		await first.waitFor({ timeout: 60_000 });
		assert.deepEqual(await frame.locator('.paper-link').allTextContents(), [
			'Ash & Elm (2020, p. 4)',
			'(Ash & Elm, 2020; see Oak, 2021)',
		]);
		assert.deepEqual(await frame.locator('.paper-unknown').allInnerTexts(), ['gone1999?']);
		assert.equal(await frame.locator('.paper-entry').count(), 2);
		await first.focus();
		await first.locator('.paper-card').waitFor({ state: 'visible' });
		await page.screenshot({ path: join(SCREENSHOTS, 'preview.png') });
		assert.equal(await frame.locator('script', { hasText: 'trees' }).count(), 0);
	});
});
