/** A cache of what lists show of papers: while someone types, most papers of a list were in the previous one. */

import type { ListedPaper, PaperId, PaperSummary } from '../../corpus/corpus.ts';
import { listedPaper, listedSummary } from '../../corpus/listedPaper.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

/** Papers in the cache, at most: some hundred kilobytes. */
const MAX_CACHED = 1000;

export class ListedPapers {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #unindexed: (id: PaperId) => PaperSummary | undefined;
	readonly #known = new Map<PaperId, ListedPaper>();
	#version: number | undefined;

	/** `unindexed` gives papers with negative ids, which are not in the index. */
	constructor(sql: Sql, bodies: RecordBodies, unindexed: (id: PaperId) => PaperSummary | undefined = () => undefined) {
		this.#sql = sql;
		this.#bodies = bodies;
		this.#unindexed = unindexed;
	}

	/** The papers with these `ids` that exist, in their order. `version` is the current version of the index. */
	of(ids: readonly PaperId[], version: number): ListedPaper[] {
		if (version !== this.#version || this.#known.size + ids.length > MAX_CACHED) {
			this.#known.clear();
			this.#version = version;
		}
		const missing = ids.filter((id) => id >= 0 && !this.#known.has(id));
		for (const row of missing.length > 0 ? this.#sql.rows(LISTED, `[${missing}]`) : []) {
			const id = numberIn(row, 'id');
			this.#known.set(id, listedPaper({ id, key: textIn(row, 'key') }, this.#bodies.unpacked(row, 'listed')));
		}
		return ids.flatMap((id) => (id < 0 ? this.#unindexedRow(id) : this.#known.get(id)) ?? []);
	}

	#unindexedRow(id: PaperId): ListedPaper | undefined {
		const paper = this.#unindexed(id);
		return paper && listedSummary(paper);
	}
}

const LISTED = 'SELECT papers.id, papers.key, listed FROM json_each(?) JOIN papers ON papers.id = value';
