/** Finds records by title, place and key during a first indexing, when these have no SQL index yet. */

import type { IdentityMarks, MarkName } from '../../corpus/identity/identityMarks.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import { MarkTable } from './markTable.ts';
import type { BlockRecord, Mark } from './recordMark.ts';

type DeferredName = Extract<MarkName, 'title' | 'place' | 'key'>;

const DEFERRED: readonly DeferredName[] = ['title', 'place', 'key'];

/** Records under one mark from which on they are kept in a list of their own: reading each anew would take too long. */
const MAX_READ = 64;

/** The records under one mark by their facts, of each the first two, and all. */
interface MarkList {
	readonly byFacts: Map<number, readonly BlockRecord[]>;
	readonly all: BlockRecord[];
}

export function isDeferred(name: MarkName): boolean {
	return DEFERRED.some((deferred) => deferred === name);
}

export class MemoryMarks {
	readonly #sql: Sql;
	readonly #table = new MarkTable();
	/** Marks of many records. */
	readonly #lists = new Map<string, MarkList>();

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** Must be called for each record that is written. */
	add(record: BlockRecord, marks: IdentityMarks): void {
		for (const name of DEFERRED) {
			const value = marks[name];
			const list = value === null || this.#lists.size === 0 ? undefined : this.#lists.get(listKey({ name, value }));
			if (list) {
				addTo(list, record);
			} else if (value !== null) {
				this.#table.add(tagOf({ name, value }), record.id);
			}
		}
	}

	/** As `RecordBlocks` needs them: one record of each set of facts, in the order of these, if there are at most `most`. */
	variants(mark: Mark, most: number): readonly BlockRecord[] {
		const firsts = [...this.#under(mark).byFacts.values()].flatMap((same) => same.slice(0, 1));
		return firsts.length > most ? firsts.slice(0, most) : firsts.sort((one, other) => one.facts - other.facts);
	}

	all(mark: Mark): readonly BlockRecord[] {
		return this.#under(mark).all;
	}

	/** The first two records with these facts. */
	withFacts(mark: Mark, facts: number): readonly BlockRecord[] {
		return this.#under(mark).byFacts.get(facts) ?? [];
	}

	#under(mark: Mark): MarkList {
		const known = this.#lists.get(listKey(mark));
		if (known) {
			return known;
		}
		const found = this.#table.recordsWith(tagOf(mark));
		const list: MarkList = { byFacts: new Map(), all: [] };
		for (const id of found) {
			const row = this.#sql.row(`SELECT facts FROM records WHERE id = ? AND ${mark.name} = ?`, id, mark.value);
			if (row) {
				addTo(list, { id, facts: numberIn(row, 'facts') });
			}
		}
		if (found.length > MAX_READ) {
			this.#lists.set(listKey(mark), list);
		}
		return list;
	}
}

function addTo({ byFacts, all }: MarkList, record: BlockRecord): void {
	all.push(record);
	const same = [...(byFacts.get(record.facts) ?? []), record];
	byFacts.set(record.facts, same.sort((one, other) => one.id - other.id).slice(0, 2));
}

function listKey({ name, value }: Mark): string {
	return `${name} ${value}`;
}

/** Tells the marks of one value apart. */
function tagOf({ name, value }: Mark): number {
	return value + name.length;
}
