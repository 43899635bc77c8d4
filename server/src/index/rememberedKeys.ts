/**
 * The memory of keys in a database of its own, apart from the index: rebuilding the index, or another version of it,
 * leaves it alone. Several servers may use it at once.
 */

import type { PaperMarks } from '../corpus/identity/paperMarks.ts';
import type { CitedKey, KeyMeaning, KeyMemory, RememberedMeaning } from '../corpus/keyMemory.ts';
import { numberIn, Sql, textIn } from './database/sql.ts';
import type { SqlDatabase, SqlRow } from './database/sqlDatabase.ts';

/** Some eight megabytes. Beyond, the oldest meanings are forgotten, those of keys that no note cites first. */
const MAX_MEANINGS = 100_000;

/** Forgotten at once, so that it is not done each time. */
const MIN_FORGOTTEN = 5000;

const TABLE = `
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = NORMAL;
	CREATE TABLE IF NOT EXISTS meanings (
		key TEXT NOT NULL,
		marks TEXT NOT NULL,          -- JSON: the values of PaperMarks, in the order of MARKS
		exact INTEGER NOT NULL,
		cited INTEGER NOT NULL,
		facts INTEGER,                -- of a cited key
		at INTEGER NOT NULL,          -- milliseconds since 1970
		PRIMARY KEY (key, marks)
	) STRICT, WITHOUT ROWID;
`;

const MARKS = ['doi', 'arxiv', 'pmid', 'title', 'place', 'author', 'year'] as const;

export interface RememberedKeysOptions {
	readonly now?: () => number;
	readonly maxMeanings?: number;
}

/** Unlike a `KeyMemory`, it throws the errors of the database. */
export class RememberedKeys implements KeyMemory {
	readonly #db: SqlDatabase;
	readonly #sql: Sql;
	readonly #options: Required<RememberedKeysOptions>;

	constructor(db: SqlDatabase, options: RememberedKeysOptions = {}) {
		this.#db = db;
		this.#sql = new Sql(db);
		this.#options = { now: Date.now, maxMeanings: MAX_MEANINGS, ...options };
		db.exec(TABLE);
	}

	meaningsOf(key: string): readonly RememberedMeaning[] {
		return this.#sql.rows('SELECT * FROM meanings WHERE key = ? ORDER BY marks', key).map(meaningIn);
	}

	cited(): ReadonlyMap<string, number> {
		const rows = this.#sql.rows('SELECT key, facts FROM meanings WHERE cited = 1');
		return new Map(rows.map((row) => [textIn(row, 'key'), numberIn(row, 'facts')]));
	}

	keepLost(meanings: readonly KeyMeaning[]): void {
		this.#write(meanings, ({ key, marks, isExact }) => {
			this.#sql.run(KEEP_LOST, key, textOf(marks), Number(isExact), this.#options.now());
		});
		this.#forgetOldest();
	}

	keepCited(keys: readonly CitedKey[]): void {
		this.#write(keys, ({ key, facts, meanings }) => {
			this.#sql.run(UNCITE, key);
			for (const { marks, isExact } of meanings) {
				this.#sql.run(KEEP_CITED, key, textOf(marks), Number(isExact), facts, this.#options.now());
			}
		});
		this.#forgetOldest();
	}

	keepUncited(keys: readonly string[]): void {
		this.#write(keys, (key) => this.#sql.run(UNCITE, key));
	}

	#write<T>(items: readonly T[], write: (item: T) => void): void {
		if (items.length === 0) {
			return;
		}
		this.#db.exec('BEGIN IMMEDIATE');
		try {
			items.forEach(write);
			this.#db.exec('COMMIT');
		} catch (error) {
			this.#db.exec('ROLLBACK');
			throw error;
		}
	}

	#forgetOldest(): void {
		const { maxMeanings } = this.#options;
		const count = numberIn(this.#sql.row('SELECT count(*) AS count FROM meanings'), 'count');
		if (count > maxMeanings) {
			const most = count - maxMeanings + Math.min(MIN_FORGOTTEN, maxMeanings >> 1);
			this.#sql.run(FORGET, most);
		}
	}
}

const KEEP_LOST = `
	INSERT INTO meanings VALUES (?, ?, ?, 0, NULL, ?)
	ON CONFLICT DO UPDATE SET exact = excluded.exact, at = excluded.at`;
const KEEP_CITED = `
	INSERT INTO meanings VALUES (?, ?, ?, 1, ?, ?)
	ON CONFLICT DO UPDATE SET exact = excluded.exact, cited = 1, facts = excluded.facts, at = excluded.at`;
const UNCITE = 'UPDATE meanings SET cited = 0, facts = NULL WHERE key = ? AND cited = 1';
const FORGET = `
	DELETE FROM meanings WHERE (key, marks) IN (SELECT key, marks FROM meanings ORDER BY cited, at LIMIT ?)`;

function textOf(marks: PaperMarks): string {
	return JSON.stringify(MARKS.map((mark) => marks[mark]));
}

function meaningIn(row: SqlRow): RememberedMeaning {
	const values: readonly (number | null)[] = JSON.parse(textIn(row, 'marks'));
	const [doi = null, arxiv = null, pmid = null, title = null, place = null, author = null, year = null] = values;
	return {
		key: textIn(row, 'key'),
		marks: { doi, arxiv, pmid, title, place, author, year },
		isExact: row['exact'] === 1,
		isCited: row['cited'] === 1,
	};
}
