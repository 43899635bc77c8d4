/** What people see of Paper Notes, state by state: how each is reached in a window on the sample. */

import type { VscodeWindow } from '../../vscode/vscodeWindow.ts';
import { OpenPalette } from '../openPalette.ts';

export interface State {
	/** Names the picture. */
	readonly name: string;
	readonly reach: (window: VscodeWindow) => Promise<unknown>;
	/** Back to the note. */
	readonly leave: (window: VscodeWindow) => Promise<unknown>;
}

const NOTE = 'notes/attention.md';

/** A note with room around it, for a picture of list and card side by side. */
export const SHORT_NOTE = {
	name: 'notes/scale.md',
	text: `# What scale brings

Attention replaced recurrence @paper[vaswani2017], and reading in both directions
made one model fit for many tasks @paper[devlin2019bert; raffel2020t5].

`,
};

const rows = (window: VscodeWindow, text: string): Promise<unknown> =>
	window.suggestRows(([first = '']) => first.includes(text));

const dismiss = async (window: VscodeWindow): Promise<void> => {
	await window.press('Escape');
	await window.press('Escape');
	await window.quickInputClosed();
};

/** A state of the list, for what is typed into an empty citation at the end of the note. */
function list(name: string, typed: string, seen: string): State {
	return {
		name: `list-${name}`,
		reach: async (window) => {
			await window.press('Control+End');
			await window.type('\n\nSee @paper[');
			await window.suggestRows();
			await window.type(typed, 60);
			await rows(window, seen);
		},
		leave: takenBack,
	};
}

/** A state of the palette, for what is typed there. */
function palette(name: string, typed: string, seen: string): State {
	return {
		name: `palette-${name}`,
		reach: async (window) => {
			await new OpenPalette(window).open();
			await window.type(typed, 60);
			await window.quickPickRows(([first = '']) => first.includes(seen));
		},
		leave: dismiss,
	};
}

/** The note as it was: what a state has typed is its last paragraph. */
async function takenBack(window: VscodeWindow): Promise<void> {
	await dismiss(window);
	await window.press('Control+End');
	await window.press('Shift+Home');
	for (const key of ['Delete', 'Backspace', 'Backspace']) {
		await window.press(key);
	}
}

/** A page in a tab of its own, opened by a command. */
function page(name: string, command: string, heading: string): State {
	return {
		name,
		reach: async (window) => {
			await window.runCommand(command);
			await window.webview.getByRole('heading', { name: heading }).first().waitFor();
		},
		leave: async (window) => {
			await window.press('Control+W');
			await window.openFile(NOTE);
		},
	};
}

/** At 200 % a line may be out of view. */
async function cursorOn(window: VscodeWindow, line: number, text: string): Promise<void> {
	await window.press('Control+G');
	await window.page.locator('.quick-input-widget:visible input.input').fill(`:${line}`);
	await window.press('Enter');
	await window.quickInputClosed();
	await window.clickOn(text);
}

/** A card under the mouse. */
function card(name: string, key: string, seen: string): State {
	return {
		name: `card-${name}`,
		reach: async (window) => {
			await window.press('Control+Home');
			await window.hoverText(key, (text) => text.includes(seen));
		},
		leave: dismiss,
	};
}

export const STATES: readonly State[] = [
	{
		name: 'note',
		reach: async (window) => {
			await cursorOn(window, 17, 'vaswni2017');
			await window.squiggles();
		},
		leave: dismiss,
	},
	card('of-a-paper', 'bahdanau2015', 'Neural Machine Translation'),
	list('empty', '', 'cited here'),
	list('query', 'zeng verif', 'RLVE'),
	list('words', 'attention', 'Attention Is All You Need'),
	list('nothing', 'xqzvw', 'No paper matches'),
	list('filter', 'foo:bar', 'is not a filter'),
	{
		name: 'list-with-card',
		reach: async (window) => {
			await window.press('Control+End');
			await window.type('\n\nSee @paper[');
			await window.suggestRows();
			await window.type('zeng', 60);
			await rows(window, 'RLVE');
			await window.press('Control+Space');
			await window.page.locator('.suggest-details-container').getByText('Verifiable').first().waitFor();
		},
		leave: async (window) => {
			await window.press('Control+Space');
			await takenBack(window);
		},
	},
	{
		name: 'list-and-card',
		reach: async (window) => {
			await window.press('Control+B');
			await window.openFile(SHORT_NOTE.name);
			await window.press('Control+End');
			await window.type('Larger models learn from a few examples @paper[language models', 60);
			await rows(window, 'Few-Shot');
			await window.press('Control+Space');
			await window.page
				.locator('.suggest-details-container .monaco-tokenized-source, .suggest-details p')
				.first()
				.waitFor();
		},
		leave: async (window) => {
			await window.press('Control+Space');
			await takenBack(window);
			await window.press('Control+B');
			await window.openFile(NOTE);
		},
	},
	{
		name: 'list-forms',
		reach: async (window) => {
			await window.press('Control+End');
			await window.type('\n\nSee @', 60);
			await rows(window, '@paper[');
		},
		leave: takenBack,
	},
	palette('empty', '', 'cited here'),
	palette('query', 'attention', 'Attention Is All You Need'),
	palette('nothing', 'xqzvw', 'No paper'),
	palette('filter', 'foo:bar', 'foo:bar'),
	{
		name: 'light-bulb',
		reach: async (window) => {
			await cursorOn(window, 17, 'vaswni2017');
			await window.lightBulb(([first = '']) => first.startsWith('Cite'));
		},
		leave: dismiss,
	},
	{
		name: 'rename',
		reach: async (window) => {
			await cursorOn(window, 4, 'bahdanau2015');
			await window.press('F2');
			await window.page.locator('.monaco-editor.rename-box').waitFor();
		},
		leave: dismiss,
	},
	page('report', 'Papers: Show Index Report', 'Paper Notes'),
	{
		name: 'choose-library',
		reach: async (window) => {
			await window.runCommand('Papers: Choose Your Library…');
			await window.quickPickRows((all) => all.some((row) => row.startsWith('Browse')));
		},
		leave: dismiss,
	},
];
