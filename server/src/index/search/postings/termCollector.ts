/** Collects the terms of papers for a run. */

import { type Batch, BatchWriter, type Beginnings, type TermSink } from './batchWriter.ts';
import { depthOf } from './rowWindow.ts';
import type { TermSpan } from './termBytes.ts';
import type { RunKind, TermRuns } from './termRuns.ts';
import { addedToHash, EMPTY_HASH, MAX_TERMS, TermTable } from './termTable.ts';

/** Pairs of a term and a paper collected for one run, at most: 32 MB. */
const MAX_POSTINGS = 2 ** 22;

/**
 * The words after this length are ignored: nobody searches for them. So one text has fewer terms than a table can
 * hold.
 */
const MAX_TEXT_LENGTH = 2 ** 20;

export class TermCollector {
	readonly #beginnings: Beginnings | undefined;
	readonly #terms = new TermTable();
	/** By term, the last paper with the term, numbered from 1. */
	#last = new Int32Array(2 ** 6);
	/** By term, whether it is a word. */
	#isWord = new Int32Array(2 ** 6);
	/** Alternately a term and a paper, numbered from 0. */
	#postings = new Int32Array(2 ** 8);
	#count = 0;
	/** By paper, its row, and where its postings begin. */
	#rows = new Int32Array(2 ** 4);
	#starts = new Int32Array(2 ** 4);
	#papers = 0;

	/** `beginnings` says which prefixes of words are terms, too. */
	constructor(beginnings?: Beginnings) {
		this.#beginnings = beginnings;
	}

	/** Starts the paper in `row`: what is added next belongs to it. The row may be given later. */
	begin(row: number = NO_ROW): void {
		if (this.#papers === this.#rows.length) {
			this.#rows = grown(this.#rows);
			this.#starts = grown(this.#starts);
		}
		this.#starts[this.#papers] = this.#count;
		this.#rows[this.#papers++] = row;
	}

	/** Gives the papers their rows, in the order in which they were begun. Those with `NO_ROW` are left out. */
	place(rowOf: (paper: number) => number): void {
		for (let paper = 0; paper < this.#papers; paper++) {
			this.#rows[paper] = rowOf(paper);
		}
	}

	/** Whether it is time to write. */
	get isFull(): boolean {
		return this.#count > MAX_POSTINGS || this.#terms.size > MAX_TERMS / 2;
	}

	/**
	 * Adds the words of a text: ASCII letters and digits without case, and everything beyond ASCII. Words are cut
	 * after `longest` bytes, which in ASCII are letters.
	 */
	addText(text: string, longest = text.length * 3): void {
		const length = encoded(text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text);
		// In a local variable: the engine looks up module variables each time.
		const bytes = source;
		for (let at = 0; at < length; at++) {
			const start = at;
			const cut = start + longest;
			let hash = EMPTY_HASH;
			for (let byte = foldedAt(bytes, at); byte !== SEPARATOR; byte = foldedAt(bytes, ++at)) {
				bytes[at] = byte;
				hash = at < cut ? addedToHash(hash, byte) : hash;
			}
			if (at > start) {
				// The array may grow while the term is added, so it must be read afterwards.
				const number = this.#counted(this.#terms.addHashed(bytes, start, Math.min(at, cut), hash));
				this.#isWord[number] = 1;
			}
		}
	}

	/** Adds the word from `from` to `to` (exclusive), with its prefixes if they are wanted. */
	addWord(bytes: Uint8Array, from: number, to: number): void {
		// The array may grow while the term is added, so it must be read afterwards.
		const number = this.#add(bytes, from, to);
		this.#isWord[number] = 1;
	}

	/** Adds a term that is not a word. */
	addTerm(bytes: Uint8Array, from: number, to: number): void {
		this.#add(bytes, from, to);
	}

	/** The words of the papers that have rows, in the order in which they were first added. */
	*words(): Generator<TermSpan, void> {
		const isUsed = this.#usedTerms();
		for (let number = 0; number < this.#terms.size; number++) {
			if (this.#isWord[number] === 1 && isUsed[number] === 1) {
				yield this.#terms.term(number);
			}
		}
	}

	/** Writes everything as a new run, and clears the collector. */
	write(runs: TermRuns, kind: RunKind): void {
		if (this.#count === 0) {
			this.clear();
			return;
		}
		const writer = runs.begin(kind);
		const widest = this.writeTo(writer);
		writer.pause();
		runs.finish(writer, widest);
	}

	/** Writes all terms in order, and clears the collector. Returns how many rows of one year there may be, at most. */
	writeTo(sink: TermSink): number {
		const batch = this.#batch();
		new BatchWriter(batch, sink).write(this.#beginnings);
		this.clear();
		return batch.rows.reduce((most, row) => Math.max(most, depthOf(row)), 0);
	}

	/** Forgets everything that was added. */
	clear(): void {
		this.#terms.clear();
		this.#last.fill(0);
		this.#isWord.fill(0);
		this.#count = 0;
		this.#papers = 0;
	}

	/** The number of the term. */
	#add(bytes: Uint8Array, from: number, to: number): number {
		return this.#counted(this.#terms.add(bytes, from, to));
	}

	/** Adds a term, by its number, to the current paper. Returns the number. */
	#counted(number: number): number {
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

	/** The papers that have rows, in the order of these. */
	#placed(): Int32Array {
		const rows = this.#rows;
		const papers = Int32Array.from({ length: this.#papers }, (_, paper) => paper).filter(
			(paper) => rows[paper] !== NO_ROW,
		);
		return papers.sort((one, other) => (rows[one] ?? 0) - (rows[other] ?? 0));
	}

	/** Where the postings of a paper end. */
	#end(paper: number): number {
		return paper + 1 < this.#papers ? (this.#starts[paper + 1] ?? 0) : this.#count;
	}

	#usedTerms(): Uint8Array {
		const isUsed = new Uint8Array(this.#terms.size);
		for (const paper of this.#placed()) {
			for (let at = this.#starts[paper] ?? 0; at < this.#end(paper); at += 2) {
				isUsed[this.#postings[at] ?? 0] = 1;
			}
		}
		return isUsed;
	}

	#batch(): Batch {
		const placed = this.#placed();
		const ends = new Int32Array(this.#terms.size + 1);
		let count = 0;
		for (const paper of placed) {
			for (let at = this.#starts[paper] ?? 0; at < this.#end(paper); at += 2) {
				const next = (this.#postings[at] ?? 0) + 1;
				ends[next] = (ends[next] ?? 0) + 1;
				count++;
			}
		}
		for (let number = 1; number < ends.length; number++) {
			ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
		}
		const papers = new Int32Array(count);
		for (const [index, paper] of placed.entries()) {
			for (let at = this.#starts[paper] ?? 0; at < this.#end(paper); at += 2) {
				const number = this.#postings[at] ?? 0;
				const place = ends[number] ?? 0;
				papers[place] = index;
				ends[number] = place + 1;
			}
		}
		const rows = placed.map((paper) => this.#rows[paper] ?? 0);
		return { terms: this.#terms, papers, ends, rows, isWord: this.#isWord };
	}
}

/** The row of a paper that is to be left out. */
export const NO_ROW = -1;

const encoder = new TextEncoder();
let source = new Uint8Array(2 ** 12);

const SEPARATOR = 0;

/** The folded byte for each byte: a lower-case letter for a capital, a separator for punctuation. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte).toLowerCase();
	return byte > 0x7f ? byte : /[a-z0-9]/.test(character) ? character.charCodeAt(0) : SEPARATOR;
});

function foldedAt(bytes: Uint8Array, at: number): number {
	return FOLDED[bytes[at] ?? SEPARATOR] ?? SEPARATOR;
}

/** Writes the bytes of a text into `source`, and a separator after them. Returns how many there are. */
function encoded(text: string): number {
	if (text.length * 3 >= source.length) {
		source = new Uint8Array(text.length * 6 + 1);
	}
	const { written } = encoder.encodeInto(text, source);
	source[written] = SEPARATOR;
	return written;
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(2 * numbers.length);
	longer.set(numbers);
	return longer;
}
