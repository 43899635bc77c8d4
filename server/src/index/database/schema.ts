/** The tables of the index. */

/** Marks an SQLite file as an index of Paper Notes: `PNix`. */
export const APPLICATION_ID = 0x504e_6978;

/**
 * Must be increased with every change of these tables, of their contents, or of a rule by which names and identities
 * are taken from records (folding, plain text, keys). An index of another version is rebuilt, never converted.
 */
export const SCHEMA_VERSION = 16;

/**
 * `records` is narrow and `bodies` is wide, so that going from a name to its paper touches only small pages. Names
 * point to records, not to papers: when papers are merged or split, one column of the records changes and no name
 * does. Texts that are only compared for equality are stored as 48-bit hashes (`hash.ts`).
 */
export const SCHEMA = `
	CREATE TABLE state (
		id INTEGER PRIMARY KEY CHECK (id = 1),
		version INTEGER NOT NULL,     -- grows with each committed change of an answer
		writes INTEGER NOT NULL,      -- grows with each transaction, from a random number: seal.node.ts
		papers INTEGER NOT NULL,      -- how many there are
		next_id INTEGER NOT NULL,     -- for records, papers and pages
		tables INTEGER NOT NULL,      -- a sum of all definitions: openDatabase.ts
		deferred INTEGER NOT NULL,    -- 1 until all indexes of records are created: deferredIndexes.ts
		statements TEXT NOT NULL      -- JSON: what people state about papers: statedRecords.ts
	) STRICT;
	INSERT INTO state VALUES (1, 0, 0, 0, 1, 0, 1, '[]');

	CREATE TABLE files (
		id INTEGER PRIMARY KEY,
		uri TEXT NOT NULL UNIQUE,
		edition INTEGER NOT NULL,     -- grows with each write: two windows notice each other
		finished INTEGER NOT NULL,    -- 0 while records are still to come
		format TEXT,
		reader INTEGER NOT NULL,      -- the version of the reader that read it
		size INTEGER NOT NULL,
		mtime REAL NOT NULL,
		hash TEXT NOT NULL,
		note TEXT,
		records INTEGER NOT NULL,
		problems INTEGER NOT NULL
	) STRICT;
	CREATE TABLE problems (file INTEGER PRIMARY KEY, list TEXT NOT NULL) STRICT;    -- JSON, in order of place
	CREATE TABLE untitled (             -- records without a title: untitledRecords.ts
		record INTEGER PRIMARY KEY,
		file INTEGER NOT NULL,
		problem INTEGER               -- the place in the file's list of the problem that says so
	) STRICT;
	CREATE INDEX untitled_of_file ON untitled (file, problem);
	CREATE TABLE outlines (file INTEGER PRIMARY KEY, pages BLOB NOT NULL) STRICT;   -- places.ts
	CREATE TABLE pages (id INTEGER PRIMARY KEY, places BLOB NOT NULL) STRICT;       -- places.ts

	CREATE TABLE macros (               -- @string of one file for all others: fileMacros.ts
		file INTEGER NOT NULL,
		name TEXT NOT NULL,
		source TEXT NOT NULL,
		PRIMARY KEY (name, file)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX macros_of_file ON macros (file);
	CREATE TABLE macros_wanted (name TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (name, file)) STRICT, WITHOUT ROWID;
	CREATE INDEX macros_wanted_by_file ON macros_wanted (file);

	CREATE TABLE records (
		id INTEGER PRIMARY KEY,
		paper INTEGER NOT NULL,
		file INTEGER NOT NULL,
		page INTEGER NOT NULL,
		facts INTEGER NOT NULL,       -- a hash of all that identity depends on: identityMarks.ts
		title INTEGER,                -- hashes, by which records of one paper are found
		doi INTEGER,
		arxiv INTEGER,
		pmid INTEGER,
		place INTEGER,
		key INTEGER,
		likeness INTEGER              -- for near duplicates: not indexed
	) STRICT;
	CREATE INDEX records_of_paper ON records (paper);
	CREATE INDEX records_of_doi ON records (doi, facts) WHERE doi IS NOT NULL;
	CREATE INDEX records_of_arxiv ON records (arxiv, facts) WHERE arxiv IS NOT NULL;
	CREATE INDEX records_of_pmid ON records (pmid, facts) WHERE pmid IS NOT NULL;
	CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL, abstract BLOB) STRICT;  -- recordBodies.ts
	CREATE TABLE codebooks (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;    -- wordCompression.ts

	CREATE TABLE papers (
		id INTEGER PRIMARY KEY,
		key TEXT NOT NULL,
		added INTEGER NOT NULL,
		listed BLOB NOT NULL          -- listedPaper.ts, packed
	) STRICT;
	CREATE TABLE names (                -- keys and further names that sources give
		folded INTEGER NOT NULL,      -- hash of the name without case and accents
		name TEXT NOT NULL,
		record INTEGER NOT NULL,
		PRIMARY KEY (folded, name, record)
	) STRICT, WITHOUT ROWID;
	CREATE TABLE chains (               -- generated names: keys.ts
		chain TEXT NOT NULL,
		record INTEGER NOT NULL,
		PRIMARY KEY (chain, record)
	) STRICT, WITHOUT ROWID;
	CREATE TABLE shared_identifiers (   -- DOIs, arXiv ids and PMIDs of several papers: sharedIdentifiers.ts
		name TEXT NOT NULL,           -- the column of records
		value INTEGER NOT NULL,
		file INTEGER NOT NULL,        -- the first that names it
		PRIMARY KEY (name, value)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX shared_identifiers_of_file ON shared_identifiers (file);
	CREATE TABLE stated (               -- records that statements name
		record INTEGER NOT NULL,
		statement INTEGER NOT NULL,   -- a hash
		side INTEGER NOT NULL,        -- 0: all it names are one; 1 and 2: these are two
		PRIMARY KEY (record, statement)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX stated_by_statement ON stated (statement);
	CREATE TABLE clashes (              -- records whose name another paper's record has as well
		file INTEGER NOT NULL,
		record INTEGER NOT NULL,
		name TEXT NOT NULL,
		PRIMARY KEY (file, record, name)
	) STRICT, WITHOUT ROWID;
`;
