/** Goes through all terms of a run in order; one with pages of its own comes as often as it has pages. */

import type { RunDirectory } from './runDirectory.ts';
import { PageReader } from './termPages.ts';

export class RunReader {
	/** The page of the present term. */
	page: PageReader | undefined;
	readonly #directory: RunDirectory;
	readonly #bytesOf: (page: number) => Uint8Array;
	#index: number;

	/** `bytesOf`: what is in a page of a number; `first`: where in the directory to begin. */
	constructor(directory: RunDirectory, bytesOf: (page: number) => Uint8Array, first = 0) {
		this.#directory = directory;
		this.#bytesOf = bytesOf;
		this.#index = first;
	}

	/** Goes on to the next term; undefined if there is none. */
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
