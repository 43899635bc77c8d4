/** A thread that writes to an index in memory, one transaction right after the other, and counts them. */

import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { Sql } from '../../server/src/index/database/sql.ts';
import { inTurns, type Turns } from '../../server/src/indexing/memoryTurns.node.ts';

/** Milliseconds, of which another connection could read in the moments between two transactions alone. */
const TRANSACTION_MS = 5;

const { location, turns, counts }: { location: string; turns: Turns; counts: Int32Array<SharedArrayBuffer> } =
	workerData;
const sql = new Sql(inTurns(new DatabaseSync(location), turns, false));
parentPort?.postMessage('open');
while (Atomics.load(counts, 1) === 0) {
	Atomics.add(counts, 0, 1);
	sql.transaction(() => {
		const end = performance.now() + TRANSACTION_MS;
		while (performance.now() < end) {
			sql.run('UPDATE state SET papers = papers + 1');
		}
	});
}
