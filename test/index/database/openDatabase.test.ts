/** Two windows that open one new index at once: whichever step of the other comes in between, neither takes it for foreign. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { openTables } from '../../../server/src/index/database/openDatabase.ts';
import type { SqlDatabase } from '../../../server/src/index/database/sqlDatabase.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-notes-open-'));

after(() => rmSync(folder, { recursive: true }));

/** `db`, with `between` done once, before its statement of this number. */
function interrupted(db: DatabaseSync, number: number, between: () => void): SqlDatabase {
	let left = number;
	const step = (): void => {
		if (left-- === 0) {
			between();
		}
	};
	return {
		exec: (sql) => {
			step();
			db.exec(sql);
		},
		prepare: (sql) => {
			const statement = db.prepare(sql);
			return {
				run: (...values) => statement.run(...values),
				get: (...values) => {
					step();
					return statement.get(...values);
				},
				all: (...values) => statement.all(...values),
				iterate: (...values) => statement.iterate(...values),
			};
		},
		close: () => db.close(),
	};
}

/** Steps before the transaction that makes the tables, for which the other window waits. */
const STEPS = 5;

test('another window makes the tables at any step of opening', () => {
	for (let number = 0; number < STEPS; number++) {
		const path = join(folder, `${number}.sqlite`);
		const [one, other] = [new DatabaseSync(path), new DatabaseSync(path)];
		let isMade = false;
		const opened = openTables(
			interrupted(one, number, () => {
				isMade = 'sql' in openTables(other);
			}),
		);
		assert.ok(isMade, `step ${number} comes to pass`);
		assert.ok('sql' in opened, `${number}: ${'failure' in opened ? opened.failure.message : ''}`);
		one.close();
		other.close();
	}
});
