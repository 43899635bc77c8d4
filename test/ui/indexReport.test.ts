/**
 * The index report and the status item in the real window, as a screen reader finds them: names without padding, icons
 * or cut text; and a page that stays where one reads while its content changes.
 */

import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { statusName } from './statusItem.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

/** What only the eye can use: runs of blanks, icons of the private area, their names in text, and the sign of a cut. */
const NOT_READ = /\s{2}|^\s|\s$|[\u{e000}-\u{f8ff}]|\$\(|…$|\.\.\.$/u;

function workspaceWith(library: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-report-'));
	mkdirSync(join(folder, 'papers'));
	writeFileSync(join(folder, 'papers/library.bib'), library);
	writeFileSync(join(folder, 'note.md'), '# Note\n');
	return folder;
}

describe('the index report', () => {
	let folder: string;
	let window: VscodeWindow;

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		const entry = (index: number) =>
			`@article{odd${index}, title = {On ${index}}, author = {Doe, Jo}, year = 2020, doi = {none}}\n`;
		folder = workspaceWith(Array.from({ length: 60 }, (_, index) => entry(index)).join(''));
		for (let file = 0; file < 60; file++) {
			writeFileSync(
				join(folder, `papers/part${file}.bib`),
				`@article{part${file}, title = {Part ${file}}, author = {Doe, Jo}, year = 2019}\n`,
			);
		}
		window = await openWindow({ workspace: folder, extensionPath: ROOT });
		await window.page.locator('.explorer-folders-view').getByText('note.md').dblclick();
	});

	after(async () => {
		await window?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('the status item is called what it says', async () => {
		const name = await statusName(window, /^Paper Notes: 120 papers/);
		assert.equal(name, 'Paper Notes: 120 papers, 180 problems in your files. Opens the index report.');
		assert.doesNotMatch(name, NOT_READ);
	});

	test('the report has headings, lists and links with names that can be read out', async () => {
		await window.runCommand('Papers: Show Index Report');
		const page = window.webview;
		await page.getByRole('heading', { name: 'Paper Notes: Index Report', level: 1 }).waitFor();
		for (const name of ['Problems', 'Files']) {
			await page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
		}
		assert.equal(await page.locator('html').getAttribute('lang'), 'en');
		const names = await page.locator('h1, h2, p, a, li').allInnerTexts();
		assert.ok(names.length > 120, `${names.length} names`);
		for (const name of names.flatMap((text) => text.split('\n'))) {
			assert.doesNotMatch(name, NOT_READ);
		}
		assert.deepEqual(
			(await page.getByRole('link').allInnerTexts()).filter((name) => name === ''),
			[],
		);
		await window.screenshot(join(SCREENSHOTS, 'report-problems.png'));
	});

	test('it follows the index, and stays where one reads, on the link one is at', async () => {
		const link = window.webview.getByRole('link', { name: 'papers/part40.bib' });
		await link.scrollIntoViewIfNeeded();
		await link.focus();
		const place = await link.boundingBox();
		appendFileSync(
			join(folder, 'papers/part59.bib'),
			'@article{more, title = {More}, author = {Roe, Al}, year = 2018}\n',
		);
		await window.webview.getByRole('listitem').filter({ hasText: 'part59.bib BibTeX, 2 papers' }).waitFor();
		assert.deepEqual(await link.boundingBox(), place);
		assert.equal(await window.webview.locator(':focus').textContent(), 'papers/part40.bib');
	});

	test('it begins where it was left when one comes back from a file', async () => {
		const link = window.webview.getByRole('link', { name: 'papers/part40.bib' });
		const place = await link.boundingBox();
		await link.press('Enter');
		await window.page.locator('.tab.active[data-resource-name="part40.bib"]').waitFor();
		await window.runCommand('Papers: Show Index Report');
		await eventually({ read: () => link.boundingBox(), accept: (now) => now?.y === place?.y, what: 'the same place' });
	});

	test('a link leads to the line of a problem, and no other file is opened', async () => {
		await window.webview.getByRole('link', { name: 'papers/library.bib:2', exact: true }).first().click();
		await window.page.locator('.tab.active[data-resource-name="library.bib"]').waitFor();
		await window.statusBar((entries) => entries.some((entry) => entry.startsWith('Ln 2, ')));
	});
});
