/**
 * Terms, each with the rows of the papers that have it, as pages of bytes, which is how the index keeps them. The first
 * byte of a page says what it is:
 *
 * - of many terms, in order; each says how many bytes it has in common with the one before it, then how many others
 *   follow, these, how many bytes its rows take, and those;
 * - of one term, which has pages of its own where it stands in many papers: rows to the end.
 *
 * Rows ascend; the first stands as it is and each other as the difference to the one before it. All numbers are in seven
 * bits a byte, the lowest first, the top bit saying that more follow.
 */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { putVarint, VarintReader } from '../../database/varints.ts';
import { compareTerms, type TermSpan, wholeTerm } from './termBytes.ts';

/** Bytes of a page, which is looked through from its beginning: three make one of SQLite's, with what that adds. */
const PAGE = 1344;
/** Rows of a term that take more bytes than this have pages of their own. */
const LONG = 500;
/** Bytes of a number below 2³⁵. */
const WIDEST = 5;

/** Bytes of the three numbers of a term that shares its page. */
const NUMBERS = 6;
/** A longer term has pages of its own. */
const LONGEST_TERM = PAGE - LONG - 3 * WIDEST;

const MANY_TERMS = 0;
const ONE_TERM = 1;

/**
 * The first term of the page; the first row of a page that has one term, 0 for others; its bytes, which are as they are
 * for the time of the call.
 */
export type PageSink = (term: Uint8Array, row: number, bytes: Uint8Array) => void;

/** Cuts terms, added in order, into pages. */
export class PageWriter {
	readonly #sink: PageSink;
	readonly #page = new Uint8Array(PAGE);
	#length = 0;
	#first: Uint8Array = NO_BYTES;
	/** The term added last: the first `#lastLength` bytes. */
	readonly #last = new Uint8Array(LONGEST_TERM);
	#lastLength = 0;
	readonly #rows = new Uint8Array(LONG + WIDEST);

	constructor(sink: PageSink) {
		this.#sink = sink;
	}

	/** `rows`: the first `count` of them, ascending, no row twice. */
	add(term: TermSpan, rows: Int32Array, count: number): void {
		const packed = this.#rows;
		let length = 0;
		let last = 0;
		for (let index = 0; index < count && length <= LONG; index++) {
			const row = rows[index] ?? 0;
			length = putVarint(packed, length, row - last);
			last = row;
		}
		if (length > LONG || term.end - term.start > LONGEST_TERM) {
			this.end();
			this.#addLong(term, rows, count);
		} else {
			this.addPacked(term, { bytes: packed, start: 0, end: length });
		}
	}

	/** What was added last gets its page. */
	end(): void {
		if (this.#length > 0) {
			this.#sink(this.#first, 0, this.#page.subarray(0, this.#length));
			this.#length = 0;
		}
	}

	/** `rows`: as a page of many terms has them. */
	addPacked({ bytes, start, end }: TermSpan, rows: TermSpan): void {
		const length = rows.end - rows.start;
		let common = this.#commonBytes({ bytes, start, end });
		if (this.#length + end - start - common + length + NUMBERS > PAGE) {
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
			for (; index < count && at + WIDEST <= PAGE; index++) {
				const row = rows[index] ?? 0;
				at = putVarint(page, at, row - last);
				last = row;
			}
			this.#sink(term, first, page.subarray(0, at));
		}
	}
}

const NO_BYTES = new Uint8Array(0);

/** Goes through the terms of a page, one after the other. */
export class PageReader {
	readonly bytes: Uint8Array;
	/** Where the rows of the present term begin and end. */
	start = 0;
	end = 0;
	/** The bytes of the present term: the first `length`. */
	#term: Uint8Array = new Uint8Array(64);
	#length = 0;
	readonly #numbers: VarintReader;

	/** `term`: the first of the page. */
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

	/** The present term, as it is until the next. */
	get span(): TermSpan {
		return { bytes: this.#term, start: 0, end: this.#length };
	}

	/** The present term; a copy. */
	term(): Uint8Array {
		return this.#term.slice(0, this.#length);
	}

	/** Whether there is another term, which is then the present one. */
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
		// A loop: a view of these few bytes would cost more than they do.
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

	/** Below 0 where the present term comes before `term`. */
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
