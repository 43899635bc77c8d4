/**
 * The tables of search, all keyed by row (see `paperRow.ts`):
 *
 * - runs of terms (`postings/termRuns.ts`): what people remember of a paper (authors, title, year, names, venue), as
 *   plain words and marked terms, and in other runs the words of its abstract;
 * - `search_paper`: the folded names of a paper in order, for ranking the few candidates;
 * - `search_row`: the row of a paper id;
 * - `search_vocabulary`: words of names, and words that only abstracts have, in packed chunks in the order of
 *   writing, for correcting mistyped words;
 * - `search_state`: how many papers were deleted, so that cached data of others stays valid; the last page of any
 *   run.
 */

import type { SqlDatabase } from '../database/sqlDatabase.ts';
import { TERM_TABLES } from './postings/termRuns.ts';

/** Must be increased whenever rows or terms change their meaning. An index of another version is rebuilt. */
export const SEARCH_VERSION = 7;

/** Prefixes of terms that are more than a word. Folding removes accents, so no word begins like this. */
export const MARKS = {
	/** The first letters of a word of names. */
	begun: 'À',
	/** The first author's family name. */
	family: 'È',
	/** The first word of the title. */
	start: 'Ì',
	venue: 'Ò',
	category: 'Ù',
	/** Initials of three consecutive words of the title. */
	initials: 'Á',
	venueInitials: 'Ó',
	/** A key, DOI or other name, as a name term. */
	name: 'É',
	/** What the record has. */
	has: 'Í',
} as const;

/**
 * Prefixes of words of names up to this length are terms of their own. For longer prefixes, the words that have them
 * are read: they are adjacent in the run, and few.
 */
export const MAX_PREFIX_TERM_LENGTH = 3;

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
