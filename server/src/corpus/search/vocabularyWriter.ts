/** Writes down each word of names once, for `Vocabulary` to read. */

import type { SqlDatabase, SqlStatement } from '../store/sqlDatabase.ts';
import { bytesOfTerm, type TermSpan, termOfBytes } from './postings/termBytes.ts';
import { TermTable } from './postings/termTable.ts';
import { LONGEST_WORD } from './searchWords.ts';

/** Shorter words are not corrected. */
const SHORTEST = 3;

const SPACE = 0x20;

export class VocabularyWriter {
	readonly #insert: SqlStatement;
	readonly #chunks: SqlStatement;
	/** All words that are written or about to be. Read when the first word comes: most sessions write nothing. */
	#known: TermTable | undefined;
	/** Those about to be: from this number on. */
	#written = 0;

	constructor(db: SqlDatabase) {
		this.#insert = db.prepare('INSERT INTO search_vocabulary(words) VALUES (?)');
		this.#chunks = db.prepare('SELECT words FROM search_vocabulary');
	}

	/** Folded words of names, in the order in which they are to be written. */
	add(words: Iterable<TermSpan>): void {
		this.#known ??= this.#read();
		for (const { bytes, start, end } of words) {
			if (isCorrected(bytes, start, end)) {
				this.#known.add(bytes, start, end);
			}
		}
	}

	flush(): void {
		if (this.#known && this.#known.size > this.#written) {
			const fresh: string[] = [];
			for (let number = this.#written; number < this.#known.size; number++) {
				const { bytes, start, end } = this.#known.term(number);
				fresh.push(termOfBytes(bytes.subarray(start, end)));
			}
			this.#insert.run(fresh.join(' '));
			this.#written = this.#known.size;
		}
	}

	#read(): TermTable {
		const known = new TermTable();
		for (const chunk of this.#chunks.iterate()) {
			const bytes = bytesOfTerm(`${chunk['words']} `);
			let start = 0;
			for (let end = bytes.indexOf(SPACE); end >= 0; end = bytes.indexOf(SPACE, start)) {
				known.add(bytes, start, end);
				start = end + 1;
			}
		}
		this.#written = known.size;
		return known;
	}
}

/** Whether a word is long enough, and of Latin letters, which are mistyped in ways that we know. */
function isCorrected(bytes: Uint8Array, start: number, end: number): boolean {
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

const LETTER_A = 0x61;
