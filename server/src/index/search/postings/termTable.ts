/** Numbers terms, as UTF-8, in the order in which they are added. A hash table with open addressing, without strings. */

import { compareTerms, type TermSpan } from './termBytes.ts';

export class TermTable {
	/** The bytes of all terms, one after the other. */
	#pool = new Uint8Array(2 ** 10);
	#starts = new Int32Array(2 ** 6);
	#slots = new Int32Array(2 ** 7).fill(-1);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** The number of the term from `from` to `to` in `bytes`. A new term gets the next number. */
	add(bytes: Uint8Array, from: number, to: number): number {
		return this.addHashed(bytes, from, to, hashOf(bytes, from, to));
	}

	/** The same as `add` for a term whose hash is known: `addedToHash` of its bytes, from `EMPTY_HASH` on. */
	addHashed(bytes: Uint8Array, from: number, to: number, hash: number): number {
		const slot = this.#slotOf(bytes, from, to, hash);
		const number = this.#slots[slot] ?? -1;
		if (number >= 0) {
			return number;
		}
		this.#slots[slot] = this.#size;
		return this.#append(bytes, from, to);
	}

	has(bytes: Uint8Array, from: number, to: number): boolean {
		return (this.#slots[this.#slotOf(bytes, from, to, hashOf(bytes, from, to))] ?? -1) >= 0;
	}

	/** The slot with the term's number, or the empty slot for it. */
	#slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = placeOf(hash) & mask;
		for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
			if (this.#holds(number, bytes, from, to)) {
				break;
			}
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	/** Removes all terms, and keeps the memory. */
	clear(): void {
		this.#size = 0;
		this.#slots.fill(-1);
	}

	/** The bytes of a term. Valid until the next one is added. */
	term(number: number): TermSpan {
		const start = this.#starts[number] ?? 0;
		return { bytes: this.#pool, start, end: this.#starts[number + 1] ?? start };
	}

	/** The numbers of all terms, in the order of their bytes. */
	sorted(): Int32Array {
		const numbers = Int32Array.from({ length: this.#size }, (_, number) => number);
		this.#sort(numbers, 0);
		return numbers;
	}

	/** Sorts terms that share their first `depth` bytes. */
	#sort(numbers: Int32Array, depth: number): void {
		if (numbers.length < MIN_TERMS_TO_SPLIT) {
			this.#sortFew(numbers);
			return;
		}
		const heads = new Float64Array(numbers.length);
		for (let index = 0; index < numbers.length; index++) {
			const number = numbers[index] ?? 0;
			heads[index] = this.#head(number, depth) * NUMBER_LIMIT + number;
		}
		heads.sort();
		let start = 0;
		let last = -1;
		for (let index = 0; index < numbers.length; index++) {
			const value = heads[index] ?? 0;
			const head = Math.floor(value / NUMBER_LIMIT);
			numbers[index] = value - head * NUMBER_LIMIT;
			if (head !== last) {
				this.#sortTied(numbers, start, index, depth);
				start = index;
				last = head;
			}
		}
		this.#sortTied(numbers, start, numbers.length, depth);
	}

	#sortTied(numbers: Int32Array, start: number, end: number, depth: number): void {
		if (end - start > 1) {
			this.#sort(numbers.subarray(start, end), depth + HEAD_BYTES);
		}
	}

	#sortFew(numbers: Int32Array): void {
		for (let index = 1; index < numbers.length; index++) {
			const number = numbers[index] ?? 0;
			const term = this.term(number);
			let place = index;
			for (; place > 0 && compareTerms(this.term(numbers[place - 1] ?? 0), term) > 0; place--) {
				numbers[place] = numbers[place - 1] ?? 0;
			}
			numbers[place] = number;
		}
	}

	/** The four bytes from `depth` on as a number, with 0 for missing ones. */
	#head(number: number, depth: number): number {
		const start = (this.#starts[number] ?? 0) + depth;
		const end = this.#starts[number + 1] ?? start;
		let head = 0;
		for (let at = start; at < start + HEAD_BYTES; at++) {
			head = head * 256 + (at < end ? (this.#pool[at] ?? 0) : 0);
		}
		return head;
	}

	#holds(number: number, bytes: Uint8Array, from: number, to: number): boolean {
		const start = this.#starts[number] ?? 0;
		if ((this.#starts[number + 1] ?? 0) - start !== to - from) {
			return false;
		}
		const shift = start - from;
		for (let at = from; at < to; at++) {
			if (this.#pool[at + shift] !== bytes[at]) {
				return false;
			}
		}
		return true;
	}

	#append(bytes: Uint8Array, from: number, to: number): number {
		const start = this.#starts[this.#size] ?? 0;
		const end = start + to - from;
		if (end > this.#pool.length) {
			const pool = new Uint8Array(2 * end);
			pool.set(this.#pool);
			this.#pool = pool;
		}
		for (let at = from; at < to; at++) {
			this.#pool[start + at - from] = bytes[at] ?? 0;
		}
		this.#starts[++this.#size] = end;
		if (this.#size + 1 >= this.#starts.length) {
			this.#grow();
		}
		return this.#size - 1;
	}

	/** Keeps at least half of the slots free. */
	#grow(): void {
		const starts = new Int32Array(2 * this.#starts.length);
		starts.set(this.#starts);
		this.#starts = starts;
		const slots = new Int32Array(4 * this.#starts.length).fill(-1);
		const mask = slots.length - 1;
		for (const number of this.#slots) {
			if (number >= 0) {
				let slot = placeOf(hashOf(this.#pool, starts[number] ?? 0, starts[number + 1] ?? 0)) & mask;
				while ((slots[slot] ?? -1) >= 0) {
					slot = (slot + 1) & mask;
				}
				slots[slot] = number;
			}
		}
		this.#slots = slots;
	}
}

/** Bytes compared at once. */
const HEAD_BYTES = 4;
/** Fewer terms than this are sorted by comparing them one by one. */
const MIN_TERMS_TO_SPLIT = 12;

/** Greater than every number of a term. A double can hold a number together with four bytes. */
const NUMBER_LIMIT = 2 ** 21;

/** The maximum number of terms in a table. */
export const MAX_TERMS = NUMBER_LIMIT - 1;

/** The hash of no bytes: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export const EMPTY_HASH = 0x811c9dc5;

/** The hash of the bytes with this hash and one more. */
export function addedToHash(hash: number, byte: number): number {
	return Math.imul(hash ^ byte, 0x01000193);
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
	let hash = EMPTY_HASH;
	for (let at = from; at < to; at++) {
		hash = addedToHash(hash, bytes[at] ?? 0);
	}
	return hash;
}

/** Mixes the bits of a hash once more: its lower ones say where a term is looked for. */
function placeOf(hash: number): number {
	return hash ^ (hash >>> 15);
}
