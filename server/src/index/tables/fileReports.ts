/** What the index knows about each corpus file. */

import type { FileReport } from '../../corpus/corpus.ts';
import type { IdentityStatement } from '../../corpus/identity/statedIdentity.ts';
import { numberIn, optionalText, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import type { FileState, ReaderVersion } from './corpusFile.ts';
import { sharedIdentifierCounts } from './sharedIdentifiers.ts';
import { areStored } from './statedRecords.ts';
import { uncountedProblems } from './untitledRecords.ts';

/** All files by URI. `clashes` is the number of clashes by file, which are problems, too. */
export function fileReports(sql: Sql, clashes: ReadonlyMap<number, number>): readonly FileReport[] {
	const shared = sharedIdentifierCounts(sql);
	const uncounted = uncountedProblems(sql);
	return sql.rows(FILES).map((row) => {
		const countIn = (counts: ReadonlyMap<number, number>): number => counts.get(numberIn(row, 'id')) ?? 0;
		return {
			uri: textIn(row, 'uri'),
			format: optionalText(row, 'format'),
			papers: numberIn(row, 'records'),
			problems: numberIn(row, 'problems') + countIn(clashes) + countIn(shared) - countIn(uncounted),
			note: optionalText(row, 'note'),
		};
	});
}

const FILES = 'SELECT uri, format, records, note, problems, id FROM files ORDER BY uri';

/** What an index is made from. */
export interface IndexSources {
	readonly files: ReadonlyMap<string, Pick<FileState, 'size' | 'mtime'>>;
	/** What people state about the papers. */
	readonly statements: readonly IdentityStatement[];
}

/** Whether the index was made from exactly these sources in their current state, by the current readers. */
export function areAllAsRead(sql: Sql, { files, statements }: IndexSources, readerVersion: ReaderVersion): boolean {
	const rows = sql.rows('SELECT uri, size, mtime, finished, format, reader FROM files');
	const isAsRead = (row: SqlRow): boolean => {
		const file = files.get(textIn(row, 'uri'));
		const isByCurrentReader = row['reader'] === readerVersion(optionalText(row, 'format'));
		return row['finished'] === 1 && isByCurrentReader && file?.size === row['size'] && file?.mtime === row['mtime'];
	};
	return rows.length === files.size && rows.every(isAsRead) && areStored(sql, statements);
}
