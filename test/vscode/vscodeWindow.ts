/** What a person does in VS Code's window and sees there. Everything waits until it is so, or says what it saw. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { caretIsIn, type Place, placeOf, type Squiggle, underlinedTexts } from './editorText.ts';
import { type EditorView, editorView, putText } from './inPage.js';

/** Whether what was read is what the test waits for. */
export type Accept<T> = (value: T) => boolean;

const isNotEmpty = (texts: readonly string[]) => texts.length > 0;

export class VscodeWindow {
	/** For what has no method here. */
	readonly page: Page;
	/** Ends the window, its browser and its server. */
	readonly close: () => Promise<void>;

	constructor(page: Page, close: () => Promise<void>) {
		this.page = page;
		this.close = close;
	}

	/** Answers VS Code's question, and waits until extensions may run. */
	async trust(): Promise<void> {
		await this.#answerTrust('Yes, I trust the authors');
	}

	/** Leaves the window in Restricted Mode. */
	async distrust(): Promise<void> {
		await this.#answerTrust("No, I don't trust the authors");
	}

	async #answerTrust(button: string): Promise<void> {
		const dialog = this.page.locator('.monaco-dialog-box');
		await dialog.getByRole('button', { name: button }).click();
		await dialog.waitFor({ state: 'detached' });
		await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
	}

	/** Opens a file by its name or path, as a person does with quick open. */
	async openFile(name: string): Promise<void> {
		const baseName = name.slice(name.lastIndexOf('/') + 1);
		await this.#pick({ key: 'Control+P', typed: name, row: (label) => label.startsWith(baseName) });
		await this.page.locator(`.tab.active[data-resource-name="${baseName}"]`).waitFor();
		await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
	}

	/** Runs a command by its title in the palette, for example `Papers: Find Paper`. */
	async runCommand(title: string): Promise<void> {
		await this.#pick({ key: 'F1', typed: `>${title}`, row: (label) => label.startsWith(title) });
	}

	async #pick(wanted: { key: string; typed: string; row: Accept<string> }): Promise<void> {
		// The editor may be taking the focus just now, which closes a quick input: hence another try, and a text that is put into
		// the box itself. What is typed might go into the note.
		const input = this.#quickInput.locator('input.input');
		const isFirst = ([first = '']: readonly string[]) => wanted.row(first);
		await eventually({
			read: async () => {
				await this.page.keyboard.press(wanted.key);
				await input.evaluate(putText, wanted.typed, { timeout: 1500 });
				const rows = await this.#texts(this.#quickInput.locator('.monaco-list-row'), isFirst, 'rows', 4000);
				await input.press('Enter', { timeout: 1500 });
				return rows;
			},
			accept: isFirst,
			what: `the row of "${wanted.typed}" after ${wanted.key}`,
			timeoutMs: 30_000,
		});
	}

	/** Types as a person does. `delayMs` between keys: 30 is a fast typist. */
	async type(text: string, delayMs = 30): Promise<void> {
		await this.page.keyboard.type(text, { delay: delayMs });
	}

	/** For example `Tab`, `Control+Space`, `Shift+F12`. */
	async press(key: string): Promise<void> {
		await this.page.keyboard.press(key);
	}

	/** The rows of the list of suggestions: `label detail`, as far as they are in view (some twelve). */
	suggestRows(accept: Accept<readonly string[]> = isNotEmpty): Promise<readonly string[]> {
		return this.#texts(this.page.locator('.suggest-widget.visible .monaco-list-row'), accept, 'suggestions');
	}

	/** The rows of the open quick pick, as far as they are in view. */
	quickPickRows(accept: Accept<readonly string[]> = isNotEmpty): Promise<readonly string[]> {
		return this.#texts(this.#quickInput.locator('.monaco-list-row'), accept, 'rows of the quick pick');
	}

	/** Rests the mouse on `text` in the editor; the card that comes up, as plain text. */
	async hoverText(text: string, accept: Accept<string> = (card) => !/^(Loading\.\.\.)?$/.test(card)): Promise<string> {
		// A card does not come up while the editor is still moving: each round takes the mouse away and back.
		return eventually({ read: () => this.#restOn(text, accept), accept, what: `the card over "${text}"` });
	}

	/** Puts the cursor into the first `text` in view, and waits until it stands there. */
	async clickOn(text: string): Promise<void> {
		const isThere = (view: EditorView) => caretIsIn(text, view);
		await eventually({
			read: async () => {
				const { x, y } = await this.#placeOf(text);
				await this.page.mouse.click(x, y);
				// The editor may scroll just then. A second click before these 2 s would be a double one, and select a word.
				return this.#view(isThere, 'the cursor', 2000);
			},
			accept: isThere,
			what: `the cursor in "${text}"`,
		});
	}

	#view(accept: Accept<EditorView>, what: string, timeoutMs?: number): Promise<EditorView> {
		return eventually({ read: () => this.page.evaluate(editorView), accept, what, ...(timeoutMs && { timeoutMs }) });
	}

	/** Opens the menu of the light bulb at the cursor; what it offers, best first. */
	lightBulb(accept: Accept<readonly string[]> = isNotEmpty): Promise<readonly string[]> {
		const rows = this.page.locator('.action-widget .monaco-list-row.action');
		return eventually<readonly string[]>({
			// Where nothing is offered yet, VS Code says so, and the key must be pressed again.
			read: async () => {
				await this.page.keyboard.press('Control+.');
				await rows.first().waitFor({ timeout: 2000 });
				return this.#texts(rows, accept, 'offers', 1000);
			},
			accept,
			what: 'the light bulb',
			timeoutMs: 20_000,
		});
	}

	/** Returns once no quick input is open, whose closing would take the next keys. */
	async quickInputClosed(): Promise<void> {
		await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
	}

	async #placeOf(text: string): Promise<Place> {
		const place = placeOf(text, await this.page.evaluate(editorView));
		if (!place) {
			throw new Error(`The editor does not show "${text}".`);
		}
		return place;
	}

	async #restOn(text: string, accept: Accept<string>): Promise<string> {
		const { x, y } = await this.#placeOf(text);
		await this.page.mouse.move(x, y + 120);
		await this.page.mouse.move(x, y, { steps: 3 });
		const cards = this.page.locator('.monaco-hover:visible');
		const read = async () => (await cards.allInnerTexts())[0] ?? '';
		return eventually({ read, accept, what: 'a card', timeoutMs: 1_500 });
	}

	/** The editor's lines that are in view. Trailing lines out of view are missing. */
	editorText(accept: Accept<string> = () => true): Promise<string> {
		const read = async () => (await this.page.evaluate(editorView)).lines.map((line) => line.text).join('\n');
		return eventually({ read, accept, what: 'the text of the editor' });
	}

	/** The wavy lines in view, with the text above each. */
	squiggles(accept: Accept<readonly Squiggle[]> = (all) => all.length > 0): Promise<readonly Squiggle[]> {
		const read = async () => underlinedTexts(await this.page.evaluate(editorView));
		return eventually({ read, accept, what: 'wavy lines' });
	}

	statusBar(accept: Accept<readonly string[]> = isNotEmpty): Promise<readonly string[]> {
		return this.#texts(this.page.locator('.statusbar-item:visible'), accept, 'entries of the status bar');
	}

	/** The messages in the corner. */
	notifications(accept: Accept<readonly string[]> = isNotEmpty): Promise<readonly string[]> {
		return this.#texts(this.page.locator('.notification-toast .notification-list-item-message'), accept, 'messages');
	}

	/** The page that an extension shows in the window. */
	get webview(): FrameLocator {
		return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	async screenshot(path: string): Promise<void> {
		await this.page.screenshot({ path, animations: 'disabled' });
	}

	get #quickInput(): Locator {
		return this.page.locator('.quick-input-widget:visible');
	}

	#texts(
		rows: Locator,
		accept: Accept<readonly string[]>,
		what: string,
		timeoutMs?: number,
	): Promise<readonly string[]> {
		const read = async () =>
			(await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
		return eventually<readonly string[]>({ read, accept, what, ...(timeoutMs && { timeoutMs }) });
	}
}
