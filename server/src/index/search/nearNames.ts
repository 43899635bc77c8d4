/**
 * The names of all papers (keys, explicit and generated, and aliases), for finding those that a mistyped one stands for.
 * They are terms of the index already, so that nothing more is written for them. They are read when the first mistyped
 * name comes, and lie flat in memory: 30 MB for a million papers, which take some milliseconds to look through.
 */

import type { PaperId } from '../../corpus/corpus.ts';
import type { SqlDatabase, SqlStatement } from '../database/sqlDatabase.ts';
import { type NearName, TypedName } from './nameList.ts';
import { nameTerm } from './paperLine.ts';
import { RUNS, TermRuns } from './postings/termRuns.ts';
import { RunNames, withoutSigns } from './runNames.ts';

/** A paper, and the name by which it was found: folded, without the signs between its words. */
export interface NearlyNamed {
	readonly id: PaperId;
	readonly name: string;
	/** Letters missing, added, replaced, or exchanged with their neighbour. */
	readonly slips: number;
}

/** Of more that are equally near, none is likely. */
const MOST_FOUND = 50;

export class NearNames {
	readonly #runs: TermRuns;
	readonly #paperInRow: SqlStatement;
	/** By run: runs never change, they come and go. */
	#names: ReadonlyMap<number, RunNames> = new Map();

	constructor(db: SqlDatabase) {
		this.#runs = new TermRuns(db);
		this.#paperInRow = db.prepare('SELECT id FROM search_paper WHERE row = ?');
	}

	/** The papers whose key or alias is at most two slips from `name`, the nearest first; case, accents and signs do not count. */
	near(name: string): readonly NearlyNamed[] {
		this.#refresh();
		const typed = new TypedName(withoutSigns(nameTerm(name)));
		const found = [...this.#names.values()].flatMap((names) => names.near(typed)).sort(byNearness);
		const near = new Map<PaperId, NearlyNamed>();
		for (const { row, name, slips } of found) {
			const id = this.#paperInRow.get(row)?.['id'];
			// A run may still hold a paper that is no more.
			if (typeof id === 'number' && !near.has(id) && near.set(id, { id, name, slips }).size === MOST_FOUND) {
				break;
			}
		}
		return [...near.values()];
	}

	/** Reads the runs that have come since, and forgets those that have gone. */
	#refresh(): void {
		const list = this.#runs.list().filter(({ kind }) => kind === RUNS.names);
		if (list.length !== this.#names.size || list.some(({ id }) => !this.#names.has(id))) {
			this.#names = new Map(list.map(({ id }) => [id, this.#names.get(id) ?? new RunNames(this.#runs, id)]));
			this.#runs.keep([]);
		}
	}
}

/** Between equals by name: the order must not depend on which paper came first. */
function byNearness(one: NearName, other: NearName): number {
	return one.slips - other.slips || (one.name === other.name ? one.row - other.row : one.name < other.name ? -1 : 1);
}
