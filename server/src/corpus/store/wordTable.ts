/** Cuts JSON text into words for packing, and finds the number of a word without making a string of it. */

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const QUOTE = 34;
const COLON = 58;

const KINDS = new Uint8Array(0x250).map((_, code) => {
	if (code === 32) {
		return SPACE;
	}
	const character = String.fromCharCode(code);
	return /\p{L}/u.test(character) ? LETTER : /[0-9]/.test(character) ? DIGIT : OTHER;
});

function kindAt(text: string, at: number): number {
	return KINDS[text.charCodeAt(at)] ?? OTHER;
}

/** Years and pages are worth a number; longer figures seldom come twice. */
const LONGEST_FIGURE = 4;
/** The signs between two values with the name of the second: `"},{"family":"`. */
const LONGEST_JOINT = 32;

/** Where the word ends that begins at `at`: letters or figures with a space before them, else signs. */
export function wordEnd(text: string, at: number): number {
	const start = kindAt(text, at) === SPACE ? at + 1 : at;
	const kind = kindAt(text, start);
	if (kind === LETTER) {
		return lettersEnd(text, start);
	}
	if (kind === DIGIT) {
		return figureEnd(text, start);
	}
	return start > at ? start : jointEnd(text, at);
}

function lettersEnd(text: string, start: number): number {
	let end = start + 1;
	while (end < text.length && kindAt(text, end) === LETTER) {
		end++;
	}
	return end;
}

function figureEnd(text: string, start: number): number {
	let end = start + 1;
	while (end < text.length && end < start + LONGEST_FIGURE && kindAt(text, end) === DIGIT) {
		end++;
	}
	return end;
}

function signsEnd(text: string, start: number): number {
	let end = start;
	while (
		end < text.length &&
		end < start + LONGEST_JOINT &&
		text.charCodeAt(end) < 128 &&
		kindAt(text, end) === OTHER
	) {
		end++;
	}
	return end;
}

function jointEnd(text: string, start: number): number {
	const signs = signsEnd(text, start);
	if (signs === start) {
		return start + 1;
	}
	if (text.charCodeAt(signs - 1) !== QUOTE) {
		return signs;
	}
	let end = signs;
	while (end < signs + LONGEST_JOINT && (kindAt(text, end) === LETTER || text.charCodeAt(end) === 45)) {
		end++;
	}
	const isName = end > signs && text.charCodeAt(end) === QUOTE && text.charCodeAt(end + 1) === COLON;
	return isName ? signsEnd(text, end) : signs;
}

/** Numbers of words, by open addressing: a `Map` would need a string for each word it is asked for. */
export class WordTable {
	readonly #mask: number;
	readonly #slots: Int32Array;
	readonly #letters: Uint16Array;
	readonly #starts: Int32Array;

	constructor(words: readonly string[]) {
		const size = 2 ** Math.ceil(Math.log2(words.length * 2 + 2));
		this.#mask = size - 1;
		this.#slots = new Int32Array(size).fill(-1);
		this.#letters = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
		this.#starts = new Int32Array(words.length + 1);
		words.forEach((word, number) => {
			this.#add(word, number);
		});
	}

	/** The number of the word from `from` to `to` in `text`, or -1. */
	numberOf(text: string, from: number, to: number): number {
		for (let slot = this.#slotOf(text, from, to); ; slot = (slot + 1) & this.#mask) {
			const number = this.#slots[slot] ?? -1;
			if (number < 0 || this.#holds(number, text, from, to)) {
				return number;
			}
		}
	}

	#add(word: string, number: number): void {
		let slot = this.#slotOf(word, 0, word.length);
		while ((this.#slots[slot] ?? -1) >= 0) {
			slot = (slot + 1) & this.#mask;
		}
		this.#slots[slot] = number;
		const start = this.#starts[number] ?? 0;
		for (let at = 0; at < word.length; at++) {
			this.#letters[start + at] = word.charCodeAt(at);
		}
		this.#starts[number + 1] = start + word.length;
	}

	#slotOf(text: string, from: number, to: number): number {
		let hash = 0x811c9dc5;
		for (let at = from; at < to; at++) {
			hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
		}
		return (hash ^ (hash >>> 15)) & this.#mask;
	}

	#holds(number: number, text: string, from: number, to: number): boolean {
		const start = this.#starts[number] ?? 0;
		if ((this.#starts[number + 1] ?? 0) - start !== to - from) {
			return false;
		}
		for (let at = from; at < to; at++) {
			if (this.#letters[start + at - from] !== text.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}
}
