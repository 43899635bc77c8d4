/** Writes a run, with its terms in order, in one transaction or in several. */

import { DirectoryWriter } from './runDirectory.ts';
import type { TermSpan } from './termBytes.ts';
import { PageWriter } from './termPages.ts';

export interface PageStore {
	/** The largest number that any page of any run ever had. No number is used twice. */
	lastPage(): number;
	setLastPage(page: number): void;
	write(page: number, bytes: Uint8Array): void;
}

export class RunWriter {
	readonly run: number;
	readonly directory = new DirectoryWriter();
	readonly #store: PageStore;
	readonly #pages: PageWriter;
	/** The number of the last page. Undefined if others may have written since. */
	#page: number | undefined;

	constructor(run: number, store: PageStore) {
		this.run = run;
		this.#store = store;
		this.#pages = new PageWriter((term, row, bytes) => this.addPage(term, row, bytes));
	}

	/** Adds a page as `PageSink` gets it. */
	addPage(term: Uint8Array, row: number, bytes: Uint8Array): void {
		this.#page = (this.#page ?? this.#store.lastPage()) + 1;
		this.#store.write(this.#page, bytes);
		this.directory.add(term, row, this.#page);
	}

	/** Adds a term with the first `count` of `rows`, which ascend without duplicates. */
	add(term: TermSpan, rows: Int32Array, count: number): void {
		this.#pages.add(term, rows, count);
	}

	/** Adds a term with its rows as stored in a page of many terms. */
	addPacked(term: TermSpan, rows: TermSpan): void {
		this.#pages.addPacked(term, rows);
	}

	/** Must be called before each end of a transaction. */
	pause(): void {
		this.#pages.end();
		if (this.#page !== undefined) {
			this.#store.setLastPage(this.#page);
		}
		this.#page = undefined;
	}
}
