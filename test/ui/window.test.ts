/**
 * The real window, as a person sees and uses it. Screenshots go to `out/screenshots`, to be looked at.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { absentOnWindows } from '../support/posix.ts';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import { colourOf } from '../vscode/inPage.js';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow, THEMES } from '../vscode/window.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');
const NOTE = 'notes/attention.md';

/** Opened in the light theme. */
const LIGHT_NOTE = {
	name: 'notes/light.md',
	text: 'It began with @paper[sutskever2014], not with @paper[vaswni2017].\n\n',
};

/** Knows more of a paper that the sample workspace has already. */
const SECOND_SOURCE = JSON.stringify([
	{
		id: 'beltagy-longformer',
		type: 'article-journal',
		title: 'Longformer: The Long-Document Transformer',
		author: [{ family: 'Beltagy', given: 'Iz' }],
		'container-title': 'Journal of Long Documents',
		issued: { 'date-parts': [[2020]] },
	},
]);

describe('the window', () => {
	let workspace: SampleWorkspace;
	let window: VscodeWindow;
	const shoot = (name: string): Promise<void> => window.screenshot(join(SCREENSHOTS, `window-${name}.png`));

	before(async () => {
		mkdirSync(SCREENSHOTS, { recursive: true });
		workspace = sampleWorkspace();
		writeFileSync(join(workspace.path, 'papers/venues.json'), SECOND_SOURCE);
		writeFileSync(join(workspace.path, LIGHT_NOTE.name), LIGHT_NOTE.text);
		// As on the desktop. In a browser VS Code saves a second after the last key, and then says what is wrong so far.
		const settings = { 'files.autoSave': 'off' };
		window = await openWindow({ workspace: workspace.path, extensionPath: ROOT, settings });
		await window.openFile(NOTE);
		await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
	});

	after(async () => {
		await window?.close();
		workspace.remove();
	});

	test('a citation is coloured, an unknown one otherwise than a known one', async () => {
		await checkColours(window, 'vaswni2017');
	});

	test('the wrong key has a wavy line, and its light bulb mends it', async () => {
		const [squiggle] = await window.squiggles();
		assert.equal(squiggle?.text, 'vaswni2017');
		await shoot('squiggle');
		await window.clickOn('vaswni2017');
		await window.lightBulb(([first = '']) => first === 'Cite "vaswani2017"');
		await shoot('light-bulb');
		await window.press('Enter');
		await window.editorText((text) => text.includes('@paper[vaswani2017] adds sines'));
		await window.squiggles((all) => all.length === 0);
	});

	test('the card of a citation comes up under the mouse', async () => {
		const card = await window.hoverText('bahdanau2015', (text) => text.includes('Neural Machine Translation'));
		assert.match(card, /Bahdanau/);
		assert.match(card, /Copy key/);
		await shoot('card');
		await window.press('Escape');
	});

	test('a paper of two files tells what comes from which', async () => {
		const card = await window.hoverText('beltagy2020longformer', (text) => text.includes('comes from:'));
		assert.match(card, /transformers\.json · .*abstract/);
		assert.match(card, /venues\.json · .*venue/);
		await shoot('card-of-two-files');
		await window.press('Escape');
	});

	test('the list follows every key, spaces included, and Tab leaves the key', async () => {
		await window.press('Control+End');
		await window.type('\n\nAdaptive environments help ');
		await window.type('@paper[');
		await window.suggestRows((rows) => rows.length > 5);
		await shoot('list-empty');
		await window.type('zeng verif env');
		await window.suggestRows(([row = '']) => row.startsWith('Zeng et al. 2025, RLVE: Scaling Up'));
		await shoot('list');
		// While one types, a query is of one colour, and nothing is wrong with it.
		await checkOneColour(window, ['zeng', 'verif']);
		const squiggles = await window.squiggles(() => true);
		assert.deepEqual(
			squiggles.filter(({ text }) => /zeng|verif/.test(text)),
			[],
		);
		await window.press('Tab');
		await window.editorText((text) => text.includes('Adaptive environments help @paper[zeng2025rlve]'));
	});

	test('a screen reader hears who wrote a paper when, its whole title, and whether the note cites it', async () => {
		await window.press('Control+End');
		await window.type(' and @paper[attention');
		const names = await eventually({
			read: () =>
				window.page
					.locator('.suggest-widget.visible .monaco-list-row')
					.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '')),
			accept: ([first = '']) => first.startsWith('Vaswani'),
			what: 'the names of the rows',
		});
		assert.equal(names[0], 'Vaswani et al. 2017, Attention Is All You Need , cited here, Reference');
		assert.ok(
			names.every((name) => !/\s{2}|…|\$\(|[\u{e000}-\u{f8ff}]/u.test(name)),
			names.join('\n'),
		);
		await window.press('Escape');
	});

	test('a wrong key has its wavy line once the cursor leaves it or the note is saved, not before', async () => {
		const wrong = (text: string | undefined) =>
			window.squiggles((all) => all.find((one) => one.text.startsWith('nobody'))?.text === text);
		await window.press('Control+End');
		await window.type('\n\nSee @paper[nobody1999');
		await window.press('Escape');
		await wrong(undefined);
		await window.press('ArrowRight');
		await wrong('nobody1999');
		await window.press('ArrowLeft');
		await window.type('b');
		await wrong(undefined);
		await window.press('Control+s');
		await wrong('nobody1999b');
		await window.type('c');
		await wrong(undefined);
		await window.press('Home');
		await wrong('nobody1999bc');
	});

	test('F12 leads to the record', async () => {
		await window.openFile(NOTE);
		await window.clickOn('bahdanau2015');
		await window.press('F12');
		await window.editorText((text) => text.includes('@inproceedings{bahdanau2015,'));
	});

	test('the status bar opens the index report', async () => {
		await window.page.locator('.statusbar-item', { hasText: 'papers' }).first().click();
		await window.webview.getByRole('listitem').filter({ hasText: 'papers/classics.bib BibTeX' }).waitFor();
		await shoot('report');
	});

	test('in a light theme citations have colours as well', async () => {
		mkdirSync(join(workspace.path, '.vscode'));
		writeFileSync(
			join(workspace.path, '.vscode/settings.json'),
			JSON.stringify({ 'workbench.colorTheme': THEMES.light }),
		);
		await window.page.locator('.monaco-workbench.vs').waitFor();
		await window.openFile(LIGHT_NOTE.name);
		await checkColours(window, 'vaswni2017');
		await window.press('Control+End');
		await window.type('@paper[zeng verif');
		await window.suggestRows(([row = '']) => row.startsWith('Zeng et al. 2025, RLVE: Scaling Up'));
		await shoot('light');
		await checkOneColour(window, ['zeng', 'verif']);
		await window.press('Escape');
	});

	test('a server that is killed is started again, and the index still opens', {
		skip: absentOnWindows('ps'),
	}, async () => {
		const [killed] = ownServers();
		assert.ok(killed, 'no server is running');
		process.kill(killed, 'SIGKILL');
		await eventually({
			read: ownServers,
			accept: ([pid]) => pid !== undefined && pid !== killed,
			what: 'another server',
		});
		await window.openFile(NOTE);
		await window.hoverText('bahdanau2015', (text) => text.includes('Neural Machine Translation'));
	});
});

/** The key has a colour of its own if it is known, and another if it is unknown; what stands around it has that of the text. */
async function checkColours(window: VscodeWindow, unknownKey: string): Promise<void> {
	const texts = ['sutskever2014', unknownKey, 'began', '@paper'];
	const [known, unknown, plain, sign] = await eventually({
		read: () => Promise.all(texts.map((text) => window.page.evaluate(colourOf, text))),
		accept: ([first, second]) => first !== second,
		what: 'the unknown key to have a colour of its own',
	});
	assert.equal(new Set([known, unknown, plain]).size, 3);
	assert.equal(sign, plain, 'the key carries the colour, and what stands around it recedes');
}

async function checkOneColour(window: VscodeWindow, texts: readonly string[]): Promise<void> {
	const colours = await Promise.all(texts.map((text) => window.page.evaluate(colourOf, text)));
	assert.equal(new Set(colours).size, 1);
}

/** The language servers of this test's own windows; other tests may have windows open at the same time. */
function ownServers(): number[] {
	const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
	const rows = stdout.split('\n').flatMap((line) => {
		const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
		return pid ? [{ pid: Number(pid), parent: Number(parent), args }] : [];
	});
	const parents = new Map(rows.map(({ pid, parent }) => [pid, parent]));
	const isOwn = (pid: number): boolean => {
		const parent = parents.get(pid);
		return parent !== undefined && (parent === process.pid || isOwn(parent));
	};
	return rows.filter(({ pid, args }) => args.includes('dist/server.js --node-ipc') && isOwn(pid)).map(({ pid }) => pid);
}

test('a folder that is not trusted is indexed all the same, but cannot point outside', async () => {
	const workspace = sampleWorkspace();
	const outside = sampleWorkspace();
	mkdirSync(join(workspace.path, '.vscode'));
	const settings = JSON.stringify({ 'paperNotes.corpus': [join(outside.path, 'papers/*.bib')] });
	writeFileSync(join(workspace.path, '.vscode/settings.json'), settings);
	const window = await openWindow({ workspace: workspace.path, extensionPath: ROOT, asksForTrust: true });
	try {
		await window.distrust();
		await window.openFile(NOTE);
		await window.statusBar((entries) => entries.includes('37 papers'));
		await window.hoverText('bahdanau2015', (text) => text.includes('Neural Machine Translation'));
	} finally {
		await window.close();
		workspace.remove();
		outside.remove();
	}
});
