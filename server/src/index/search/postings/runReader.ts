/** Reads all terms of a run in order. A term with pages of its own comes once for each page. */

import type { RunDirectory } from './runDirectory.ts';
import { PageReader } from './termPages.ts';

export class RunReader {
	/** The page of the current term. */
	page: PageReader | undefined;
	readonly #directory: RunDirectory;
	readonly #bytesOf: (page: number) => Uint8Array;
	#index: number;

	/** `bytesOf` returns the content of a page by its number; `first` is the index in the directory to start from. */
	constructor(directory: RunDirectory, bytesOf: (page: number) => Uint8Array, first = 0) {
		this.#directory = directory;
		this.#bytesOf = bytesOf;
		this.#index = first;
	}

	/** Goes to the next term. Undefined if there is none. */
	next(): PageReader | undefined {
		while (!this.page?.next()) {
			if (this.#index >= this.#directory.size) {
				this.page = undefined;
				break;
			}
			const bytes = this.#bytesOf(this.#directory.page(this.#index));
			this.page = new PageReader(bytes, this.#directory.term(this.#index++));
		}
		return this.page;
	}
}
