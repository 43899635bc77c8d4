/**
 * Identifiers that several papers share: a supplement's DOI on its abstracts, a book's on its chapters. Each is one
 * problem, in the first of the files that name it.
 */

import type { FileProblem } from '../../corpus/corpus.ts';
import { identifiersOf } from '../../corpus/identity/identity.ts';
import type { MarkName } from '../../corpus/identity/identityMarks.ts';
import { clashMessages } from '../../messages/clashMessages.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { compareRanges, compareText } from './placeOrder.ts';
import type { RecordBodies } from './recordBodies.ts';
import type { Mark } from './recordMark.ts';
import { RecordPlaces } from './recordPlaces.ts';
import type { StatedRecords } from './statedRecords.ts';

type IdentifierName = Extract<MarkName, 'doi' | 'arxiv' | 'pmid'>;

const IDENTIFIER_NAMES: readonly IdentifierName[] = ['doi', 'arxiv', 'pmid'];

/** Records looked at for one identifier, and other places shown with a problem. */
const MAX_RECORDS = 100;
const MAX_RELATED = 10;

export function isIdentifier(mark: Mark): mark is Mark & { readonly name: IdentifierName } {
	return IDENTIFIER_NAMES.some((name) => name === mark.name);
}

/** The identifiers of the records of a paper. */
export function identifiersOfPaper(sql: Sql, paper: number): readonly Mark[] {
	return sql.rows('SELECT DISTINCT doi, arxiv, pmid FROM records WHERE paper = ?', paper).flatMap((row) =>
		IDENTIFIER_NAMES.flatMap((name) => {
			const value = row[name];
			return typeof value === 'number' ? [{ name, value }] : [];
		}),
	);
}

/** Notes which of `marks` several papers share, and in which file that is a problem. Papers that people call two may. */
export function settleSharedIdentifiers(sql: Sql, stated: StatedRecords, marks: Iterable<Mark>): void {
	for (const { name, value } of marks) {
		sql.run('DELETE FROM shared_identifiers WHERE name = ? AND value = ?', name, value);
		const isShared = sql.rows(`SELECT DISTINCT paper FROM records WHERE ${name} = ? LIMIT 2`, value).length > 1;
		if (isShared && (stated.isEmpty || !areAllCalledTwo(sql, stated, { name, value }))) {
			const first = `SELECT f.id FROM records r JOIN files f ON f.id = r.file WHERE r.${name} = ? ORDER BY f.uri LIMIT 1`;
			sql.run('INSERT INTO shared_identifiers VALUES (?, ?, ?)', name, value, numberIn(sql.row(first, value), 'id'));
		}
	}
}

/** Whether people say of any two of the papers that have the identifier that they are two. */
function areAllCalledTwo(sql: Sql, stated: StatedRecords, { name, value }: Mark): boolean {
	const rows = sql.rows(`SELECT id, paper FROM records WHERE ${name} = ? LIMIT ?`, value, MAX_RECORDS);
	const records = rows.map((row) => ({ id: numberIn(row, 'id'), paper: numberIn(row, 'paper') }));
	const papers = [...Map.groupBy(records, ({ paper }) => paper).values()];
	return papers.every((one, index) =>
		papers.slice(index + 1).every((other) => one.some((a) => other.some((b) => stated.statedOf(a, b) === 'two'))),
	);
}

/** Number of such problems by file, without files that have none. */
export function sharedIdentifierCounts(sql: Sql): ReadonlyMap<number, number> {
	const rows = sql.rows('SELECT file, count(*) AS count FROM shared_identifiers GROUP BY file');
	return new Map(rows.map((row) => [numberIn(row, 'file'), numberIn(row, 'count')]));
}

interface Tools {
	readonly sql: Sql;
	readonly bodies: RecordBodies;
}

/** The problems of a file, up to `most`. */
export function sharedIdentifierProblems(tools: Tools, file: number, most = -1): readonly FileProblem[] {
	const places = new RecordPlaces(tools.sql);
	return tools.sql
		.rows('SELECT name, value FROM shared_identifiers WHERE file = ? ORDER BY name, value LIMIT ?', file, most)
		.flatMap((row) => problemOf(tools, places, row));
}

function problemOf({ sql, bodies }: Tools, places: RecordPlaces, mark: SqlRow): readonly FileProblem[] {
	const name = IDENTIFIER_NAMES.find((known) => known === mark['name']) ?? 'doi';
	const holders = sql
		.rows(`${HOLDERS} WHERE r.${name} = ? LIMIT ?`, numberIn(mark, 'value'), MAX_RECORDS)
		.map((row) => {
			const record = numberIn(row, 'id');
			return { record, paper: numberIn(row, 'paper'), uri: textIn(row, 'uri'), range: places.placeOf(record).keyRange };
		})
		.sort((a, b) => compareText(a.uri, b.uri) || compareRanges(a.range, b.range));
	const [first, ...others] = [...Map.groupBy(holders, ({ paper }) => paper).values()].flatMap((same) =>
		same.slice(0, 1),
	);
	if (first === undefined) {
		return [];
	}
	const written = identifiersOf(bodies.read(first.record))[name] ?? '';
	const related = others.slice(0, MAX_RELATED).map(({ uri, range }) => {
		return { uri, range, message: clashMessages.otherPaperWithIdentifier(name, written) };
	});
	const message = clashMessages.sharedIdentifier(name, written);
	return [{ code: 'shared-identifier', message, range: first.range, related }];
}

const HOLDERS = 'SELECT r.id, r.paper, f.uri FROM records r JOIN files f ON f.id = r.file';
