/**
 * The tables that search stands on, all keyed by row (see `paperRow.ts`):
 *
 * - `search_names`: what people remember of a paper (authors, title, year, names, venue), as marked terms;
 * - `search_text`: the words of its abstract, and its names beside them, so that one question asks for both;
 * - `search_paper`: its folded names in order, for ranking the few papers that are worth it;
 * - `search_row`: the row of a paper id;
 * - `search_vocabulary`: words of names, in chunks as they came, for mistyped words.
 *
 * The full-text tables keep no content and no positions (`detail=none`): 100,000 abstracts take 13 MB and 1.1 s that
 * way, and 31 MB with columns. Terms come folded and distinct, so the tokenizer has nothing to do but cut at spaces.
 */

import type { SqlDatabase } from '../store/sqlDatabase.ts';

/** Raise it whenever rows or terms change their meaning; an index of another version must be built anew. */
export const SEARCH_VERSION = 1;

/**
 * First letters of terms that are more than a word. Folding takes accents off, so that no word begins with one of these;
 * and SQLite's `ascii` tokenizer keeps whatever is beyond ASCII inside a term.
 */
export const MARKS = {
	/** The first letters of a word, up to `LONGEST_BEGINNING`. */
	beginning: 'À',
	/** The first author's family name. */
	family: 'È',
	/** The first word of the title. */
	start: 'Ì',
	venue: 'Ò',
	category: 'Ù',
	/** Initials of three words of the title that follow one another. */
	initials: 'Á',
	/** A key, DOI or other name, run together. */
	name: 'É',
	/** What the record has; alone: the record is there. */
	has: 'Í',
} as const;

/** Longer beginnings are gathered from the words that have them: those are few. */
export const LONGEST_BEGINNING = 4;

const FULL_TEXT = `terms, content='', contentless_delete=1, detail=none, tokenize='ascii'`;

export function createSearchTables(db: SqlDatabase): void {
	db.exec(`
		CREATE VIRTUAL TABLE search_names USING fts5(${FULL_TEXT});
		CREATE VIRTUAL TABLE search_text USING fts5(${FULL_TEXT});
		CREATE TABLE search_paper (row INTEGER PRIMARY KEY, line TEXT NOT NULL);
		CREATE TABLE search_row (id INTEGER PRIMARY KEY, row INTEGER NOT NULL);
		CREATE TABLE search_vocabulary (chunk INTEGER PRIMARY KEY, words TEXT NOT NULL);
	`);
}
