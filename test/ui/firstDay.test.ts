/** The first day in the real window: a library is chosen, with a folder or without; notes written for Pandoc. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { entry } from '../support/serverCase.ts';
import { listsSeen, watchLists } from '../vscode/inPage.js';
import type { Settings } from '../vscode/settings.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

interface Day {
	readonly window: VscodeWindow;
	readonly path: (name: string) => string;
	readonly shoot: (name: string) => Promise<void>;
}

interface DayOptions {
	readonly settings?: Settings;
	/** Opens this one file, and no folder. */
	readonly openFile?: string;
}

/** A window on the folder `ws` of these files, at a home folder `home`. */
async function dayWith(
	t: TestContext,
	files: Readonly<Record<string, string>>,
	{ settings = {}, openFile }: DayOptions = {},
): Promise<Day> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	const path = (name: string): string => join(folder, name);
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(path(name)), { recursive: true });
		writeFileSync(path(name), text);
	}
	const window = await openWindow({
		...(openFile === undefined ? { workspace: path('ws') } : { openFile: path(openFile) }),
		extensionPath: ROOT,
		settings,
		env: { HOME: path('home') },
	});
	t.after(async () => {
		await window.close();
		rmSync(folder, { recursive: true, force: true });
	});
	return { window, path, shoot: (name) => window.screenshot(join(SCREENSHOTS, `first-day-${name}.png`)) };
}

/** Presses a button of the message in the corner. */
async function answer(window: VscodeWindow, button: string): Promise<void> {
	await window.page.locator('.notification-toast').getByRole('button', { name: button }).click();
}

// Each has a window and folders of its own.
describe('the first day', () => {
	test('in a folder without papers a library is chosen, and then its papers are there', async (t) => {
		const { window, shoot } = await dayWith(t, {
			'ws/note.md': '# A note\n\n',
			"home/Documents/Ann's library.bib": entry('smith2020', 'On Things'),
			'home/Zotero/zotero.sqlite': 'SQLite format 3',
			'home/Zotero/My Library.json': JSON.stringify([{ id: 'doe2019', type: 'book', title: 'On Others' }]),
		});
		await window.openFile('note.md');
		await window.runCommand('Papers: Choose Your Library…');
		const rows = await window.quickPickRows((all) => all.some((row) => row.startsWith("Ann's library.bib")));
		assert.ok(rows.some((row) => row.startsWith('My Library.json') && row.includes('~/Zotero/My Library.json')));
		await shoot('choose');
		await window.type("Ann's");
		await window.quickPickRows(([first = '']) => first.startsWith("Ann's library.bib"));
		await window.press('Enter');
		await window.notifications((all) => all.some((text) => text.includes('can now be cited')));
		await shoot('read');
		await window.press('Control+End');
		await window.type('See @paper[things');
		await window.suggestRows(([first = '']) => first.includes('On Things'));
		await window.press('Tab');
		await window.editorText((text) => text.includes('See @paper[smith2020]'));
		await window.runCommand('Preferences: Open User Settings (JSON)');
		await window.page.locator('.view-line', { hasText: /"~\/Documents\/Ann's\slibrary\.bib"/ }).waitFor();
	});

	test("the user's libraries and the folder's count together, and the folder's do not reach outside", async (t) => {
		const library = (id: string): string => JSON.stringify([{ id, type: 'book', title: `On ${id}` }]);
		const { window } = await dayWith(
			t,
			{
				'ws/note.md': 'See @paper[mine2020], @paper[inner2020] and @paper[secret2020].\n',
				'ws/data/inner.json': library('inner2020'),
				'ws/.vscode/settings.json': JSON.stringify({
					'paperNotes.libraries': ['data/inner.json', '~/secret.json', '../home/secret.json'],
				}),
				'home/mine.json': library('mine2020'),
				'home/secret.json': library('secret2020'),
			},
			{ settings: { 'paperNotes.libraries': ['~/mine.json'] } },
		);
		await window.openFile('note.md');
		await window.statusBar((entries) => entries.some((entry) => /\b2 papers\b/.test(entry)));
		await window.squiggles((all) => all.length === 1 && all[0]?.text === 'secret2020');
		await window.hoverText('mine2020', (text) => text.includes('On mine2020'));
		await window.hoverText('inner2020', (text) => text.includes('On inner2020'));
	});

	test('a single file without a folder is told what it can do, and gets its papers', async (t) => {
		const { window, shoot } = await dayWith(
			t,
			{
				'note.md': '# A note\n\nSee @paper[smith2020].\n',
				'home/Documents/library.bib': entry('smith2020', 'On Things'),
			},
			{ openFile: 'note.md' },
		);
		// Nothing has been waited for so far: on a busy machine extensions take their time to start.
		await window.page.locator('.statusbar-item', { hasText: 'No papers' }).first().waitFor({ timeout: 60_000 });
		await window.squiggles((all) => all.length === 1);
		await window.page.locator('.monaco-editor .view-line').first().click();
		await window.press('Control+End');
		await window.type('And @paper[things');
		await window.suggestRows(([first = '']) => first.startsWith('No papers yet. Choose your library'));
		await shoot('no-folder');
		await window.page.evaluate(watchLists);
		await window.press('Enter');
		const rows = await window.quickPickRows((all) => all.some((row) => row.startsWith('library.bib')));
		assert.deepEqual(await window.page.evaluate(listsSeen), [], 'a list would take the keyboard from what was opened');
		assert.ok(
			rows.some((row) => row.startsWith('Open a Folder')),
			rows.join('\n'),
		);
		await shoot('no-folder-choose');
		await window.press('Enter');
		await window.page.locator('.statusbar-item', { hasText: '1 paper' }).first().waitFor({ timeout: 60_000 });
		await window.hoverText('smith2020', (text) => text.includes('On Things'));
	});

	test('notes written for Pandoc are noticed, and read when people say so', async (t) => {
		const { window, path, shoot } = await dayWith(t, {
			'ws/note.md': '# A note\n\nAs [see @smith2020, p. 3] shows.\n',
			'ws/library.bib': entry('smith2020', 'On Things'),
		});
		await window.openFile('note.md');
		await window.notifications((all) => all.some((text) => text.includes('cite as Pandoc does')));
		await window.press('Control+End');
		await window.type('And @');
		await window.suggestRows((rows) => rows.some((row) => row.startsWith('Read Pandoc citations here')));
		await shoot('pandoc');
		await window.press('Escape');
		await answer(window, 'Read Pandoc Citations Here');
		await window.hoverText('smith2020', (text) => text.includes('On Things'));
		const settings = await eventually({
			read: () => readFileSync(path('ws/.vscode/settings.json'), 'utf8'),
			accept: (text) => text.includes('pandoc'),
			what: "the folder's settings",
		});
		assert.deepEqual(JSON.parse(settings), { 'paperNotes.syntaxes': ['paper', 'pandoc'] });
		await window.press('Control+End');
		await window.type('\nAlso @thin');
		await window.suggestRows(([first = '']) => first.includes('On Things'));
		await window.press('Tab');
		await window.editorText((text) => text.includes('Also @smith2020'));
	});
});
