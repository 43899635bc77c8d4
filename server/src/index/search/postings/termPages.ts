/**
 * Terms with the rows of their papers, as pages of bytes. This is how the index stores them. The first byte of a page
 * gives its kind:
 *
 * - many terms in order. Each has the number of bytes it shares with the term before it, the number of further bytes,
 *   these bytes, the number of bytes of its rows, and the rows;
 * - one term, which has pages of its own because many papers have it: rows to the end of the page.
 *
 * Rows ascend. The first is stored as it is, each other as the difference from the one before. All numbers have seven
 * bits in a byte, the lowest first; the top bit says that more bytes follow.
 */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { putVarint, VarintReader } from '../../database/varints.ts';
import { compareTerms, type TermSpan, wholeTerm } from './termBytes.ts';

/** In bytes. A page is read from its start. Three make one of SQLite's pages, with the overhead. */
const PAGE_BYTES = 1344;
/** A term whose rows take more bytes than this has pages of its own. */
const MAX_SHARED_PAGE_ROWS_BYTES = 500;
/** Bytes of a number below 2³⁵. */
const MAX_NUMBER_BYTES = 5;

/** Bytes of the three numbers of a term in a page of many terms. */
const HEADER_BYTES = 6;
/** A longer term has pages of its own. */
const MAX_TERM_BYTES = PAGE_BYTES - MAX_SHARED_PAGE_ROWS_BYTES - 3 * MAX_NUMBER_BYTES;

const MANY_TERMS = 0;
const ONE_TERM = 1;

/**
 * Receives a page: its first term; its first row if the page has one term, else 0; and its bytes, which are valid
 * only during the call.
 */
export type PageSink = (term: Uint8Array, row: number, bytes: Uint8Array) => void;

/** Splits terms, added in order, into pages. */
export class PageWriter {
	readonly #sink: PageSink;
	readonly #page = new Uint8Array(PAGE_BYTES);
	#length = 0;
	#first: Uint8Array = NO_BYTES;
	/** The term added last: the first `#lastLength` bytes. */
	readonly #last = new Uint8Array(MAX_TERM_BYTES);
	#lastLength = 0;
	readonly #rows = new Uint8Array(MAX_SHARED_PAGE_ROWS_BYTES + MAX_NUMBER_BYTES);

	constructor(sink: PageSink) {
		this.#sink = sink;
	}

	/** Adds a term with the first `count` of `rows`, which ascend without duplicates. */
	add(term: TermSpan, rows: Int32Array, count: number): void {
		const packed = this.#rows;
		let length = 0;
		let last = 0;
		for (let index = 0; index < count && length <= MAX_SHARED_PAGE_ROWS_BYTES; index++) {
			const row = rows[index] ?? 0;
			length = putVarint(packed, length, row - last);
			last = row;
		}
		if (length > MAX_SHARED_PAGE_ROWS_BYTES || term.end - term.start > MAX_TERM_BYTES) {
			this.end();
			this.#addLong(term, rows, count);
		} else {
			this.addPacked(term, { bytes: packed, start: 0, end: length });
		}
	}

	/** Writes the last page. */
	end(): void {
		if (this.#length > 0) {
			this.#sink(this.#first, 0, this.#page.subarray(0, this.#length));
			this.#length = 0;
		}
	}

	/** Adds a term with its rows as stored in a page of many terms. */
	addPacked({ bytes, start, end }: TermSpan, rows: TermSpan): void {
		const length = rows.end - rows.start;
		let common = this.#commonBytes({ bytes, start, end });
		if (this.#length + end - start - common + length + HEADER_BYTES > PAGE_BYTES) {
			this.end();
		}
		const page = this.#page;
		let at = this.#length;
		if (at === 0) {
			page[at++] = MANY_TERMS;
			this.#first = bytes.slice(start, end);
			common = 0;
		}
		at = putVarint(page, at, common);
		at = putVarint(page, at, end - start - common);
		for (let index = common; index < end - start; index++) {
			const byte = bytes[start + index] ?? 0;
			page[at++] = byte;
			this.#last[index] = byte;
		}
		this.#lastLength = end - start;
		at = putVarint(page, at, length);
		for (let index = rows.start; index < rows.end; index++) {
			page[at++] = rows.bytes[index] ?? 0;
		}
		this.#length = at;
	}

	#commonBytes({ bytes, start, end }: TermSpan): number {
		const last = this.#last;
		const length = Math.min(this.#lastLength, end - start);
		let at = 0;
		while (at < length && last[at] === bytes[start + at]) {
			at++;
		}
		return at;
	}

	#addLong({ bytes, start, end }: TermSpan, rows: Int32Array, count: number): void {
		const page = this.#page;
		const term = bytes.slice(start, end);
		for (let index = 0; index < count; ) {
			const first = rows[index] ?? 0;
			let last = 0;
			let at = 0;
			page[at++] = ONE_TERM;
			for (; index < count && at + MAX_NUMBER_BYTES <= PAGE_BYTES; index++) {
				const row = rows[index] ?? 0;
				at = putVarint(page, at, row - last);
				last = row;
			}
			this.#sink(term, first, page.subarray(0, at));
		}
	}
}

const NO_BYTES = new Uint8Array(0);

/** Reads the terms of a page one after the other. */
export class PageReader {
	readonly bytes: Uint8Array;
	/** The start and end of the current term's rows. */
	start = 0;
	end = 0;
	/** The first `length` bytes are the current term. */
	#term: Uint8Array = new Uint8Array(64);
	#length = 0;
	readonly #numbers: VarintReader;

	/** `term` is the first term of the page. */
	constructor(bytes: Uint8Array, term: Uint8Array) {
		this.bytes = bytes;
		this.#numbers = new VarintReader(bytes, 1);
		if (bytes[0] === ONE_TERM) {
			this.#setTerm(term);
		} else if (bytes[0] !== MANY_TERMS) {
			throw new DamagedIndex('the index holds a page of terms that is none');
		}
	}

	get isLong(): boolean {
		return this.bytes[0] === ONE_TERM;
	}

	/** The current term. Valid until the next one is read. */
	get span(): TermSpan {
		return { bytes: this.#term, start: 0, end: this.#length };
	}

	/** A copy of the current term. */
	term(): Uint8Array {
		return this.#term.slice(0, this.#length);
	}

	/** Goes to the next term. Returns whether there is one. */
	next(): boolean {
		const { bytes } = this;
		const numbers = this.#numbers;
		if (numbers.done) {
			return false;
		}
		if (this.isLong) {
			this.start = 1;
			this.end = numbers.at = bytes.length;
			return true;
		}
		const common = numbers.next();
		const others = numbers.next();
		if (common > this.#length || numbers.at + others > bytes.length) {
			throw new DamagedIndex('the index holds a term that is cut off');
		}
		this.#reserve(common + others);
		// A loop, since creating a view of these few bytes would cost more than copying them.
		for (let at = 0; at < others; at++) {
			this.#term[common + at] = bytes[numbers.at + at] ?? 0;
		}
		this.#length = common + others;
		numbers.at += others;
		const length = numbers.next();
		this.start = numbers.at;
		this.end = numbers.at += length;
		if (this.end > bytes.length) {
			throw new DamagedIndex('the index holds rows that are cut off');
		}
		return true;
	}

	/** Negative if the current term comes before `term`. */
	compare(term: Uint8Array): number {
		return compareTerms(this.span, wholeTerm(term));
	}

	#setTerm(term: Uint8Array): void {
		this.#reserve(term.length);
		this.#term.set(term);
		this.#length = term.length;
	}

	#reserve(length: number): void {
		if (length > this.#term.length) {
			const longer = new Uint8Array(2 * length);
			longer.set(this.#term);
			this.#term = longer;
		}
	}
}
