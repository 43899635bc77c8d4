/** The palette in the real window: searching, taking several papers, and citing them where the writer was. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';
import { OpenPalette } from './openPalette.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');
const NOTE = 'notes/attention.md';

/** A title that VS Code would draw as an icon, and one too long for any window. */
const ODD_PAPERS = `
@article{icon2001, author = {Ann Lee}, title = {Quokkas and the {\\$(trash)} Sign}, year = 2001}
@article{long2002, author = {Ann Lee}, title = {Quokkas ${'and Wallabies '.repeat(9)}of the Island}, year = 2002}
`;

describe('the palette', () => {
	let workspace: SampleWorkspace;
	let window: VscodeWindow;
	let palette: OpenPalette;
	const shoot = (name: string): Promise<void> => window.screenshot(join(SCREENSHOTS, `palette-${name}.png`));

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		workspace = sampleWorkspace();
		writeFileSync(join(workspace.path, 'papers/odd.bib'), ODD_PAPERS);
		window = await openWindow({ workspace: workspace.path, extensionPath: ROOT });
		palette = new OpenPalette(window);
		await window.openFile(NOTE);
		await window.statusBar((entries) => entries.includes('39 papers'));
	});

	after(async () => {
		await window?.close();
		workspace.remove();
	});

	// What a failed test has left open would take the keys of the next.
	beforeEach(() => window.press('Escape'));

	/** A new last paragraph of the note, with the cursor at its end. */
	async function write(text: string): Promise<void> {
		// A palette that has just been closed gives the keyboard back a moment later.
		await window.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
		await window.press('Control+End');
		await window.type(`\n\n${text}`, 10);
	}

	test('it searches as one types, and Enter adds to the citation behind which the cursor stands', async () => {
		await write('Adaptive environments help @paper[zeng2025rlve]');
		await palette.openAt('rotary', 'RoFormer');
		await window.press('Enter');
		await window.editorText((text) => text.includes('@paper[zeng2025rlve; su2021roformer]'));
		await window.type(', as we saw');
		await window.editorText((text) => text.includes('su2021roformer], as we saw'));
	});

	test('a screen reader hears the facts of each row whole: no padding, icons or cut text', async () => {
		await palette.open();
		await window.type('attention');
		const rows = await palette.rows(([first = '']) => first.startsWith('Attention Is All You Need'));
		assert.match(rows[0] ?? '', /^Attention Is All You Need, Vaswani et al\. 2017, vaswani2017/);
		const cited = rows.find((row) => row.includes('dao2022flashattention')) ?? '';
		const title = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';
		assert.ok(cited.startsWith(`${title}, Dao et al. 2022, dao2022flashattention, cited here · `), cited);
		assert.ok(
			rows.every((row) => !/\$\(|\s{2}|\S…/.test(row)),
			rows.join('\n'),
		);
		await shoot('rows');
		await palette.search('quokkas');
		const odd = await palette.rows((all) => all.some((row) => row.includes('icon2001')));
		assert.ok(
			odd.some((row) => row.includes('of the Island, Lee 2002, long2002')),
			odd.join('\n'),
		);
		assert.equal(await window.page.locator('.quick-input-list .codicon-trash').count(), 0);
		await window.press('Escape');
	});

	test('the rows stand in the order of the server, with what was typed marked', async () => {
		await palette.open();
		await window.type('neural');
		const rows = await palette.rows((all) => all.some((row) => row.startsWith('Sequence to Sequence')));
		// VS Code by itself would put every title with the word before those without it, the first letters deciding.
		const titles = rows.map((row) => row.slice(0, row.indexOf(','))).filter((title) => /\bneural/i.test(title));
		assert.ok(titles.length > 4 && titles[0]?.startsWith('Neural'), rows.join('\n'));
		assert.notDeepEqual(titles.slice(1), titles.slice(1).sort());
		await palette.marks((marks) => marks.length > 2 && marks.every((mark) => mark.toLowerCase() === 'neural'));
		await window.press('Escape');
	});

	test('several papers are taken by key and button, stand on top of any list, and become one citation', async () => {
		await write('Together ');
		await palette.openAt('rotary', 'RoFormer');
		await window.press('Control+Enter');
		await palette.title((text) => text.includes('1 taken, Enter cites 1 paper'));
		await palette.selected((row) => row.includes('su2021roformer, taken'));
		await palette.search('longformer');
		await palette.selected((row) => row.startsWith('Longformer'));
		await palette.title((text) => text.includes('1 taken, Enter cites 2 papers'));
		await palette.clickButton('Longformer', 'Take, and keep searching');
		await palette.title((text) => text.includes('2 taken'));
		await palette.search('dropout');
		await palette.selected((row) => row.startsWith('Dropout'));
		await window.press('Control+Enter');
		await palette.title((text) => text.includes('3 taken'));
		const rows = await palette.rows();
		const taken = ['RoFormer', 'Longformer', 'Dropout'];
		assert.ok(
			taken.every((name, place) => rows[place]?.startsWith(name) && rows[place].includes(', taken')),
			rows.join('\n'),
		);
		await shoot('taken');
		await window.press('Control+Enter');
		await palette.title((text) => text.includes('2 taken'));
		await palette.clickButton('Longformer', 'Do not take');
		await palette.title((text) => text.includes('1 taken'));
		await window.press('Enter');
		await window.editorText((text) => text.includes('Together @paper[su2021roformer; srivastava2014dropout]'));
	});

	test('nothing found and unknown filters are said, and Enter on that cites nothing', async () => {
		await palette.open();
		await window.type('xqzvw');
		await palette.selected((row) => row.startsWith('No paper matches “xqzvw”'));
		await palette.marks((marks) => marks.join() === 'xqzvw');
		await window.press('Enter');
		await palette.search('foo:bar');
		await palette.rows(([first = '']) => first.startsWith('“foo:bar” is not a filter'));
		await palette.selected((row) => row.startsWith('No paper matches “foo:bar”'));
		await shoot('unknown-filter');
		await window.press('Escape');
	});

	test('the list follows what is deleted and pasted', async () => {
		await palette.open();
		await window.type('rotaryxqzvw', 0);
		await palette.selected((row) => row.startsWith('No paper matches “rotaryxqzvw”'));
		for (const _ of 'xqzvw') {
			await window.press('Backspace');
		}
		await palette.selected((row) => row.startsWith('RoFormer'));
		await window.press('Control+A');
		await window.page.keyboard.insertText('longformer long-document');
		await palette.selected((row) => row.startsWith('Longformer'));
		await window.press('Escape');
	});

	test('the selection is the first query, is replaced by the citation, and comes back with one undo', async () => {
		await write('As Vaswani 2017 says');
		await window.press('Home');
		for (const key of ['Control+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight']) {
			await window.press(key);
		}
		await palette.open();
		assert.equal(await palette.query(), 'Vaswani 2017');
		await palette.selected((row) => row.startsWith('Attention Is All You Need'));
		await shoot('selection');
		await window.press('Enter');
		await window.editorText((text) => text.includes('As @paper[vaswani2017] says'));
		await window.press('Control+Z');
		await window.editorText((text) => text.includes('As Vaswani 2017 says'));
		// Redoing restores the cursor that the edit itself left.
		await window.press('Control+Y');
		await window.type(', again,');
		await window.editorText((text) => text.includes('As @paper[vaswani2017], again, says'));
	});

	test('Enter right after the last letter means what is about to be found', async () => {
		await write('Soon ');
		await palette.open();
		await window.type('rotary', 0);
		await window.press('Enter');
		await window.editorText((text) => text.includes('Soon @paper[su2021roformer]'));
	});

	test('several cursors each get the citation', async () => {
		await write('twice, twice');
		await window.press('Control+D');
		await window.press('Control+D');
		await palette.open();
		await palette.search('longformer');
		await palette.selected((row) => row.startsWith('Longformer'));
		await window.press('Enter');
		await window.editorText((text) => text.includes('@paper[beltagy2020longformer], @paper[beltagy2020longformer]'));
	});

	test('a note that was closed meanwhile is opened again and cited in', async () => {
		await window.openFile('notes/reading-log.md');
		await window.press('Control+End');
		await palette.openAt('rotary', 'RoFormer');
		await window.press('Control+Enter');
		await palette.title((text) => text.includes('1 taken'));
		await window.press('Control+W');
		await window.page.locator('.tab[data-resource-name="reading-log.md"]').waitFor({ state: 'detached' });
		// The note that comes into view has taken the keyboard.
		await window.page.locator('.quick-input-widget input.input').click();
		await window.press('Enter');
		await window.page.locator('.tab.active[data-resource-name="reading-log.md"]').waitFor();
		await window.editorText((text) => text.trimEnd().endsWith('@paper[su2021roformer]'));
	});

	test('a note that cannot be changed leaves its citation on the clipboard, and says so', async () => {
		await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await window.openFile('README.md');
		await window.runCommand('File: Set Active Editor Read-only in Session');
		const text = await window.editorText();
		await palette.open();
		await palette.search('rotary');
		await palette.selected((row) => row.startsWith('RoFormer'));
		await window.press('Enter');
		await window.notifications(([message = '']) => message.includes('clipboard instead: @paper[su2021roformer]'));
		await shoot('clipboard');
		assert.equal(await window.page.evaluate('navigator.clipboard.readText()'), '@paper[su2021roformer]');
		assert.equal(await window.editorText(), text);
		await window.runCommand('Notifications: Clear All Notifications');
	});

	test('the buttons of a row open the paper online, copy the key and show the record', async () => {
		await window.openFile(NOTE);
		await palette.openAt('rotary', 'RoFormer');
		await palette.clickButton('RoFormer', 'Open online');
		const question = window.page.locator('.monaco-dialog-box');
		await question.getByText('https://arxiv.org/abs/2104.09864').first().waitFor();
		await shoot('open-online');
		await question.getByRole('button', { name: 'Cancel' }).click();
		await palette.open();
		await palette.search('rotary');
		await palette.selected((row) => row.startsWith('RoFormer'));
		await palette.clickButton('RoFormer', 'Copy key');
		await window.statusBar((entries) => entries.includes('Copied su2021roformer'));
		await palette.clickButton('RoFormer', 'Show in corpus file');
		await window.editorText((text) => text.includes('# RoFormer'));
	});

	test('without any papers the palette offers to choose a library', async () => {
		mkdirSync(join(workspace.path, '.vscode'));
		writeFileSync(join(workspace.path, '.vscode/settings.json'), '{ "paperNotes.corpus": ["nowhere/**"] }');
		await window.statusBar((entries) => !entries.includes('39 papers'));
		await window.openFile(NOTE);
		await palette.open();
		const rows = await palette.rows(([first = '']) => first.startsWith('You have no papers yet'));
		assert.match(rows[1] ?? '', /^Choose your library…/);
		assert.match(rows[2] ?? '', /^Open the sample/);
		await palette.selected((row) => row.startsWith('Choose your library…'));
		await shoot('no-papers');
		await window.press('Escape');
	});
});
