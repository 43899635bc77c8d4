/** Papers by their marks, to find one again whose key has changed. */

import type { MarkedPapers, PaperId, PaperRef } from '../../corpus/corpus.ts';
import { type Agreement, agreementOf, type PaperMarks, paperMarks } from '../../corpus/identity/paperMarks.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

export interface MarkTools {
	readonly sql: Sql;
	readonly bodies: Pick<RecordBodies, 'read'>;
}

/** A paper, and how well the best of its records agrees with the marks. */
interface MarkedPaper extends PaperRef {
	readonly agreement: Exclude<Agreement, 'no'>;
}

/** Records compared for each mark. More have one title only if it is generic. */
const MAX_RECORDS = 50;

/** The papers that the marks describe: those that agree in all, else those that agree in most. */
export function papersMarked(tools: MarkTools, marks: PaperMarks, isExact: boolean): readonly PaperRef[] {
	const found = agreeingPapers(tools, marks);
	const exact = found.filter(({ agreement }) => agreement === 'all');
	return (exact.length > 0 || isExact ? exact : found).map(({ id, key }) => ({ id, key }));
}

/** All papers that agree with the marks at least in most. */
export function agreeingPapers({ sql, bodies }: MarkTools, marks: PaperMarks): readonly MarkedPaper[] {
	const found = new Map<PaperId, MarkedPaper>();
	for (const record of recordsMarked(sql, marks)) {
		const agreement = agreementOf(marks, paperMarks(bodies.read(record)));
		if (agreement !== 'no') {
			const row = sql.row('SELECT p.id, p.key FROM records r JOIN papers p ON p.id = r.paper WHERE r.id = ?', record);
			const id = numberIn(row, 'id');
			const isBetter = agreement === 'all' || !found.has(id);
			void (isBetter && found.set(id, { id, key: textIn(row, 'key'), agreement }));
		}
	}
	return [...found.values()];
}

function recordsMarked(sql: Sql, marks: PaperMarks): ReadonlySet<number> {
	const records = new Set<number>();
	for (const name of ['doi', 'arxiv', 'pmid', 'title'] as const) {
		const value = marks[name];
		const rows = value === null ? [] : sql.rows(`SELECT id FROM records WHERE ${name} = ? LIMIT ?`, value, MAX_RECORDS);
		for (const row of rows) {
			records.add(numberIn(row, 'id'));
		}
	}
	return records;
}

/** The look-ups of a reader. `read` runs each of them, with what it gives where the index cannot be read. */
export function markedPapers(tools: MarkTools, read: <T>(look: () => T, fallback: T) => T): MarkedPapers {
	return {
		with: (marks, isExact) => read(() => papersMarked(tools, marks, isExact), []),
		marksOf: (id) =>
			read(() => marksOf(tools, id).map((marks) => ({ marks, isExact: hasDouble(tools, id, marks) })), []),
		factsOf: (id) => read(() => factsOf(tools.sql, id), 0),
	};
}

/** The different marks of the paper's records. */
function marksOf({ sql, bodies }: MarkTools, id: PaperId): readonly PaperMarks[] {
	const rows = sql.rows('SELECT min(id) AS id FROM records WHERE paper = ? GROUP BY facts', id);
	const marks = rows.map((row) => paperMarks(bodies.read(numberIn(row, 'id'))));
	return [...new Map(marks.map((one) => [JSON.stringify(one), one])).values()];
}

function hasDouble(tools: MarkTools, id: PaperId, marks: PaperMarks): boolean {
	return agreeingPapers(tools, marks).some((paper) => paper.id !== id);
}

function factsOf(sql: Sql, id: PaperId): number {
	const rows = sql.rows('SELECT DISTINCT facts FROM records WHERE paper = ?', id);
	return rows.reduce((sum, row) => (sum + numberIn(row, 'facts')) % Number.MAX_SAFE_INTEGER, 0);
}
