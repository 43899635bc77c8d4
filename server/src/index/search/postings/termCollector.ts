/** Terms of papers on their way into a run. */

import { type Batch, BatchWriter, type Beginnings } from './batchWriter.ts';
import { depthOf } from './rowWindow.ts';
import type { TermSpan } from './termBytes.ts';
import type { RunKind, TermRuns } from './termRuns.ts';
import { MOST_TERMS, TermTable } from './termTable.ts';

/** Terms times papers that are gathered for one run: 32 MB of them. */
const MOST_POSTINGS = 2 ** 22;

/** Nobody looks for the words of a longer text beyond it, which then has fewer terms than a table holds. */
const LONGEST_TEXT = 2 ** 20;

export class TermCollector {
	readonly #beginnings: Beginnings | undefined;
	readonly #terms = new TermTable();
	/** By term, the paper that had it last, counted from 1. */
	#last = new Int32Array(2 ** 12);
	/** By term, whether it is a word. */
	#isWord = new Int32Array(2 ** 12);
	/** A term and a paper, counted from 0, and so on. */
	#postings = new Int32Array(2 ** 16);
	#count = 0;
	/** By paper. */
	#rows = new Int32Array(2 ** 12);
	#papers = 0;
	#widest = 0;

	/** `beginnings`: those of words that are terms as well. */
	constructor(beginnings?: Beginnings) {
		this.#beginnings = beginnings;
	}

	/** What is added from here on is of the paper in `row`. Papers come in the order of their rows. */
	begin(row: number): void {
		if (this.#papers === this.#rows.length) {
			this.#rows = grown(this.#rows);
		}
		this.#rows[this.#papers++] = row;
		this.#widest = Math.max(this.#widest, depthOf(row));
	}

	/** Whether it is time to write. */
	get isFull(): boolean {
		return this.#count > MOST_POSTINGS || this.#terms.size > MOST_TERMS / 2;
	}

	/**
	 * Adds the words of a text: letters and digits of ASCII, without case, and whatever is beyond ASCII. They are cut after
	 * `longest` bytes; in ASCII, letters.
	 */
	addText(text: string, longest = text.length * 3): void {
		const length = encoded(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);
		for (let at = 0; at < length; ) {
			while (at < length && source[at] === SEPARATOR) {
				at++;
			}
			const start = at;
			while (at < length && source[at] !== SEPARATOR) {
				at++;
			}
			if (at > start) {
				this.addWord(source, start, Math.min(at, start + longest));
			}
		}
	}

	/** Adds a word from `from` up to, not including, `to`; with its beginnings, if such are wanted. */
	addWord(bytes: Uint8Array, from: number, to: number): void {
		this.#isWord[this.#add(bytes, from, to)] = 1;
	}

	/** Adds a term that is no word. */
	addTerm(bytes: Uint8Array, from: number, to: number): void {
		this.#add(bytes, from, to);
	}

	/** The words so far, in the order in which they came. */
	*words(): Generator<TermSpan, void> {
		for (let number = 0; number < this.#terms.size; number++) {
			if (this.#isWord[number] === 1) {
				yield this.#terms.term(number);
			}
		}
	}

	/** Writes all of it, as a run of its own, and forgets it. */
	write(runs: TermRuns, kind: RunKind): void {
		if (this.#count === 0) {
			return;
		}
		const writer = runs.begin(kind);
		new BatchWriter(this.#batch(), writer).write(this.#beginnings);
		writer.pause();
		runs.finish(writer, this.#widest);
		this.clear();
	}

	/** Forgets what was added. */
	clear(): void {
		this.#terms.clear();
		this.#last.fill(0);
		this.#isWord.fill(0);
		this.#count = 0;
		this.#papers = 0;
		this.#widest = 0;
	}

	/** The number of the term. */
	#add(bytes: Uint8Array, from: number, to: number): number {
		const number = this.#terms.add(bytes, from, to);
		if (number >= this.#last.length) {
			this.#last = grown(this.#last);
			this.#isWord = grown(this.#isWord);
		}
		if (this.#last[number] !== this.#papers) {
			this.#last[number] = this.#papers;
			if (this.#count + 2 > this.#postings.length) {
				this.#postings = grown(this.#postings);
			}
			this.#postings[this.#count++] = number;
			this.#postings[this.#count++] = this.#papers - 1;
		}
		return number;
	}

	#batch(): Batch {
		const ends = new Int32Array(this.#terms.size + 1);
		for (let at = 0; at < this.#count; at += 2) {
			const next = (this.#postings[at] ?? 0) + 1;
			ends[next] = (ends[next] ?? 0) + 1;
		}
		for (let number = 1; number < ends.length; number++) {
			ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
		}
		const papers = new Int32Array(this.#count / 2);
		for (let at = 0; at < this.#count; at += 2) {
			const number = this.#postings[at] ?? 0;
			const place = ends[number] ?? 0;
			papers[place] = this.#postings[at + 1] ?? 0;
			ends[number] = place + 1;
		}
		const rows = this.#rows.subarray(0, this.#papers);
		return { terms: this.#terms, papers, ends, rows, isWord: this.#isWord };
	}
}

const encoder = new TextEncoder();
let source = new Uint8Array(2 ** 12);

const SEPARATOR = 0;

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

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(2 * numbers.length);
	longer.set(numbers);
	return longer;
}
