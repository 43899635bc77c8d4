/** The consequences of added and removed names: which records clash, and which papers may get another key. */

import type { PaperId } from '../../corpus/corpus.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import { holdersOf, loneBearer, type NameHolder } from './naming.ts';

export interface ChangedNames {
	/** Names given by sources, where the records or the records' papers changed. */
	readonly names: ReadonlySet<string>;
	/** Names that one new record has and no other record: they clash with no name given by a source. */
	readonly newNames: ReadonlySet<string>;
	/** Chains of generated names that were added or removed. */
	readonly chains: ReadonlySet<string>;
	readonly isTouched: (paper: PaperId) => boolean;
	/** Whether a record was just added, so that no clash is stored for it yet. */
	readonly isNewRecord: (record: number) => boolean;
}

/**
 * Updates the clashes. Returns the papers, besides the touched ones, whose key may have changed: only a few, however
 * many have the name.
 */
export function settleNames(sql: Sql, changed: ChangedNames): ReadonlySet<PaperId> {
	const suspects = new Set<PaperId>();
	const generated = sql.row('SELECT 1 FROM chains LIMIT 1') !== undefined;
	const suspect = (paper: PaperId | undefined): void => {
		if (paper !== undefined && !changed.isTouched(paper)) {
			suspects.add(paper);
		}
	};
	for (const name of changed.names) {
		suspect(settleName(sql, name, changed));
	}
	for (const name of generated ? [...changed.names, ...changed.newNames] : []) {
		suspect(loneBearer(sql, name));
	}
	for (const chain of changed.chains) {
		for (const bystander of neighboursOf(sql, chain, changed)) {
			suspects.add(bystander);
		}
	}
	return suspects;
}

/**
 * Stores which records clash over `name`. If exactly one untouched paper has the name, returns it: its key was its
 * own and is now shared, or the other way round. If there are two such papers, they shared it before and still do.
 */
function settleName(sql: Sql, name: string, { isTouched, isNewRecord }: ChangedNames): PaperId | undefined {
	const holders = holdersOf(sql, name);
	const [first] = holders;
	const isShared = holders.some((holder) => holder.paper !== first?.paper);
	for (const holder of holders) {
		if (isShared || !isNewRecord(holder.record)) {
			noteClash(sql, name, { holder, isShared });
		}
	}
	const [bystander, ...others] = new Set(holders.map(({ paper }) => paper).filter((paper) => !isTouched(paper)));
	return others.length === 0 ? bystander : undefined;
}

function noteClash(sql: Sql, name: string, { holder, isShared }: { holder: NameHolder; isShared: boolean }): void {
	const change = isShared
		? 'INSERT OR IGNORE INTO clashes VALUES (?, ?, ?)'
		: 'DELETE FROM clashes WHERE file = ? AND record = ? AND name = ?';
	sql.run(change, holder.file, holder.record, name);
}

const CHAINS = 'SELECT c.chain, r.paper FROM chains c JOIN records r ON r.id = c.record WHERE c.chain';
const DIRECTIONS = ['>= ? ORDER BY c.chain LIMIT ? OFFSET ?', '<= ? ORDER BY c.chain DESC LIMIT ? OFFSET ?'];

/**
 * The untouched papers next to a chain. When a chain is added or removed, at most one paper on each side of it gets a
 * longer or shorter key.
 */
function neighboursOf(sql: Sql, chain: string, changed: ChangedNames): readonly PaperId[] {
	return DIRECTIONS.map((direction) => nextBystander(sql, `${CHAINS} ${direction}`, { chain, changed })).filter(
		(paper) => paper !== undefined,
	);
}

interface Walk {
	readonly chain: string;
	readonly changed: ChangedNames;
}

function nextBystander(sql: Sql, query: string, { chain, changed }: Walk): PaperId | undefined {
	const ROWS_AT_ONCE = 4;
	for (let at = 0; ; at += ROWS_AT_ONCE) {
		const rows = sql.rows(query, chain, ROWS_AT_ONCE, at);
		for (const row of rows) {
			const paper = numberIn(row, 'paper');
			const found = textIn(row, 'chain');
			if (!changed.isTouched(paper)) {
				return paper;
			}
			if (found !== chain && changed.chains.has(found)) {
				// That chain has changed, too. Papers beyond it are its neighbours and are found from there.
				return undefined;
			}
		}
		if (rows.length < ROWS_AT_ONCE) {
			return undefined;
		}
	}
}
