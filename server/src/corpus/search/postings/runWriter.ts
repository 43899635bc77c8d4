/** Writes a run, its terms in order, in one transaction or in several. */

import { DirectoryWriter } from './runDirectory.ts';
import { PageWriter } from './termPages.ts';

export class RunWriter {
	readonly run: number;
	readonly directory = new DirectoryWriter();
	readonly #pages: PageWriter;
	/** The number of the last page; undefined when others may have written since. */
	#page: number | undefined;

	/** `lastPage`: the highest number that a page of any run has. */
	constructor(run: number, lastPage: () => number, write: (page: number, bytes: Uint8Array) => void) {
		this.run = run;
		this.#pages = new PageWriter((term, row, bytes) => {
			this.#page = (this.#page ?? lastPage()) + 1;
			write(this.#page, bytes);
			this.directory.add(term, row, this.#page);
		});
	}

	/** The first `count` of `rows`, ascending, no row twice. */
	add(term: Uint8Array, rows: Int32Array, count: number): void {
		this.#pages.add(term, rows, count);
	}

	/** To be called before each end of a transaction. */
	pause(): void {
		this.#pages.end();
		this.#page = undefined;
	}
}
