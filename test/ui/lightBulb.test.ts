/** The light bulb in the real window: what a person sees after Ctrl+. on a citation, and what becomes of the text. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { listsDuring } from './uncalledLists.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');

const NOTE = `# Light bulb

First @paper[vaswni2017] and @paper[bahdanu2015] and @paper[xqzvw99] here.

Then @papers[he2016] and @paper[he2016 lecun1998] and @paper[he2016; he2016] are wrong.

Last @paper[dao2022flashattention] is right.
`;

describe('the light bulb', () => {
	let workspace: SampleWorkspace;
	let window: VscodeWindow;

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		workspace = sampleWorkspace();
		writeFileSync(join(workspace.path, 'notes/bulb.md'), NOTE);
		writeFileSync(join(workspace.path, 'notes/saved.md'), NOTE);
		// It changes nothing before a note is saved.
		const settings = { 'editor.codeActionsOnSave': { 'source.fixAll.paperNotes': 'explicit' } };
		window = await openWindow({ workspace: workspace.path, extensionPath: ROOT, settings });
		await window.openFile('notes/bulb.md');
		await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
		await window.squiggles((all) => all.some(({ text }) => text === 'bahdanu2015'));
	});

	after(async () => {
		await window?.close();
		workspace.remove();
	});

	const shoot = (name: string): Promise<void> => window.screenshot(join(SCREENSHOTS, `bulb-${name}.png`));

	const offered = async (text: string, accept: (rows: readonly string[]) => boolean): Promise<readonly string[]> => {
		await window.clickOn(text);
		const rows = await window.lightBulb(accept);
		await shoot(text.replace(/\W+/g, '-'));
		return rows;
	};

	const choose = async (text: string, title: string): Promise<void> => {
		await offered(text, (rows) => rows.includes(title));
		await window.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
	};

	test('of three unknown keys on a line, each shows its own fixes first', async () => {
		for (const [wrong, right] of [
			['vaswni2017', 'vaswani2017'],
			['bahdanu2015', 'bahdanau2015'],
		] as const) {
			const [first] = await offered(wrong, ([row = '']) => row.startsWith('Cite'));
			assert.equal(first, `Cite "${right}"`);
			await window.press('Escape');
		}
		const [first] = await offered('xqzvw99', ([row = '']) => row.startsWith('Search'));
		assert.equal(first, 'Search for another paper…');
		await window.press('Enter');
		const input = window.page.locator('.quick-input-widget:visible input.input');
		await eventually({
			read: () => input.inputValue(),
			accept: (query) => query === 'xqzvw99',
			what: 'the search to begin with the key',
		});
		await shoot('search-instead');
		await window.press('Control+A');
		await window.type('rotary');
		await window.quickPickRows((rows) => rows.some((row) => row.includes('RoFormer')));
		await window.press('Enter');
		await window.editorText((text) => text.includes('and @paper[su2021roformer] here'));
		await window.press('Control+Z');
		await window.editorText((text) => text.includes('and @paper[xqzvw99] here'));
	});

	test('unknown keys that are sure are fixed together, and one undo brings them back', async () => {
		await choose('vaswni2017', 'Fix 2 of the 3 unknown keys in this note');
		await window.editorText((text) => text.includes('First @paper[vaswani2017] and @paper[bahdanau2015] and'));
		await window.press('Control+Z');
		await window.editorText((text) => text.includes('First @paper[vaswni2017] and @paper[bahdanu2015] and'));
	});

	test('what is written wrong is mended', async () => {
		await choose('papers[he', 'Write "@paper[he2016]"');
		await window.editorText((text) => text.includes('Then @paper[he2016] and'));
		await choose('he2016 lecun', 'Separate the papers with ";"');
		await window.editorText((text) => text.includes('@paper[he2016; lecun1998] and'));
		await choose('; he2016', 'Remove the repeated paper');
		await window.editorText((text) => text.includes('and @paper[he2016] are wrong'));
	});

	test('a citation that is right has two other forms', async () => {
		const lists = await listsDuring(
			window,
			async () => {
				await choose('dao2022', 'Cite in the text: @paper[+@dao2022flashattention]');
				await window.editorText((text) => text.includes('Last @paper[+@dao2022flashattention] is'));
			},
			{ over: 'dao2022flash', says: 'Cite in parentheses' },
		);
		assert.deepEqual(lists, [], 'whoever has chosen a form is done with the citation');
		await choose('dao2022', 'Leave out the author: @paper[-@dao2022flashattention]');
		await window.editorText((text) => text.includes('Last @paper[-@dao2022flashattention] is'));
		await choose('dao2022', 'Cite in parentheses: @paper[dao2022flashattention]');
		await window.editorText((text) => text.includes('Last @paper[dao2022flashattention] is'));
	});

	test('a note is put right when it is saved, where the settings ask for it', async () => {
		await window.openFile('notes/saved.md');
		await window.squiggles((all) => all.some(({ text }) => text === 'bahdanu2015'));
		await window.press('Control+End');
		await window.type('More.');
		const mended = 'First @paper[vaswani2017] and @paper[bahdanau2015] and @paper[xqzvw99] here.';
		await eventually({
			// For its first moments VS Code saves without doing anything else.
			read: async () => {
				await window.press('Control+S');
				return window.editorText();
			},
			accept: (text) => text.includes(mended),
			what: 'the note to be put right',
		});
	});
});
