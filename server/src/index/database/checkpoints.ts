/** How much is written to the log before its pages are copied to the database. */

import type { Sql } from './sql.ts';

/** A page of the database, in bytes. */
export const PAGE_BYTES = 8192;

/** Each batch rewrites the same pages: with 32 MB, not 4, writing many papers takes a tenth less. */
export const CHECKPOINT_MB = 32;

/** The log may grow to `size` MB. */
export function setCheckpoints(sql: Sql, size: number): void {
	sql.row(`PRAGMA wal_autocheckpoint = ${Math.round((size * 2 ** 20) / PAGE_BYTES)}`);
}
