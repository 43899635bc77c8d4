/** Terms of papers on their way into a run. */

import { depthOf } from './rowWindow.ts';
import { termOfBytes } from './termBytes.ts';
import type { RunKind, TermRuns } from './termRuns.ts';
import { MOST_TERMS, TermTable } from './termTable.ts';

export interface WordOptions {
	/** Led by this, the beginnings of the words, of one letter to so many, are terms as well. */
	readonly beginnings?: { readonly mark: string; readonly longest: number };
	/** Words are cut after so many bytes; in ASCII, letters. */
	readonly longest?: number;
}

/** Terms times papers that are gathered for one run: 32 MB of them. */
const MOST_POSTINGS = 2 ** 22;

/** Nobody looks for the words of a longer text beyond it, which then has fewer terms than a table holds. */
const LONGEST_TEXT = 2 ** 20;

export class TermCollector {
	readonly #terms = new TermTable();
	/** By term, the paper that had it last. */
	#last = new Int32Array(2 ** 12);
	/** A term and a row, and so on. */
	#postings = new Int32Array(2 ** 16);
	#count = 0;
	#row = 0;
	#widest = 0;

	/** What is added from here on is of the paper in `row`. Papers come in the order of their rows. */
	begin(row: number): void {
		this.#row = row;
		this.#widest = Math.max(this.#widest, depthOf(row));
	}

	/** Whether it is time to write. */
	get isFull(): boolean {
		return this.#count > MOST_POSTINGS || this.#terms.size > MOST_TERMS / 2;
	}

	/** Adds the words of a text: letters and digits of ASCII, without case, and whatever is beyond ASCII. */
	add(text: string, { beginnings, longest = text.length * 3 }: WordOptions = {}): void {
		const length = encoded(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);
		const mark = beginnings ? prepared(beginnings.mark) : 0;
		for (let at = 0; at < length; ) {
			while (at < length && source[at] === SEPARATOR) {
				at++;
			}
			const start = at;
			while (at < length && source[at] !== SEPARATOR) {
				at++;
			}
			if (at > start) {
				this.#addTerm(source, start, Math.min(at, start + longest));
				if (beginnings) {
					this.#addBeginnings(start, at, mark, beginnings.longest);
				}
			}
		}
	}

	/** The words so far that are of ASCII, in the order in which they came. */
	*words(): Generator<string, void> {
		for (let number = 0; number < this.#terms.size; number++) {
			const term = this.#terms.term(number);
			if ((term[0] ?? 0) < 0x80) {
				yield termOfBytes(term);
			}
		}
	}

	/** Writes all of it, as a run of its own, and forgets it. */
	write(runs: TermRuns, kind: RunKind): void {
		if (this.#count === 0) {
			return;
		}
		const { rows, ends } = this.#rowsByTerm();
		const writer = runs.begin(kind);
		for (const number of this.#terms.sorted()) {
			const start = number === 0 ? 0 : (ends[number - 1] ?? 0);
			const end = ends[number] ?? start;
			writer.add(this.#terms.term(number), rows.subarray(start, end), end - start);
		}
		writer.pause();
		runs.finish(writer, this.#widest);
		this.clear();
	}

	/** Forgets what was added. */
	clear(): void {
		this.#terms.clear();
		this.#last.fill(0);
		this.#count = 0;
		this.#widest = 0;
	}

	#addTerm(bytes: Uint8Array, from: number, to: number): void {
		const number = this.#terms.add(bytes, from, to);
		if (number >= this.#last.length) {
			this.#last = grown(this.#last);
		}
		if (this.#last[number] === this.#row) {
			return;
		}
		this.#last[number] = this.#row;
		if (this.#count + 2 > this.#postings.length) {
			this.#postings = grown(this.#postings);
		}
		this.#postings[this.#count++] = number;
		this.#postings[this.#count++] = this.#row;
	}

	/** A character beyond the first 2¹⁶ counts for two letters, as in strings, and is not cut. */
	#addBeginnings(start: number, end: number, mark: number, longest: number): void {
		let at = start;
		for (let letters = 0; at < end && letters < longest; ) {
			const next = Math.min(at + (CHARACTER_BYTES[(source[at] ?? 0) >>> 4] ?? 1), end);
			letters += next - at === 4 ? 2 : 1;
			for (; at < next; at++) {
				begun[mark + at - start] = source[at] ?? 0;
			}
			if (letters <= longest) {
				this.#addTerm(begun, 0, mark + at - start);
			}
		}
	}

	/** All rows, those of a term together, in order, and where those of each term end. */
	#rowsByTerm(): { readonly rows: Int32Array; readonly ends: Int32Array } {
		const ends = new Int32Array(this.#terms.size + 1);
		for (let at = 0; at < this.#count; at += 2) {
			const next = (this.#postings[at] ?? 0) + 1;
			ends[next] = (ends[next] ?? 0) + 1;
		}
		for (let number = 1; number < ends.length; number++) {
			ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
		}
		const rows = new Int32Array(this.#count / 2);
		for (let at = 0; at < this.#count; at += 2) {
			const number = this.#postings[at] ?? 0;
			const place = ends[number] ?? 0;
			rows[place] = this.#postings[at + 1] ?? 0;
			ends[number] = place + 1;
		}
		return { rows, ends };
	}
}

const encoder = new TextEncoder();
let source = new Uint8Array(2 ** 12);
const begun = new Uint8Array(64);

const SEPARATOR = 0;

/** How many bytes a character has, by the upper half of its first. */
const CHARACTER_BYTES = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4);

/** What stands for a byte: a small letter for a capital one, nothing for a sign. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte).toLowerCase();
	return byte > 0x7f ? byte : /[a-z0-9]/.test(character) ? character.charCodeAt(0) : SEPARATOR;
});

/** Puts the folded bytes of a text into `source`. How many they are. */
function encoded(text: string): number {
	if (text.length * 3 > source.length) {
		source = new Uint8Array(text.length * 6);
	}
	const { written } = encoder.encodeInto(text, source);
	for (let at = 0; at < written; at++) {
		source[at] = FOLDED[source[at] ?? 0] ?? SEPARATOR;
	}
	return written;
}

/** Puts the mark before what begins so. How many bytes it has. */
function prepared(mark: string): number {
	return encoder.encodeInto(mark, begun).written;
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(2 * numbers.length);
	longer.set(numbers);
	return longer;
}
