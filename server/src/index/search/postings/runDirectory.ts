/** Which page of a run begins with which term. Kept as one piece of bytes with its run, and read at once. */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { compareTerms, wholeTerm } from './termBytes.ts';

/** Numbers before the lists: how many pages, how many bytes of terms. */
const HEAD = 2;

export class RunDirectory {
	/** How many pages there are. */
	readonly size: number;
	/** Where in `#terms` the term of each page begins; one more, where the last ends. */
	readonly #starts: Int32Array;
	readonly #rows: Int32Array;
	readonly #pages: Int32Array;
	readonly #terms: Uint8Array;

	constructor(bytes: Uint8Array) {
		const whole = bytes.length >= 4 * HEAD ? bytes.slice() : new Uint8Array(4 * HEAD);
		const [size = 0, length = 0] = new Int32Array(whole.buffer, 0, HEAD);
		if (size < 0 || length < 0 || bytes.length !== 4 * (HEAD + 3 * size + 1) + length) {
			throw new DamagedIndex('the index holds a directory that is cut off');
		}
		const numbers = (place: number, count: number): Int32Array => new Int32Array(whole.buffer, 4 * place, count);
		this.size = size;
		this.#starts = numbers(HEAD, size + 1);
		this.#rows = numbers(HEAD + size + 1, size);
		this.#pages = numbers(HEAD + 2 * size + 1, size);
		this.#terms = whole.subarray(4 * (HEAD + 3 * size + 1));
	}

	/** The first term of a page. */
	term(index: number): Uint8Array {
		return this.#terms.subarray(this.#starts[index], this.#starts[index + 1]);
	}

	/** The first row of a page that has one term alone, else 0. */
	row(index: number): number {
		return this.#rows[index] ?? 0;
	}

	/** The number of a page. */
	page(index: number): number {
		return this.#pages[index] ?? 0;
	}

	pages(): Iterable<number> {
		return this.#pages;
	}

	/** The first page whose term is `term` or above it; `size` if there is none. */
	firstFrom(term: Uint8Array): number {
		let low = 0;
		let high = this.size;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.compare(middle, term) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Below 0 where the term of a page comes before `term`. */
	compare(index: number, term: Uint8Array): number {
		const start = this.#starts[index] ?? 0;
		return compareTerms({ bytes: this.#terms, start, end: this.#starts[index + 1] ?? start }, wholeTerm(term));
	}

	/** Whether there is such a page, and it goes on with the rows of the term of the one before it. */
	isFurther(index: number): boolean {
		const isOne = index > 0 && index < this.size && this.row(index - 1) > 0 && this.row(index) > this.row(index - 1);
		return isOne && this.compare(index - 1, this.term(index)) === 0;
	}

	/** Of the pages of one term after `index`, which is one of them: the last that begins at `row` or before it, else the next. */
	further(index: number, row: number): number {
		let found = index + 1;
		while (this.isFurther(found + 1) && this.row(found + 1) <= row) {
			found++;
		}
		return found;
	}
}

/** The bytes of a directory, page by page in order. */
export class DirectoryWriter {
	readonly #starts: number[] = [0];
	readonly #rows: number[] = [];
	readonly #pages: number[] = [];
	#terms = new Uint8Array(1024);

	get size(): number {
		return this.#pages.length;
	}

	add(term: Uint8Array, row: number, page: number): void {
		const start = this.#starts.at(-1) ?? 0;
		const end = start + term.length;
		if (end > this.#terms.length) {
			const terms = new Uint8Array(2 * end);
			terms.set(this.#terms);
			this.#terms = terms;
		}
		this.#terms.set(term, start);
		this.#starts.push(end);
		this.#rows.push(row);
		this.#pages.push(page);
	}

	bytes(): Uint8Array {
		const length = this.#starts.at(-1) ?? 0;
		const numbers = Int32Array.from([[this.size, length], this.#starts, this.#rows, this.#pages].flat());
		const bytes = new Uint8Array(numbers.byteLength + length);
		bytes.set(new Uint8Array(numbers.buffer));
		bytes.set(this.#terms.subarray(0, length), numbers.byteLength);
		return bytes;
	}
}
