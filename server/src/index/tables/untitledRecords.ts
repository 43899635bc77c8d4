/**
 * Records without a title, and the problems that say so. Such a problem counts only while no other record completes the
 * record: the abstracts of a library may stand in a file of their own, under the keys of its entries.
 */

import type { FileProblem } from '../../corpus/corpus.ts';
import type { Range } from '../../util/span.ts';
import { numberIn, type Sql } from '../database/sql.ts';

export interface UntitledRecord {
	readonly record: number;
	readonly keyRange: Range;
}

/** Replaces the untitled records of `file`, whose problems are these. */
export function writeUntitled(
	sql: Sql,
	file: number,
	{ records, problems }: { readonly records: readonly UntitledRecord[]; readonly problems: readonly FileProblem[] },
): void {
	sql.run('DELETE FROM untitled WHERE file = ?', file);
	const missing = new Map(
		records.length === 0
			? []
			: problems.flatMap(({ code, range }, index) => (code === 'missing-field' ? [[startOf(range), index]] : [])),
	);
	for (const { record, keyRange } of records) {
		sql.run('INSERT INTO untitled VALUES (?, ?, ?)', record, file, missing.get(startOf(keyRange)) ?? null);
	}
}

function startOf({ start }: Range): string {
	return `${start.line}:${start.character}`;
}

/** The places in the list of the file's problems of those that do not count. */
export function excusedProblems(sql: Sql, file: number): ReadonlySet<number> {
	const rows = sql.rows(`SELECT u.problem FROM untitled u ${COMPLETED} AND u.file = ?`, file);
	return new Set(rows.map((row) => numberIn(row, 'problem')));
}

/** How many problems of each file do not count, without files that have none of these. */
export function excusedCounts(sql: Sql): ReadonlyMap<number, number> {
	const rows = sql.rows(`SELECT u.file, count(*) AS count FROM untitled u ${COMPLETED} GROUP BY u.file`);
	return new Map(rows.map((row) => [numberIn(row, 'file'), numberIn(row, 'count')]));
}

/** Whether the problem at `place` in the list of the file `file` counts, as SQL. */
export function countedProblem(file: string, place: string): string {
	const excused = `SELECT 1 FROM untitled u ${COMPLETED} AND u.file = ${file} AND u.problem = ${place}`;
	return `NOT EXISTS (${excused})`;
}

/** Untitled records with a problem whose paper has a title from another record. */
const COMPLETED = `
	JOIN records r ON r.id = u.record WHERE u.problem IS NOT NULL AND EXISTS (
		SELECT 1 FROM records o WHERE o.paper = r.paper AND o.id NOT IN (SELECT record FROM untitled)
	)`;
