/** Hands on the keyboard of a real window, in a note of one line that holds one citation. */

import type { CDPSession } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { editorView } from '../../vscode/inPage.js';
import type { VscodeWindow } from '../../vscode/vscodeWindow.ts';
import type { Step } from './steps.ts';

/** The note's one line, and where the cursor stands in it. */
export interface Line {
	readonly text: string;
	readonly cursor: number;
}

export const OPEN = 'See @paper[';

export class Typist {
	readonly #window: VscodeWindow;
	#keyboard: CDPSession | undefined;
	/** What an input method shows and has not left yet. */
	#composed = '';

	constructor(window: VscodeWindow) {
		this.#window = window;
	}

	/** Allows pasting, as a person's browser does once asked. */
	async begin(): Promise<void> {
		const context = this.#window.page.context();
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		this.#keyboard = await context.newCDPSession(this.#window.page);
	}

	/** Empties the note. */
	async empty(): Promise<void> {
		await this.#window.press('Escape');
		await this.#window.press('Control+A');
		await this.#window.press('Delete');
		await this.line(({ text }) => text === '');
	}

	/** An empty citation in an otherwise empty note, with its list. */
	async fresh(): Promise<Line> {
		await this.empty();
		await this.#window.type(OPEN);
		return this.line(({ text, cursor }) => text.startsWith(OPEN) && cursor === OPEN.length);
	}

	async do(step: Step): Promise<void> {
		const { page } = this.#window;
		switch (step.kind) {
			case 'type':
				await page.keyboard.type(step.text);
				break;
			case 'delete':
				await page.keyboard.press('Backspace');
				break;
			case 'undo':
				await page.keyboard.press('Control+Z');
				break;
			case 'paste':
				await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(step.text)})`);
				await page.keyboard.press('Control+V');
				break;
			case 'compose':
				await this.#keyboard?.send('Input.imeSetComposition', {
					text: step.text,
					selectionStart: step.text.length,
					selectionEnd: step.text.length,
				});
				break;
			case 'commit':
				await this.#keyboard?.send('Input.insertText', { text: step.text });
				break;
		}
	}

	/** Does the step and waits until the note shows it. */
	async doAndSee(step: Step, before: Line): Promise<Line> {
		await this.do(step);
		const expected = this.after(step, before);
		return this.line(({ text, cursor }) =>
			expected ? text === expected.text && cursor === expected.cursor : text !== before.text,
		);
	}

	/** The line after a step; undefined after an undo, which takes back as much as the editor likes. To be called once a step. */
	after(step: Step, { text, cursor }: Line): Line | undefined {
		const composed = this.#composed;
		this.#composed = step.kind === 'compose' ? step.text : '';
		const [head, tail] = [text.slice(0, cursor - composed.length), text.slice(cursor)];
		switch (step.kind) {
			case 'undo':
				return undefined;
			case 'delete':
				return { text: head.slice(0, -1) + tail, cursor: cursor - 1 };
			default:
				return { text: head + step.text + tail, cursor: head.length + step.text.length };
		}
	}

	line(accept: (line: Line) => boolean): Promise<Line> {
		return eventually({ read: () => this.#read(), accept, what: 'the line of the note', timeoutMs: 20_000 });
	}

	/** The names of the rows of the list, as far as they are in view; none when it is closed. */
	async rows(): Promise<readonly string[]> {
		const rows = this.#window.page.locator('.suggest-widget.visible .monaco-list-row');
		return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
	}

	async #read(): Promise<Line> {
		// Text and cursor are drawn together; the status bar tells the column a little later.
		const { lines, caret } = await this.#window.page.evaluate(editorView);
		const [line] = lines;
		const x = caret?.x ?? 0;
		return { text: line?.text ?? '', cursor: (line?.middles ?? []).filter((middle) => middle < x).length };
	}
}

/** Whether the list in the window is the server's: its rows in their order, as far as there is room for them. */
export function showsList(seen: readonly string[], expected: readonly string[]): boolean {
	const shown = seen.slice(0, expected.length);
	return shown.length > 0 && shown.every((row, index) => row === expected[index]);
}
