/** The terms by which search finds a paper. */

import type { SearchFields } from '../../corpus/searchFields.ts';
import { AUTHOR_LEAD_CODE, SPACE_CODE, TEXT_END, TEXT_END_CODE } from './lineSigns.ts';
import { nameTerm, type PackedLine } from './paperLine.ts';
import { bytesOfTerm, characterBytes } from './postings/termBytes.ts';
import type { TermCollector } from './postings/termCollector.ts';
import { MARKS } from './searchTables.ts';
import { wordsIn } from './searchWords.ts';

/** Acronyms are searched by this many letters at a time. */
const INITIALS_LENGTH = 3;

/**
 * Extracts terms from the lines of papers, one paper after the other. Reads a line as bytes: splitting strings into
 * words, marking and joining them took twice as long.
 */
export class PaperTerms {
	readonly #terms: TermCollector;
	#line = new Uint8Array(2 ** 12);
	/** The start of the current text in the line. */
	#start = 0;
	#end = 0;
	/** The marked term that is being built. */
	#term = new Uint8Array(2 * this.#line.length);
	/** The starts of words in the line. */
	readonly #initials: number[] = [];

	constructor(terms: TermCollector) {
		this.#terms = terms;
	}

	/** Adds the terms of a paper: plain words for any question, and marked terms for narrower ones. */
	add(line: PackedLine, { year, doi, arxiv }: Pick<SearchFields, 'year' | 'doi' | 'arxiv'>): void {
		const numbers = `${doi ? nameTerm(doi) : ''} ${arxiv ? nameTerm(arxiv) : ''}`;
		this.#read(`${line}${TEXT_END}${year ?? ''}${TEXT_END}${numbers}${TEXT_END}`);
		this.#addMarked(MARK.name);
		this.#turn();
		this.#addWords();
		this.#addFamily();
		this.#turn();
		this.#addWords();
		this.#addMarked(MARK.start, 1);
		this.#addInitials(MARK.initials, NO_WORDS);
		this.#addInitials(MARK.initials, SMALL_WORD_CODES);
		this.#turn();
		this.#addWords();
		this.#turn();
		this.#turn();
		this.#addWords();
		this.#addMarked(MARK.category);
		this.#turn();
		this.#addLetters(MARK.has);
		this.#turn();
		this.#addMarked(MARK.venue);
		this.#addInitials(MARK.venueInitials, NO_WORDS);
		this.#turn();
		this.#addWords();
		this.#turn();
		this.#addMarked(MARK.name);
	}

	/** Starts with the first text of a line. */
	#read(line: string): void {
		if (3 * line.length > this.#line.length) {
			this.#line = new Uint8Array(6 * line.length);
			this.#term = new Uint8Array(2 * this.#line.length);
		}
		encoder.encodeInto(line, this.#line);
		this.#end = -1;
		this.#turn();
	}

	/** Goes on to the next text. */
	#turn(): void {
		this.#start = this.#end + 1;
		this.#end = this.#line.indexOf(TEXT_END_CODE, this.#start);
	}

	/** The start of the word after `at`, or the end of the text if there is none. */
	#wordAfter(at: number): number {
		let start = at;
		while (start < this.#end && (this.#line[start] === SPACE_CODE || this.#line[start] === AUTHOR_LEAD_CODE)) {
			start++;
		}
		return start;
	}

	#endOfWord(start: number): number {
		let end = start;
		while (end < this.#end && this.#line[end] !== SPACE_CODE && this.#line[end] !== AUTHOR_LEAD_CODE) {
			end++;
		}
		return end;
	}

	#addWords(): void {
		for (let start = this.#wordAfter(this.#start); start < this.#end; ) {
			const end = this.#endOfWord(start);
			this.#terms.addWord(this.#line, start, end);
			start = this.#wordAfter(end);
		}
	}

	/** Adds the first `most` words as marked terms. */
	#addMarked(mark: Uint8Array, most = Number.POSITIVE_INFINITY): void {
		let start = this.#wordAfter(this.#start);
		for (let count = 0; start < this.#end && count < most; count++) {
			const end = this.#endOfWord(start);
			this.#terms.addTerm(this.#term, 0, this.#append(start, end, this.#begin(mark)));
			start = this.#wordAfter(end);
		}
	}

	/** Adds the last word of the first author: the family name, or the last word of a team's name. */
	#addFamily(): void {
		let start = this.#wordAfter(this.#start);
		let end = this.#endOfWord(start);
		while (end < this.#end && this.#line[end] === SPACE_CODE) {
			start = end + 1;
			end = this.#endOfWord(start);
		}
		if (end > start) {
			this.#terms.addTerm(this.#term, 0, this.#append(start, end, this.#begin(MARK.family)));
		}
	}

	/** Adds the initials of all words except the small ones, three consecutive ones at a time. */
	#addInitials(mark: Uint8Array, small: ReadonlySet<number>): void {
		const initials = this.#initials;
		let count = 0;
		for (let start = this.#wordAfter(this.#start); start < this.#end; ) {
			const end = this.#endOfWord(start);
			if (!small.has(codeOf(this.#line, start, end))) {
				initials[count++] = start;
			}
			start = this.#wordAfter(end);
		}
		for (let first = 0; first + INITIALS_LENGTH <= count; first++) {
			let length = this.#begin(mark);
			for (let index = first; index < first + INITIALS_LENGTH; index++) {
				const start = initials[index] ?? 0;
				length = this.#append(start, start + characterBytes(this.#line[start] ?? 0), length);
			}
			this.#terms.addTerm(this.#term, 0, length);
		}
	}

	#addLetters(mark: Uint8Array): void {
		for (let at = this.#start; at < this.#end; at++) {
			this.#terms.addTerm(this.#term, 0, this.#append(at, at + 1, this.#begin(mark)));
		}
	}

	/** Starts a marked term. Returns its length, as `#append` does. */
	#begin(mark: Uint8Array): number {
		for (let at = 0; at < mark.length; at++) {
			this.#term[at] = mark[at] ?? 0;
		}
		return mark.length;
	}

	#append(start: number, end: number, length: number): number {
		let to = length;
		for (let at = start; at < end; at++) {
			this.#term[to++] = this.#line[at] ?? 0;
		}
		return to;
	}
}

const encoder = new TextEncoder();

const MARK = {
	family: bytesOfTerm(MARKS.family),
	start: bytesOfTerm(MARKS.start),
	venue: bytesOfTerm(MARKS.venue),
	category: bytesOfTerm(MARKS.category),
	initials: bytesOfTerm(MARKS.initials),
	venueInitials: bytesOfTerm(MARKS.venueInitials),
	name: bytesOfTerm(MARKS.name),
	has: bytesOfTerm(MARKS.has),
};

const SMALL_WORDS: ReadonlySet<string> = new Set('a an the of on in for to and with by from as at is via'.split(' '));
const NO_WORDS: ReadonlySet<number> = new Set();
const SMALL_WORD_CODES: ReadonlySet<number> = new Set(
	[...SMALL_WORDS].map((word) => codeOf(bytesOfTerm(word), 0, word.length)),
);

/** A number for a word of up to four letters; 0 for longer words. */
function codeOf(bytes: Uint8Array, start: number, end: number): number {
	let code = 0;
	if (end - start <= 4) {
		for (let at = start; at < end; at++) {
			code = 256 * code + (bytes[at] ?? 0);
		}
	}
	return code;
}

/** The initials of the words of a title: of all words, and without the small ones. */
export function initialsOf(title: string): readonly string[] {
	const words = wordsIn(title);
	return [lettersOf(words), lettersOf(words.filter((word) => !SMALL_WORDS.has(word)))];
}

function lettersOf(words: readonly string[]): string {
	return words.map((word) => word.charAt(0)).join('');
}

/** `ttrl` gives `ttr` and `trl`: an acronym is searched by its triples, wherever in the title it begins. */
export function triples(letters: string): string[] {
	return Array.from({ length: Math.max(letters.length - 2, 0) }, (_, start) =>
		letters.slice(start, start + INITIALS_LENGTH),
	);
}
