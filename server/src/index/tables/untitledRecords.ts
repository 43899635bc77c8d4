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

/** Those of all problems of a file that count. */
export function countedProblems(sql: Sql, file: number, all: readonly FileProblem[]): readonly FileProblem[] {
	const rows = sql.rows(`${UNCOUNTED} AND u.file = ?`, file);
	const excused = new Set(rows.map((row) => numberIn(row, 'problem')));
	return excused.size === 0 ? all : all.filter((_, place) => !excused.has(place));
}

/** How many problems of each file do not count, without files that have none of these. */
export function uncountedProblems(sql: Sql): ReadonlyMap<number, number> {
	const rows = sql.rows(`SELECT file, count(*) AS count FROM (${UNCOUNTED}) GROUP BY file`);
	return new Map(rows.map((row) => [numberIn(row, 'file'), numberIn(row, 'count')]));
}

/** The problems that do not count, by file and place in its list: another record of the paper has a title. */
export const UNCOUNTED = `
	SELECT u.file, u.problem FROM untitled u JOIN records r ON r.id = u.record
	WHERE u.problem IS NOT NULL AND EXISTS (
		SELECT 1 FROM records o WHERE o.paper = r.paper AND o.id NOT IN (SELECT record FROM untitled)
	)`;
