/** One edit costs the same in a small corpus and in a large one: counted in statements and rows, not in seconds. */

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { SqlDatabase, SqlStatement, SqlValue } from '../../../server/src/index/database/sqlDatabase.ts';
import type { PlacedRecord } from '../../../server/src/index/tables/corpusWriter.ts';
import type { Position, Range } from '../../../server/src/util/span.ts';
import { openIndex, paper, runToEnd, write } from './indexFixture.ts';

interface Costs {
	statements: number;
	rows: number;
}

/** A database that counts what is asked of it. Reading the pages of places is left out: that is reading the file. */
function counting(costs: Costs): SqlDatabase {
	const db = new DatabaseSync(':memory:');
	const counted = (sql: string): SqlStatement => {
		const statement = db.prepare(sql);
		const count = <T>(result: T): T => {
			costs.statements += sql.startsWith('SELECT places FROM pages') ? 0 : 1;
			return result;
		};
		return {
			run: (...values: SqlValue[]) => {
				const result = count(statement.run(...values));
				costs.rows += Number(result.changes);
				return result;
			},
			get: (...values) => count(statement.get(...values)),
			all: (...values) => count(statement.all(...values)),
			iterate: (...values) => count(statement.iterate(...values)),
		};
	};
	return { exec: (sql) => db.exec(sql), close: () => db.close(), prepare: counted };
}

/** Half of the records have no key. */
function corpusOf(size: number): PlacedRecord[] {
	return Array.from({ length: size }, (_, number) => {
		const { key, ...record } = paper(number, { page: String(number) });
		return number % 2 === 0 ? { ...record, key: key ?? '' } : record;
	});
}

function shifted(records: readonly PlacedRecord[]): PlacedRecord[] {
	const down = ({ line, character }: Position) => ({ line: line + 9, character });
	const moved = ({ start, end }: Range) => ({ start: down(start), end: down(end) });
	return records.map((record) => ({
		...record,
		range: moved(record.range),
		keyRange: record.keyRange && moved(record.keyRange),
	}));
}

const EDITS: Record<string, (records: readonly PlacedRecord[]) => PlacedRecord[]> = {
	'a record put in at the top': (records) => [paper(0, { title: 'New at the top' }), ...shifted(records)],
	'a record changed in the middle': (records) =>
		records.with(records.length / 2, paper(records.length / 2, { title: 'Other' })),
	'a record without key taken out': (records) => records.toSpliced(501, 1),
	'a second record under a key': (records) => [...records, paper(10, { title: 'Another paper of that key' })],
};

function costsOf(size: number): Map<string, Costs> {
	const costs: Costs = { statements: 0, rows: 0 };
	const index = openIndex(counting(costs));
	let records = corpusOf(size);
	write(index, 'file:///a.bib', records);
	runToEnd(index.writer.completeFirst());
	const found = new Map<string, Costs>();
	for (const [name, edit] of Object.entries(EDITS)) {
		Object.assign(costs, { statements: 0, rows: 0 });
		records = edit(records);
		write(index, 'file:///a.bib', records);
		found.set(name, { ...costs });
	}
	return found;
}

/** Some two seconds: most of them to make the large corpus. */
test('an edit writes no more rows to 32,000 papers than to 1,000', () => {
	const [small, large] = [costsOf(1000), costsOf(32_000)];
	for (const [name, { statements, rows }] of small) {
		const grown = large.get(name) ?? { statements: Number.NaN, rows: Number.NaN };
		assert.ok(rows < 40, `${name}: ${rows} rows`);
		assert.ok(grown.rows <= rows + 2, `${name}: ${rows} rows of 1,000, ${grown.rows} of 32,000`);
		assert.ok(grown.statements <= statements + 4, `${name}: ${statements} statements, then ${grown.statements}`);
	}
});
