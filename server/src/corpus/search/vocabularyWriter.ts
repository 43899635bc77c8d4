/** Writes down each word of names once, for `Vocabulary` to read. */

import type { SqlDatabase, SqlStatement } from '../store/sqlDatabase.ts';

/** Shorter words are not corrected, and what has no Latin letter is not mistyped in the ways that we know. */
const WORD = /^(?=\d*[a-z])[a-z0-9]{3,32}$/;

export class VocabularyWriter {
	readonly #insert: SqlStatement;
	readonly #chunks: SqlStatement;
	/** All words that are written or about to be. Read when the first word comes: most sessions write nothing. */
	#known: Set<string> | undefined;
	#fresh: string[] = [];

	constructor(db: SqlDatabase) {
		this.#insert = db.prepare('INSERT INTO search_vocabulary(words) VALUES (?)');
		this.#chunks = db.prepare('SELECT words FROM search_vocabulary');
	}

	add(words: Iterable<string>): void {
		this.#known ??= new Set(this.#chunks.all().flatMap((chunk) => String(chunk['words']).split(' ')));
		for (const word of words) {
			if (!this.#known.has(word) && WORD.test(word)) {
				this.#known.add(word);
				this.#fresh.push(word);
			}
		}
	}

	flush(): void {
		if (this.#fresh.length > 0) {
			this.#insert.run(this.#fresh.join(' '));
			this.#fresh = [];
		}
	}
}
