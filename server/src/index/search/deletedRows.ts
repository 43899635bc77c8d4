/** Rows of papers that are no more, which runs may still hold. */

import type { SqlDatabase } from '../database/sqlDatabase.ts';

export interface DeletedRows {
	readonly rows: ReadonlySet<number>;
	/** Once no run holds them: the rows may be given again. Those gone since stay. */
	forget(): void;
}

/** As it is now. */
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
