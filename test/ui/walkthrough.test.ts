/** The walkthrough opens at the first note, once, and its steps tick off as they are done. */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import type { VscodeWindow } from '../vscode/vscodeWindow.ts';
import { openWindow } from '../vscode/window.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'out/screenshots');
const STEPS = ['Choose your library', 'Cite a paper', 'Read its card', 'Find any paper'];

/** In a narrow editor VS Code leaves the picture out. */
const SIZE = { width: 1800, height: 900 };

let workspace: SampleWorkspace;
let window: VscodeWindow;

before(async () => {
	mkdirSync(SCREENSHOTS, { recursive: true });
	workspace = sampleWorkspace();
	const settings = { 'workbench.welcomePage.walkthroughs.openOnInstall': true };
	window = await openWindow({ workspace: workspace.path, extensionPath: ROOT, settings, size: SIZE });
});

after(async () => {
	await window?.close();
	workspace?.remove();
});

test('it opens at the first note, with its four steps and a picture', async () => {
	await window.openFile('notes/reading-log.md');
	await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
	await steps((titles) => titles.length === 4);
	assert.deepEqual(await steps(), STEPS);
	await window.page.locator('.getting-started-media').waitFor();
	await window.screenshot(join(SCREENSHOTS, 'walkthrough.png'));
});

test('what is done is ticked off', async () => {
	await doneSteps((done) => done.includes('Choose your library'));
	assert.deepEqual(await doneSteps(), ['Choose your library']);
	await window.openFile('notes/attention.md');
	await window.hoverText('bahdanau2015', (card) => card.includes('Neural Machine Translation'));
	await window.press('Escape');
	await window.page.locator('.tab', { hasText: 'Welcome' }).click();
	await press('Cite a paper', 'Open a New Note');
	await window.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
	await window.type('See @paper[zeng rlve');
	await window.suggestRows();
	await window.press('Tab');
	await window.editorText((text) => text.includes('@paper[zeng2025rlve]'));
	await window.page.locator('.tab', { hasText: 'Welcome' }).click();
	await press('Find any paper', 'Search Papers');
	const palette = window.page.getByPlaceholder(/^Author, title, year/);
	await palette.waitFor();
	await window.press('Escape');
	await palette.waitFor({ state: 'hidden' });
	await window.page.locator('.tab', { hasText: 'Welcome' }).click();
	assert.deepEqual(await doneSteps((done) => done.length === 4), STEPS);
});

test('it does not come again', async () => {
	await window.page.locator('.tab', { hasText: 'Welcome' }).getByRole('button', { name: /Close/ }).click();
	await window.page.locator('.tab', { hasText: 'Welcome' }).waitFor({ state: 'detached' });
	await window.runCommand('Developer: Reload Window');
	await window.page.locator('.explorer-folders-view').waitFor({ state: 'detached' });
	await window.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
	await window.openFile('notes/reading-log.md');
	await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
	await window.hoverText('hu2021lora', (card) => card.includes('LoRA'));
	assert.equal(await window.page.locator('.tab', { hasText: 'Welcome' }).count(), 0);
});

/** Opens a step, and presses the button in it. */
async function press(step: string, button: string): Promise<void> {
	const all = window.page.locator('.getting-started-step');
	await all.filter({ hasText: step }).locator('.step-title').click();
	await all.filter({ hasText: step }).getByRole('button', { name: button }).click();
}

function steps(accept: (titles: readonly string[]) => boolean = () => true): Promise<readonly string[]> {
	const titles = window.page.locator('.getting-started-step .step-title');
	return eventually({ read: () => titles.allInnerTexts(), accept, what: 'the steps of the walkthrough' });
}

function doneSteps(accept: (titles: readonly string[]) => boolean = () => true): Promise<readonly string[]> {
	const titles = window.page.locator('.getting-started-step', {
		has: window.page.locator('[data-done-step-id][aria-checked="true"]'),
	});
	const read = () => titles.locator('.step-title').allInnerTexts();
	return eventually({ read, accept, what: 'steps that are done' });
}
