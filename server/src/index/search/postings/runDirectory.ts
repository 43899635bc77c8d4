/** The first terms of the pages of a run. Stored as one blob with the run, and read at once. */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { compareTerms, wholeTerm } from './termBytes.ts';

/** How many numbers precede the lists: the number of pages and the number of bytes of terms. */
const HEADER_NUMBERS = 2;

export class RunDirectory {
	/** The number of pages. */
	readonly size: number;
	/** The start of each page's term in `#terms`, and the end of the last one. */
	readonly #starts: Int32Array;
	readonly #rows: Int32Array;
	readonly #pages: Int32Array;
	readonly #terms: Uint8Array;

	constructor(bytes: Uint8Array) {
		const whole = bytes.length >= 4 * HEADER_NUMBERS ? bytes.slice() : new Uint8Array(4 * HEADER_NUMBERS);
		const [size = 0, length = 0] = new Int32Array(whole.buffer, 0, HEADER_NUMBERS);
		if (size < 0 || length < 0 || bytes.length !== 4 * (HEADER_NUMBERS + 3 * size + 1) + length) {
			throw new DamagedIndex('the index holds a directory that is cut off');
		}
		const numbers = (place: number, count: number): Int32Array => new Int32Array(whole.buffer, 4 * place, count);
		this.size = size;
		this.#starts = numbers(HEADER_NUMBERS, size + 1);
		this.#rows = numbers(HEADER_NUMBERS + size + 1, size);
		this.#pages = numbers(HEADER_NUMBERS + 2 * size + 1, size);
		this.#terms = whole.subarray(4 * (HEADER_NUMBERS + 3 * size + 1));
	}

	/** The first term of a page. */
	term(index: number): Uint8Array {
		return this.#terms.subarray(this.#starts[index], this.#starts[index + 1]);
	}

	/** The first row of a page with only one term, else 0. */
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

	/** The first page whose term is `term` or a later one; `size` if there is none. */
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

	/** Negative if the term of a page comes before `term`. */
	compare(index: number, term: Uint8Array): number {
		const start = this.#starts[index] ?? 0;
		return compareTerms({ bytes: this.#terms, start, end: this.#starts[index + 1] ?? start }, wholeTerm(term));
	}

	/** Whether there is a page at `index` that continues the rows of the previous page's term. */
	isFurther(index: number): boolean {
		const isOne = index > 0 && index < this.size && this.row(index - 1) > 0 && this.row(index) > this.row(index - 1);
		return isOne && this.compare(index - 1, this.term(index)) === 0;
	}

	/** Among the pages of one term after `index`: the last that begins at `row` or before, else the next one. */
	further(index: number, row: number): number {
		let found = index + 1;
		while (this.isFurther(found + 1) && this.row(found + 1) <= row) {
			found++;
		}
		return found;
	}
}

/** Builds the bytes of a directory from its pages in order. */
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
