/** A file that cannot be read for a while: what the index has of it stays, and it is known that it must be read again. */

import type { FileProblem } from '../../corpus/corpus.ts';
import { numberIn, optionalText, type Sql } from '../database/sql.ts';
import type { FileState } from './corpusFile.ts';

/** The time of no file: whatever the disk says is another state than this. */
const UNREAD = -1;

/** Whether the file could not be read when it was last tried. */
export function isUnread({ mtime }: FileState): boolean {
	return mtime === UNREAD;
}

/**
 * Puts a problem with the whole file before those that it has, and takes the one of the last time away. Records stay. A
 * file that is new to the index comes to stand in it without any. `problemOf` is told how many records there are.
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
		sql.run(MARK, UNREAD, problem.message, id);
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
/** Without its hash, so that it is taken in even if it says what it said before: its problem has to go. */
const MARK = "UPDATE files SET mtime = ?, hash = '', note = ? WHERE id = ?";
