/** A cache of what lists show of papers: while someone types, most papers of a list were in the previous one. */

import type { ListedPaper, PaperId, PaperSummary } from '../../corpus/corpus.ts';
import { listedPaper, listedSummary } from '../../corpus/listedPaper.ts';
import { RecentlyUsed } from '../../util/recentlyUsed.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

/** Papers in the cache, at most: a megabyte. */
const MAX_CACHED = 3000;

export class ListedPapers {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #unindexed: (id: PaperId) => PaperSummary | undefined;
	readonly #known = new RecentlyUsed<PaperId, ListedPaper>(MAX_CACHED);
	#version: number | undefined;

	/** `unindexed` gives papers with negative ids, which are not in the index. */
	constructor(sql: Sql, bodies: RecordBodies, unindexed: (id: PaperId) => PaperSummary | undefined = () => undefined) {
		this.#sql = sql;
		this.#bodies = bodies;
		this.#unindexed = unindexed;
	}

	/** The papers with these `ids` that exist, in their order. `version` is the current version of the index. */
	of(ids: readonly PaperId[], version: number): ListedPaper[] {
		if (version !== this.#version) {
			this.#known.clear();
			this.#version = version;
		}
		const papers = ids.map((id) => (id < 0 ? this.#unindexedRow(id) : this.#known.get(id)));
		const missing = ids.filter((id, index) => id >= 0 && papers[index] === undefined);
		const read = missing.length > 0 ? this.#read(missing) : undefined;
		return papers.flatMap((paper, index) => paper ?? read?.get(ids[index] ?? 0) ?? []);
	}

	#read(ids: readonly PaperId[]): ReadonlyMap<PaperId, ListedPaper> {
		const papers = this.#sql.rows(LISTED, `[${ids}]`).map((row) => {
			const id = numberIn(row, 'id');
			return listedPaper({ id, key: textIn(row, 'key') }, this.#bodies.unpacked(row, 'listed'));
		});
		for (const paper of papers) {
			this.#known.set(paper.id, paper);
		}
		return new Map(papers.map((paper) => [paper.id, paper]));
	}

	#unindexedRow(id: PaperId): ListedPaper | undefined {
		const paper = this.#unindexed(id);
		return paper && listedSummary(paper);
	}
}

const LISTED = 'SELECT papers.id, papers.key, listed FROM json_each(?) JOIN papers ON papers.id = value';
