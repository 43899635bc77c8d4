/** Writes the terms of a batch of papers in order, and among them the prefixes of words. */

import { PaperSet } from './paperSet.ts';
import { bytesOfTerm, characterBytes, compareTerms, type TermSpan, wholeTerm } from './termBytes.ts';
import type { TermTable } from './termTable.ts';

/** Prefixes of words, from one letter up to a maximum length, are terms, too. They begin with the mark. */
export interface Beginnings {
	readonly mark: string;
	readonly longest: number;
}

export interface Batch {
	readonly terms: TermTable;
	/** The papers of each term, numbered from 0 and in order. Terms follow one another by number. */
	readonly papers: Int32Array;
	/** Where the papers of a term end in `papers`, by the term's number. */
	readonly ends: Int32Array;
	/** The row of each paper. */
	readonly rows: Int32Array;
	/** By the number of a term: 1 if it is a word. */
	readonly isWord: Int32Array;
}

/** Takes terms in order, each with the first `count` of its rows. */
export interface TermSink {
	add(term: TermSpan, rows: Int32Array, count: number): void;
}

export class BatchWriter {
	readonly #batch: Batch;
	readonly #writer: TermSink;
	/** The papers of the current term, later their rows. */
	readonly #rows: Int32Array;
	readonly #begun: PaperSet;

	constructor(batch: Batch, writer: TermSink) {
		this.#batch = batch;
		this.#writer = writer;
		this.#rows = new Int32Array(batch.rows.length);
		this.#begun = new PaperSet(batch.rows.length);
	}

	write(beginnings: Beginnings | undefined): void {
		const { terms, isWord } = this.#batch;
		const sorted = terms.sorted();
		let before = 0;
		if (beginnings) {
			const mark = bytesOfTerm(beginnings.mark);
			while (before < sorted.length && compareTerms(terms.term(sorted[before] ?? 0), wholeTerm(mark)) < 0) {
				before++;
			}
			this.#writeTerms(sorted.subarray(0, before));
			const words = sorted.filter((number) => isWord[number] === 1);
			this.#writeBeginnings(words, { mark, letters: 1, longest: beginnings.longest });
		}
		this.#writeTerms(sorted.subarray(before));
	}

	#writeTerms(numbers: Int32Array): void {
		const { terms, papers, ends } = this.#batch;
		const rows = this.#rows;
		for (const number of numbers) {
			let count = 0;
			for (let at = this.#start(number); at < (ends[number] ?? 0); at++) {
				rows[count++] = papers[at] ?? 0;
			}
			// Without papers if all that had the term were dropped.
			if (count > 0) {
				this.#writeRows(terms.term(number), count);
			}
		}
	}

	/** Writes the prefixes of sorted words that share their first letters, all but the last of `letters`. */
	#writeBeginnings(words: Int32Array, level: Level): void {
		const { terms } = this.#batch;
		for (let start = 0; start < words.length; ) {
			const beginning = beginningOf(terms.term(words[start] ?? 0), level.letters);
			let end = start + 1;
			while (end < words.length && isSame(beginning, beginningOf(terms.term(words[end] ?? 0), level.letters))) {
				end++;
			}
			const group = words.subarray(start, end);
			if (beginning) {
				this.#writeBeginning(beginning, group, level.mark);
			}
			if (level.letters < level.longest) {
				this.#writeBeginnings(group, { ...level, letters: level.letters + 1 });
			}
			start = end;
		}
	}

	#writeBeginning({ bytes, start, end }: TermSpan, words: Int32Array, mark: Uint8Array): void {
		const { papers, ends } = this.#batch;
		const term = new Uint8Array(mark.length + end - start);
		term.set(mark);
		term.set(bytes.subarray(start, end), mark.length);
		for (const number of words) {
			this.#begun.add(papers, this.#start(number), ends[number] ?? 0);
		}
		this.#writeRows(wholeTerm(term), this.#begun.moveTo(this.#rows));
	}

	/** Writes a term with the papers that are first in `#rows`. */
	#writeRows(term: TermSpan, count: number): void {
		const rows = this.#rows;
		for (let index = 0; index < count; index++) {
			rows[index] = this.#batch.rows[rows[index] ?? 0] ?? 0;
		}
		this.#writer.add(term, rows, count);
	}

	#start(number: number): number {
		return number === 0 ? 0 : (this.#batch.ends[number - 1] ?? 0);
	}
}

interface Level {
	readonly mark: Uint8Array;
	readonly letters: number;
	readonly longest: number;
}

/**
 * The prefix of a word with this many letters. Undefined if the word is shorter. A character beyond 2¹⁶ counts as
 * two, as in strings, and is not cut.
 */
function beginningOf({ bytes, start, end }: TermSpan, letters: number): TermSpan | undefined {
	let at = start;
	let count = 0;
	while (at < end && count < letters) {
		const length = characterBytes(bytes[at] ?? 0);
		at += length;
		count += length === 4 ? 2 : 1;
	}
	return count === letters && at <= end ? { bytes, start, end: at } : undefined;
}

function isSame(one: TermSpan | undefined, other: TermSpan | undefined): boolean {
	return one && other ? compareTerms(one, other) === 0 : one === other;
}
