/** A file that cannot be read for a while. What the index has of it stays, and it is marked to be read again. */

import type { FileProblem } from '../../corpus/corpus.ts';
import { numberIn, optionalText, type Sql } from '../database/sql.ts';
import type { FileState } from './corpusFile.ts';

/** Not the time of any file, so whatever the disk says differs from it. */
const UNREAD_MTIME = -1;

/** Whether the file could not be read at the last try. */
export function isUnread({ mtime }: FileState): boolean {
	return mtime === UNREAD_MTIME;
}

/**
 * Adds a problem of the whole file before its other problems, in place of the one from the last try. Records stay. A
 * file that is new to the index is added without records. `problemOf` gets the number of records.
 */
export function markUnread(sql: Sql, uri: string, problemOf: (records: number) => FileProblem): void {
	sql.transaction(() => {
		const file = sql.row('SELECT id, records, note FROM files WHERE uri = ?', uri) ?? sql.row(NEW_FILE, uri);
		const id = numberIn(file, 'id');
		const problem = problemOf(numberIn(file, 'records'));
		const before = optionalText(sql.row('SELECT list FROM problems WHERE file = ?', id), 'list');
		const others: FileProblem[] = before === undefined ? [] : JSON.parse(before);
		const note = optionalText(file, 'note');
		const list = JSON.stringify([problem, ...others.filter(({ message }) => message !== note)]);
		sql.run(MARK, UNREAD_MTIME, problem.message, id);
		if (list !== before) {
			sql.run('INSERT OR REPLACE INTO problems VALUES (?, ?)', id, list);
			sql.run('UPDATE files SET problems = json_array_length(?) WHERE id = ?', list, id);
			sql.run('UPDATE state SET version = version + 1');
		}
	});
}

const NEW_FILE = `
	INSERT INTO files (uri, edition, finished, reader, size, mtime, hash, records, problems) VALUES (?, 0, 1, 0, -1, 0, '', 0, 0)
	RETURNING id, records, note`;
/** Clears the hash, so that the file is read in even if its text is the same as before: its problem must go. */
const MARK = "UPDATE files SET mtime = ?, hash = '', note = ? WHERE id = ?";
