/** Rows of deleted papers, which runs may still have. */

import type { SqlDatabase } from '../database/sqlDatabase.ts';

export interface DeletedRows {
	readonly rows: ReadonlySet<number>;
	/** Allows the rows to be used again, once no run has them. Rows deleted since then stay. */
	forget(): void;
}

/** The current deleted rows. */
export function deletedRows(db: SqlDatabase): DeletedRows {
	const rows = new Set(
		db
			.prepare('SELECT row FROM search_gone')
			.all()
			.map(({ row }) => Number(row)),
	);
	return {
		rows,
		forget: () => {
			const forget = db.prepare('DELETE FROM search_gone WHERE row = ?');
			for (const row of rows) {
				forget.run(row);
			}
		},
	};
}
