/** What lists show of papers, kept at hand: while one types, most of a list was in the one before it. */

import type { ListedPaper, PaperId } from '../corpus.ts';
import { listedPaper } from '../listedPaper.ts';
import { numberIn, type Sql, textIn } from './sql.ts';

/** Papers kept at hand, at most: some hundred kilobytes. */
const MOST_KNOWN = 1000;

export class ListedPapers {
	readonly #sql: Sql;
	readonly #known = new Map<PaperId, ListedPaper>();
	#version: number | undefined;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** Those of `ids` that the index holds, in their order. `version`: the state of the index that is asked. */
	of(ids: readonly PaperId[], version: number): ListedPaper[] {
		if (version !== this.#version || this.#known.size + ids.length > MOST_KNOWN) {
			this.#known.clear();
			this.#version = version;
		}
		const missing = ids.filter((id) => !this.#known.has(id));
		for (const row of missing.length > 0 ? this.#sql.rows(LISTED, `[${missing}]`) : []) {
			const id = numberIn(row, 'id');
			this.#known.set(id, listedPaper({ id, key: textIn(row, 'key') }, textIn(row, 'listed')));
		}
		return ids.flatMap((id) => this.#known.get(id) ?? []);
	}
}

const LISTED = 'SELECT papers.id, papers.key, listed FROM json_each(?) JOIN papers ON papers.id = value';
