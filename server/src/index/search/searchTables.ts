/**
 * The tables that search stands on, all keyed by row (see `paperRow.ts`):
 *
 * - runs of terms (`postings/termRuns.ts`): what people remember of a paper (authors, title, year, names, venue), as
 *   plain words and marked terms, and in other runs the words of its abstract;
 * - `search_paper`: its folded names in order, for ranking the few papers that are worth it;
 * - `search_row`: the row of a paper id;
 * - `search_vocabulary`: words of names, and those of abstracts alone, in packed chunks as they came, for mistyped words;
 * - `search_state`: how many papers have gone, so that what was read of others may be kept; the last page of any run.
 */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import { TERM_TABLES } from './postings/termRuns.ts';

/** Raise it whenever rows or terms change their meaning; an index of another version must be built anew. */
export const SEARCH_VERSION = 7;

/** What a term that is more than a word begins with. Folding takes accents off, so that no word begins so. */
export const MARKS = {
	/** Letters that a word of names begins with. */
	begun: 'À',
	/** The first author's family name. */
	family: 'È',
	/** The first word of the title. */
	start: 'Ì',
	venue: 'Ò',
	category: 'Ù',
	/** Initials of three words that follow one another, of the title. */
	initials: 'Á',
	venueInitials: 'Ó',
	/** A key, DOI or other name, run together. */
	name: 'É',
	/** What the record has. */
	has: 'Í',
} as const;

/**
 * Beginnings of names' words of up to so many letters are terms of their own. Longer ones are asked for by going through
 * the words that begin so, which lie next to each other and are few.
 */
export const LONGEST_BEGINNING = 3;

export function createSearchTables(db: SqlDatabase): void {
	db.exec(`
		${TERM_TABLES}
		CREATE TABLE search_paper (row INTEGER PRIMARY KEY, id INTEGER NOT NULL, line TEXT NOT NULL) STRICT;
		CREATE TABLE search_row (id INTEGER PRIMARY KEY, row INTEGER NOT NULL) STRICT;
		CREATE TABLE search_vocabulary (chunk INTEGER PRIMARY KEY, kind INTEGER NOT NULL, words TEXT NOT NULL) STRICT;
		CREATE TABLE search_state (gone INTEGER NOT NULL, last_page INTEGER NOT NULL) STRICT;
		INSERT INTO search_state VALUES (0, 0);
	`);
}
