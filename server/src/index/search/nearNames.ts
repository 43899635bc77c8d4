/**
 * The names of all papers (keys, explicit and generated, and aliases), for finding those similar to a mistyped name.
 * They are terms of the index already, so nothing more is stored for them. They are read when the first mistyped name
 * is searched, into flat arrays: 30 MB for a million papers, searched in some milliseconds.
 */

import type { PaperId } from '../../corpus/corpus.ts';
import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { type NearName, TypedName } from './nameList.ts';
import { nameTerm } from './paperLine.ts';
import { RUNS, TermRuns } from './postings/termRuns.ts';
import { RunNames, withoutSigns } from './runNames.ts';

/** A paper, and the name by which it was found: folded, without separators between its words. */
export interface NearlyNamed {
	readonly id: PaperId;
	readonly name: string;
	/** Letters missing, added, replaced, or exchanged with their neighbour. */
	readonly slips: number;
}

/** If more names are equally similar, none of them is a likely correction. */
const MAX_FOUND = 50;

export class NearNames {
	readonly #runs: TermRuns;
	readonly #paperInRow: SqlStatement;
	/** The names by run. Runs never change; they are only added and removed. */
	#names: ReadonlyMap<number, RunNames> = new Map();

	constructor(db: SqlDatabase) {
		this.#runs = new TermRuns(db);
		this.#paperInRow = db.prepare('SELECT id FROM search_paper WHERE row = ?');
	}

	/**
	 * The papers whose key or alias has at most two typing errors compared to `name`, the most similar first. Case,
	 * accents and punctuation do not count.
	 */
	near(name: string): readonly NearlyNamed[] {
		this.#refresh();
		const typed = new TypedName(withoutSigns(nameTerm(name)));
		const found = [...this.#names.values()].flatMap((names) => names.near(typed)).sort(byNearness);
		const near = new Map<PaperId, NearlyNamed>();
		for (const { row, name, slips } of found) {
			const id = this.#paperInRow.get(row)?.['id'];
			// A run may still have a deleted paper.
			if (typeof id === 'number' && !near.has(id) && near.set(id, { id, name, slips }).size === MAX_FOUND) {
				break;
			}
		}
		return [...near.values()];
	}

	/** Reads runs that were added, and forgets runs that were removed. */
	#refresh(): void {
		const list = this.#runs.list().filter(({ kind }) => kind === RUNS.names);
		if (list.length !== this.#names.size || list.some(({ id }) => !this.#names.has(id))) {
			this.#names = new Map(list.map(({ id }) => [id, this.#names.get(id) ?? new RunNames(this.#runs, id)]));
			this.#runs.keep([]);
		}
	}
}

/** Equally similar names are sorted by name: the order must not depend on which paper was indexed first. */
function byNearness(one: NearName, other: NearName): number {
	return one.slips - other.slips || (one.name === other.name ? one.row - other.row : one.name < other.name ? -1 : 1);
}
