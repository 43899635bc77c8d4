/** What a person does in the palette of papers and sees or hears there. */

import { eventually } from '../support/eventually.ts';
import type { Accept, VscodeWindow } from '../vscode/vscodeWindow.ts';

export class OpenPalette {
	readonly #window: VscodeWindow;

	constructor(window: VscodeWindow) {
		this.#window = window;
	}

	async open(): Promise<void> {
		await this.#window.runCommand('Papers: Search Papers');
		// The list of commands, which is the same box, has rows as well: keys typed there would be lost.
		await this.#window.page.getByPlaceholder(/^Author, title, year/).waitFor();
		await this.title((text) => text.startsWith('Search Papers'));
		await this.rows();
	}

	/** Opens it and types a query, until the paper whose title begins so is selected. */
	async openAt(query: string, title: string): Promise<void> {
		await this.open();
		await this.#window.type(query);
		await this.selected((row) => row.startsWith(title));
	}

	/** Types another query over the one that is there. */
	async search(query: string): Promise<void> {
		await this.#window.press('Control+A');
		await this.#window.type(query);
	}

	/** The accessible names of the rows in view. */
	rows(accept: Accept<readonly string[]> = (all) => all.length > 0): Promise<readonly string[]> {
		return this.#names('.monaco-list-row', accept, 'rows of the palette');
	}

	/** The accessible name of the row that Enter is about. */
	async selected(accept: Accept<string>): Promise<string> {
		const isSelected: Accept<readonly string[]> = ([row = '']) => accept(row);
		return (await this.#names('.monaco-list-row.focused', isSelected, 'the selected row'))[0] ?? '';
	}

	/** The marked parts of the rows in view. */
	marks(accept: Accept<readonly string[]>): Promise<readonly string[]> {
		const marks = this.#window.page.locator('.quick-input-list .highlight');
		return eventually<readonly string[]>({ read: () => marks.allInnerTexts(), accept, what: 'marks in the rows' });
	}

	title(accept: Accept<string>): Promise<string> {
		const title = this.#window.page.locator('.quick-input-widget .quick-input-title');
		return eventually({
			read: async () => (await title.textContent()) ?? '',
			accept,
			what: 'the title of the palette',
		});
	}

	query(): Promise<string> {
		return this.#window.page.locator('.quick-input-widget input.input').inputValue();
	}

	/** The buttons of a row show once the mouse is on it. */
	async clickButton(row: string, name: string): Promise<void> {
		const line = this.#window.page.locator(`.quick-input-widget .monaco-list-row[aria-label^="${row}"]`).first();
		await line.hover();
		await line.getByRole('button', { name }).click();
	}

	#names(selector: string, accept: Accept<readonly string[]>, what: string): Promise<readonly string[]> {
		const rows = this.#window.page.locator(`.quick-input-widget:visible ${selector}`);
		const read = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
		return eventually<readonly string[]>({ read, accept, what });
	}
}
