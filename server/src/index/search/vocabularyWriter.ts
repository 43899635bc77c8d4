/** Writes down each word of names once, and those that abstracts alone have, for `Vocabulary` to read. */

import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { bytesOfTerm, type TermSpan, termOfBytes } from './postings/termBytes.ts';
import { RUNS, type RunKind } from './postings/termRuns.ts';
import { TermTable } from './postings/termTable.ts';
import { LONGEST_WORD } from './searchWords.ts';
import { readChunk, writtenChunk } from './vocabularyChunk.ts';

/** Shorter words are not corrected. */
const SHORTEST = 3;

/** What is longer or shorter in an abstract, or has a digit, is hardly ever a word that someone remembers. */
const SHORTEST_OF_TEXT = 4;
const LONGEST_OF_TEXT = 24;

export class VocabularyWriter {
	readonly #insert: SqlStatement;
	readonly #chunks: SqlStatement;
	/** Read when the first word comes: most sessions write nothing. */
	#names: KnownWords | undefined;
	#text: KnownWords | undefined;

	constructor(db: SqlDatabase) {
		this.#insert = db.prepare('INSERT INTO search_vocabulary(kind, words) VALUES (?, ?)');
		this.#chunks = db.prepare('SELECT words FROM search_vocabulary WHERE kind = ?');
	}

	/** Folded words of names. */
	addNames(words: Iterable<TermSpan>): void {
		this.#names ??= this.#read(RUNS.names);
		for (const word of words) {
			if (isOfNames(word)) {
				this.#names.add(word);
			}
		}
	}

	/** Folded words of abstracts. */
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

/** Words that are written, and those that are about to be. */
class KnownWords {
	readonly #table = new TermTable();
	/** Words before this number are written. */
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

/** Whether a word is long enough, and of Latin letters, which are mistyped in ways that we know. */
function isOfNames({ bytes, start, end }: TermSpan): boolean {
	let hasLetter = false;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte > 0x7f) {
			return false;
		}
		hasLetter ||= byte >= LETTER_A;
	}
	return hasLetter && end - start >= SHORTEST && end - start <= LONGEST_WORD;
}

function isOfText({ bytes, start, end }: TermSpan): boolean {
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte > 0x7f || byte < LETTER_A) {
			return false;
		}
	}
	return end - start >= SHORTEST_OF_TEXT && end - start <= LONGEST_OF_TEXT;
}

const LETTER_A = 0x61;
