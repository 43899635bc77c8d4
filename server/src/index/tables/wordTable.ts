/** Splits JSON text, as UTF-8, into words for compression, and numbers them without creating strings. */

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 32;
const QUOTE = 34;
const HYPHEN = 45;
const COLON = 58;

/** All bytes beyond ASCII count as letters, so that a word never ends inside a character. */
const KINDS = new Uint8Array(256).map((_, byte) => {
	const character = String.fromCharCode(byte);
	return byte > 127 || /[A-Za-z]/.test(character) ? LETTER : /[0-9]/.test(character) ? DIGIT : OTHER;
});

/** In digits. Years and pages are worth a number; longer numbers seldom occur twice. */
const MAX_DIGITS = 4;
/** In bytes: the punctuation between two values together with the name of the second, `"},{"family":"`. */
const MAX_JOINT_BYTES = 32;

/** The end of the word that begins at `at`: letters or digits with a space before them, or else punctuation. */
export function wordEnd(bytes: Uint8Array, at: number, end: number): number {
	const start = bytes[at] === SPACE ? at + 1 : at;
	if (start >= end) {
		return end;
	}
	const kind = KINDS[bytes[start] ?? 0];
	if (kind === OTHER) {
		return start > at ? start : jointEnd(bytes, at, end);
	}
	return runEnd(bytes, start, kind === DIGIT ? Math.min(end, start + MAX_DIGITS) : end, kind ?? LETTER);
}

function runEnd(bytes: Uint8Array, start: number, end: number, kind: number): number {
	let at = start;
	while (at < end && KINDS[bytes[at] ?? 0] === kind) {
		at++;
	}
	return at;
}

function signsEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== SPACE && KINDS[bytes[at] ?? 0] === OTHER) {
		at++;
	}
	return at;
}

function jointEnd(bytes: Uint8Array, start: number, end: number): number {
	const signs = signsEnd(bytes, start, Math.min(end, start + MAX_JOINT_BYTES));
	if (bytes[signs - 1] !== QUOTE) {
		return Math.max(signs, start + 1);
	}
	let at = signs;
	while (at < end && (KINDS[bytes[at] ?? 0] === LETTER || bytes[at] === HYPHEN)) {
		at++;
	}
	const isName = at > signs && at - signs < MAX_JOINT_BYTES && bytes[at] === QUOTE && bytes[at + 1] === COLON;
	return isName ? signsEnd(bytes, at, end) : signs;
}

/** Words of one text, numbered in the order in which they are added. A hash table with open addressing. */
export class WordTable {
	readonly #pool: Uint8Array;
	readonly #slots: Int32Array;
	/** By word, its start and end in the pool, next to each other in the processor's cache. */
	readonly #bounds: Int32Array;
	#size = 0;

	/** For up to `most` words, which are in `pool`: one byte or more each. */
	constructor(pool: Uint8Array, most: number) {
		this.#pool = pool;
		this.#bounds = new Int32Array(2 * most);
		this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.min(most, pool.length) * 2 + 2))).fill(-1);
	}

	get size(): number {
		return this.#size;
	}

	/** The number of the word from `from` to `to` in `bytes`, or -1. */
	find(bytes: Uint8Array, from: number, to: number): number {
		return this.#slots[this.#slotOf(bytes, from, to)] ?? -1;
	}

	/** The number of the word from `from` to `to` in the pool. A new word gets the next number. */
	add(from: number, to: number): number {
		const slot = this.#slotOf(this.#pool, from, to);
		const found = this.#slots[slot] ?? -1;
		if (found >= 0) {
			return found;
		}
		const number = this.#size++;
		this.#bounds[2 * number] = from;
		this.#bounds[2 * number + 1] = to;
		this.#slots[slot] = number;
		return number;
	}

	/** The word with this number, in the pool. */
	word(number: number): Uint8Array {
		return this.#pool.subarray(this.#bounds[2 * number], this.#bounds[2 * number + 1]);
	}

	/** Copies the word with this number into `target`. Returns where it ends there. */
	copy(number: number, target: Uint8Array, at: number): number {
		const pool = this.#pool;
		const end = this.#bounds[2 * number + 1] ?? 0;
		let to = at;
		for (let from = this.#bounds[2 * number] ?? end; from < end; from++) {
			target[to++] = pool[from] ?? 0;
		}
		return to;
	}

	/** The slot of the word, or the empty slot for it. */
	#slotOf(bytes: Uint8Array, from: number, to: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = hashOf(bytes, from, to) & mask;
		for (let number = slots[slot] ?? -1; number >= 0; number = slots[slot] ?? -1) {
			if (this.#holds(number, bytes, from, to)) {
				return slot;
			}
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	#holds(number: number, bytes: Uint8Array, from: number, to: number): boolean {
		const pool = this.#pool;
		const start = this.#bounds[2 * number] ?? 0;
		if ((this.#bounds[2 * number + 1] ?? 0) - start !== to - from) {
			return false;
		}
		for (let at = from; at < to; at++) {
			if (pool[start + at - from] !== bytes[at]) {
				return false;
			}
		}
		return true;
	}
}

/** Hashes length, beginning, middle and end, which distinguish the words of a language well enough. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
	const length = to - from;
	let mixed = ((bytes[from] ?? 0) << 8) ^ (bytes[to - 1] ?? 0) ^ (length << 16);
	if (length > 2) {
		const inner = ((bytes[from + 1] ?? 0) << 16) ^ ((bytes[to - 2] ?? 0) << 8) ^ (bytes[(from + to) >> 1] ?? 0);
		const outer = (bytes[from + 2] ?? 0) ^ ((bytes[to - 3] ?? 0) << 8);
		mixed ^= Math.imul(inner ^ Math.imul(outer, 0x9e3779b1), 0x85ebca6b);
	}
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return mixed ^ (mixed >>> 15);
}
