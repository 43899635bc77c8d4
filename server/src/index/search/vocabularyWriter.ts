/** Stores each word of names once, and the words that only abstracts have, for `Vocabulary` to read. */

import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { bytesOfTerm, type TermSpan, termOfBytes } from './postings/termBytes.ts';
import { RUNS, type RunKind } from './postings/termRuns.ts';
import { TermTable } from './postings/termTable.ts';
import { MAX_WORD_LENGTH } from './searchWords.ts';
import { readChunk, writtenChunk } from './vocabularyChunk.ts';

/** In letters. Shorter words are not corrected. */
const MIN_LENGTH = 3;

/** Longer or shorter words in an abstract, and words with a digit, are hardly ever words that someone remembers. */
const MIN_TEXT_LENGTH = 4;
const MAX_TEXT_LENGTH = 24;

export class VocabularyWriter {
	readonly #insert: SqlStatement;
	readonly #chunks: SqlStatement;
	/** Read when the first word is added: most sessions write nothing. */
	#names: KnownWords | undefined;
	#text: KnownWords | undefined;

	constructor(db: SqlDatabase) {
		this.#insert = db.prepare('INSERT INTO search_vocabulary(kind, words) VALUES (?, ?)');
		this.#chunks = db.prepare('SELECT words FROM search_vocabulary WHERE kind = ?');
	}

	/** Adds folded words of names. */
	addNames(words: Iterable<TermSpan>): void {
		this.#names ??= this.#read(RUNS.names);
		for (const word of words) {
			if (isOfNames(word)) {
				this.#names.add(word);
			}
		}
	}

	/** Adds folded words of abstracts. */
	addText(words: Iterable<TermSpan>): void {
		this.#names ??= this.#read(RUNS.names);
		this.#text ??= this.#read(RUNS.text);
		for (const word of words) {
			if (isOfText(word) && !this.#names.has(word)) {
				this.#text.add(word);
			}
		}
	}

	flush(): void {
		for (const [kind, known] of [
			[RUNS.names, this.#names],
			[RUNS.text, this.#text],
		] as const) {
			const fresh = known?.takeFresh() ?? [];
			if (fresh.length > 0) {
				this.#insert.run(kind, writtenChunk(kind, fresh));
			}
		}
	}

	#read(kind: RunKind): KnownWords {
		return new KnownWords(this.#chunks.all(kind).flatMap(({ words }) => readChunk(kind, String(words))));
	}
}

/** Words that are stored, and words that are about to be. */
class KnownWords {
	readonly #table = new TermTable();
	/** Words with smaller numbers are stored. */
	#written: number;

	constructor(written: readonly string[]) {
		for (const word of written) {
			const bytes = bytesOfTerm(word);
			this.#table.add(bytes, 0, bytes.length);
		}
		this.#written = this.#table.size;
	}

	add({ bytes, start, end }: TermSpan): void {
		this.#table.add(bytes, start, end);
	}

	has({ bytes, start, end }: TermSpan): boolean {
		return this.#table.has(bytes, start, end);
	}

	takeFresh(): string[] {
		const count = this.#table.size - this.#written;
		const fresh = Array.from({ length: count }, (_, index) => {
			const { bytes, start, end } = this.#table.term(this.#written + index);
			return termOfBytes(bytes.subarray(start, end));
		});
		this.#written = this.#table.size;
		return fresh;
	}
}

/** Whether a word is long enough, and of Latin letters, whose typing errors we know. */
function isOfNames({ bytes, start, end }: TermSpan): boolean {
	let hasLetter = false;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte > 0x7f) {
			return false;
		}
		hasLetter ||= byte >= LETTER_A;
	}
	return hasLetter && end - start >= MIN_LENGTH && end - start <= MAX_WORD_LENGTH;
}

/** The same as `isOfText` for a word as text. */
export function isTextWord(word: string): boolean {
	return TEXT_WORD.test(word);
}

const TEXT_WORD = new RegExp(`^[a-z]{${MIN_TEXT_LENGTH},${MAX_TEXT_LENGTH}}$`);

function isOfText({ bytes, start, end }: TermSpan): boolean {
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte > 0x7f || byte < LETTER_A) {
			return false;
		}
	}
	return end - start >= MIN_TEXT_LENGTH && end - start <= MAX_TEXT_LENGTH;
}

const LETTER_A = 0x61;
