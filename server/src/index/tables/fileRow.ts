/** What the index says of a file as a whole. */

import type { FileProblem } from '../../corpus/corpus.ts';
import { optionalText, type Sql } from '../database/sql.ts';
import type { CorpusFile } from './corpusFile.ts';

/** A corpus file with the version of its reader. */
export interface ReadFile extends CorpusFile {
	readonly reader: number;
}

export interface FileRow extends ReadFile {
	readonly id: number;
	/** How many. */
	readonly records: number;
	readonly problems: readonly FileProblem[];
}

/** Writes that the file has been read completely. */
export function writeFileRow(sql: Sql, row: FileRow): void {
	const { id, format, reader, size, mtime, hash, note, records, problems } = row;
	const list = JSON.stringify(problems);
	if (optionalText(sql.row('SELECT list FROM problems WHERE file = ?', id), 'list') !== list) {
		sql.run('INSERT OR REPLACE INTO problems VALUES (?, ?)', id, list);
	}
	sql.run(FINISH, format ?? null, reader, size, mtime, hash, note ?? null, records, problems.length, id);
}

/** What readers can see of the file itself, as a text for comparison. If it does not change, there is no new version. */
export function shownOf(sql: Sql, uri: string): string {
	const row = sql.row(SHOWN, uri);
	return row === undefined ? '' : JSON.stringify(row);
}

const SHOWN = `
	SELECT f.format, f.note, p.list, hex(o.pages) AS outline FROM files f
	JOIN problems p ON p.file = f.id JOIN outlines o ON o.file = f.id WHERE f.uri = ? AND f.finished = 1`;
const FINISH = `
	UPDATE files SET finished = 1, format = ?, reader = ?, size = ?, mtime = ?, hash = ?, note = ?, records = ?, problems = ?
	WHERE id = ?`;
