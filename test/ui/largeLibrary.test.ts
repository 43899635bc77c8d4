/** A large library in the real window: reading it can be stopped and goes on, and thousands of problems stay readable. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { generatedPapers, toBibtex } from '../bench/generatedCorpus.ts';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

/** Some seconds of reading. */
const PAPERS = 15_000;
const FILES = 15;

/** More than the editor shows of one file. */
const BROKEN = 1500;

const papers = [...generatedPapers(PAPERS, 9)].map((paper) => ({ ...paper, abstract: paper.abstract.slice(0, 400) }));

/** In the last of the files, near its end. */
const late = papers.findLast((_, index) => index % FILES === 9);

function writeLibrary(folder: string): void {
	const entries = papers.map(toBibtex);
	for (let part = 0; part < FILES; part++) {
		const own = entries.filter((_, index) => index % FILES === part);
		writeFileSync(join(folder, `part${part}.bib`), own.join('\n'));
	}
	const broken = Array.from(
		{ length: BROKEN },
		(_, index) =>
			`@article{odd${index}, title = {On Oddity ${index}}, author = {Doe, Jo}, year = 2020, doi = {none}}\n`,
	);
	writeFileSync(join(folder, 'broken.bib'), broken.join(''));
}

describe('a large library', () => {
	let workspace: SampleWorkspace;
	let window: VscodeWindow;
	const shoot = (name: string): Promise<void> => window.screenshot(join(SCREENSHOTS, `large-${name}.png`));
	const all = `${(PAPERS + BROKEN + 37).toLocaleString('en')} papers`;

	/** What was seen of the files completes, whether it is in the index or not. */
	async function citeBeforeItIsIndexed(): Promise<void> {
		const words = (late?.title ?? '').split(/\W+/).slice(0, 4);
		// The button has taken the focus.
		await window.openFile('notes/attention.md');
		await window.press('Control+End');
		await window.type('\n\n@paper[');
		await window.suggestRows((rows) => rows.length > 5);
		await window.type(words.join(' '));
		await window.suggestRows(([row = '']) => row.includes(words[0] ?? '?'));
		await shoot('seen');
		await window.press('Enter');
		await window.editorText((text) => text.includes(`@paper[${late?.key}]`));
		await window.runCommand('File: Revert File');
	}

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		workspace = sampleWorkspace();
		writeLibrary(join(workspace.path, 'papers'));
		window = await openWindow({ workspace: workspace.path, extensionPath: ROOT });
		await window.openFile('notes/attention.md');
	});

	after(async () => {
		await window?.close();
		workspace.remove();
	});

	test('a button stops the reading of a large library, and a click goes on', async () => {
		const button = window.page.getByRole('button', { name: 'Stop reading papers' });
		await button.waitFor({ timeout: 20_000 });
		// Once all have been seen: what is stopped earlier can be cited as far as it was seen.
		const isSeen = (entry: string): boolean => {
			const [, count = '0'] = /^([\d,]+) papers/.exec(entry) ?? [];
			return Number(count.replaceAll(',', '')) >= PAPERS + BROKEN;
		};
		const entries = await window.statusBar((seen) => seen.some(isSeen));
		assert.ok(!entries.some((entry) => entry.startsWith('Indexing')), entries.join(' | '));
		await shoot('indexing');
		await button.click();
		await window.statusBar((seen) => seen.some((entry) => /^[\d,]+ papers · reading stopped$/.test(entry)));
		await button.waitFor({ state: 'hidden' });
		await shoot('stopped');
		await citeBeforeItIsIndexed();
		await window.page.locator('.statusbar-item', { hasText: 'reading stopped' }).click();
		await window.page.locator('.statusbar-item', { hasText: new RegExp(`^\\W*${all}$`) }).waitFor({ timeout: 60_000 });
	});

	test('the report sums problems up, and an example leads to its place', async () => {
		await window.runCommand('Papers: Show Index Report');
		await window.webview.getByText('and 1,497 more').first().waitFor();
		await shoot('report');
		await window.webview.getByRole('link', { name: 'papers/broken.bib:2', exact: true }).first().click();
		await window.page.locator('.tab.active[data-resource-name="broken.bib"]').waitFor();
		await window.statusBar((entries) => entries.some((entry) => entry.startsWith('Ln 2, ')));
	});

	test('the editor counts the problems of the file that is open, and forgets them with it', async () => {
		const counts = (accept: (count: string) => boolean) =>
			window.statusBar((entries) =>
				entries.some((entry) => /^\d/.test(entry) && !/papers/.test(entry) && accept(entry)),
			);
		await counts((entry) => /1K|1000|999/.test(entry));
		await shoot('problems');
		await window.press('Control+F4');
		await counts((entry) => !/1K|1000|999/.test(entry));
		assert.equal(await window.page.locator('.notification-toast').count(), 0);
	});
});
