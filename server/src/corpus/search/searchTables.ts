/**
 * The tables that search stands on, all keyed by row (see `paperRow.ts`):
 *
 * - `search_names`: what people remember of a paper (authors, title, year, names, venue), as marked terms;
 * - `search_text`: the words of its abstract, and its names beside them, so that one question asks for both;
 * - `search_paper`: its folded names in order, for ranking the few papers that are worth it;
 * - `search_row`: the row of a paper id;
 * - `search_vocabulary`: words of names, in chunks as they came, for mistyped words.
 *
 * The full-text tables keep no content and no positions. What was tried, on 100,000 papers with abstracts (166 MB of
 * BibTeX), and why they look as they do:
 *
 * | | bytes a paper | slowest twentieth of queries |
 * |---|---|---|
 * | words with columns (`detail=column`), abstracts alone | 309 | |
 * | words without (`detail=none`), abstracts alone | 129 | |
 * | names and abstracts, four beginnings of each word of names; others gathered by FTS5 | 820 | 20 to 480 ms |
 * | every beginning a term, or a few of one letter more (`textWord`); rows by id within a year | 1,370 | 3 ms |
 * | the same, rows dense within a year | 1,150 | 3 ms |
 * | the same with two beginnings of each word of abstracts, not three | 1,050 | 3 ms |
 */

import type { SqlDatabase } from '../store/sqlDatabase.ts';

/** Raise it whenever rows or terms change their meaning; an index of another version must be built anew. */
export const SEARCH_VERSION = 4;

/**
 * What a term that is more than a word begins with. Folding takes accents off, so that no word begins so; and SQLite's
 * `ascii` tokenizer keeps whatever is beyond ASCII inside a term. All begin with the same seven letters, so that the
 * beginnings which the index keeps of every term are the same few for all of these.
 */
export const MARKS = {
	/** The first author's family name. */
	family: mark('È'),
	/** The first word of the title. */
	start: mark('Ì'),
	venue: mark('Ò'),
	category: mark('Ù'),
	/** Initials of three words that follow one another, of the title. */
	initials: mark('Á'),
	venueInitials: mark('Ó'),
	/** A key, DOI or other name, run together. */
	name: mark('É'),
	/** What the record has; alone: the record is there. */
	has: mark('Í'),
} as const;

function mark(letter: string): string {
	return `ÀÀÀÀÀÀÀ${letter}`;
}

/**
 * The beginnings of words that the tables keep as terms of their own. Any other beginning is asked for by one of these,
 * never by gathering all words that have it: FTS5 reads every row of all those words before it gives the first, 60 ns a
 * row, which for `langua` is 10 ms at 100,000 papers; a term of its own gives its rows one by one.
 */
export const NAME_BEGINNINGS = [1, 2, 3, 4, 5, 7] as const;
export const TEXT_BEGINNINGS = [4, 6] as const;
/** The same for marked words, where they are written by us. */
export const MARKED_BEGINNINGS = [3, 5, 7] as const;

const FULL_TEXT = `terms, content='', contentless_delete=1, detail=none, tokenize='ascii'`;

/** Bytes of terms gathered before a segment is written: with FTS5's own 1 MB a first build takes half as long again. */
const WRITTEN_AT_ONCE = 16 * 2 ** 20;

export function createSearchTables(db: SqlDatabase): void {
	db.exec(`
		CREATE VIRTUAL TABLE search_names USING fts5(${FULL_TEXT}, prefix='${NAME_BEGINNINGS.join(' ')}');
		CREATE VIRTUAL TABLE search_text USING fts5(${FULL_TEXT}, prefix='${TEXT_BEGINNINGS.join(' ')}');
		INSERT INTO search_names(search_names, rank) VALUES ('hashsize', ${WRITTEN_AT_ONCE});
		INSERT INTO search_text(search_text, rank) VALUES ('hashsize', ${WRITTEN_AT_ONCE});
		CREATE TABLE search_paper (row INTEGER PRIMARY KEY, id INTEGER NOT NULL, line TEXT NOT NULL);
		CREATE TABLE search_row (id INTEGER PRIMARY KEY, row INTEGER NOT NULL);
		CREATE TABLE search_vocabulary (chunk INTEGER PRIMARY KEY, words TEXT NOT NULL);
	`);
}
