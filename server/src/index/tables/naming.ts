/** What papers are called, as the tables have it. Read by the writer, to settle keys, and by the reader. */

import type { PaperId } from '../../corpus/corpus.ts';
import { chainLength, chainName, continuations, isCitable, nameChain, sharedParts } from '../../corpus/keys.ts';
import { inOrderOfWorth } from '../../corpus/merge.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { foldText } from '../../util/fold.ts';
import { hashText } from '../../util/hash.ts';
import { DamagedIndex } from '../database/indexFailure.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';

/** What names that differ in case or accents alone have in common. */
export function foldedHash(name: string): number {
	return hashText(foldText(name));
}

/** The names a source gives: its key first. */
export function givenNames({ key, aliases = [] }: RecordContent): readonly string[] {
	return key === undefined ? aliases : [key, ...aliases.filter((alias) => alias !== key)];
}

/** The generated names of a record, as their longest: only of one without a key that can be cited. */
export function chainOf(record: RecordContent): string | undefined {
	return record.key !== undefined && isCitable(record.key) ? undefined : nameChain(record);
}

export interface NameHolder {
	readonly record: number;
	readonly paper: PaperId;
	readonly file: number;
}

/** The records whose source calls them `name`. */
export function holdersOf(sql: Sql, name: string): readonly NameHolder[] {
	return sql
		.rows(
			'SELECT n.record, r.paper, r.file FROM names n JOIN records r ON r.id = n.record WHERE n.folded = ? AND n.name = ?',
			foldedHash(name),
			name,
		)
		.map((row) => ({ record: numberIn(row, 'record'), paper: numberIn(row, 'paper'), file: numberIn(row, 'file') }));
}

/**
 * What a citation of a paper should say: a key that a source gives rather than a generated one; one that no other paper
 * has rather than a shared one; then that of the best record. Where records stand has no say in it.
 */
export function canonicalKey(sql: Sql, paper: PaperId, records: readonly RecordContent[]): string {
	const ranked = records.length === 1 ? records : inOrderOfWorth(records);
	const keys = ranked.flatMap(({ key }) => (key !== undefined && isCitable(key) ? key : []));
	const [first] = keys;
	if (first !== undefined) {
		const isShared = (key: string) => holdersOf(sql, key).some((holder) => holder.paper !== paper);
		return keys.length === 1 || new Set(keys).size === 1 ? first : (keys.find((key) => !isShared(key)) ?? first);
	}
	const [best] = ranked;
	if (best === undefined) {
		throw new DamagedIndex(`paper ${paper} has no records`);
	}
	return generatedKey(sql, paper, nameChain(best));
}

/** The shortest name of a chain that means this paper alone; the longest where none does. */
export function generatedKey(sql: Sql, paper: PaperId, chain: string): string {
	const length = chainLength(chain);
	let count = Math.min(
		length,
		1 + Math.max(...neighbours(sql, paper, chain).map((other) => sharedParts(chain, other)), 0),
	);
	while (count < length && holdersOf(sql, chainName(chain, count)).some((holder) => holder.paper !== paper)) {
		count++;
	}
	return chainName(chain, count);
}

/** Of all chains of other papers, in the order of the alphabet, the two next to `chain`: none has more in common with it. */
function neighbours(sql: Sql, paper: PaperId, chain: string): readonly string[] {
	const CHAINS = 'SELECT c.chain FROM chains c JOIN records r ON r.id = c.record WHERE r.paper <> ?';
	const before = sql.row(`${CHAINS} AND c.chain <= ? ORDER BY c.chain DESC LIMIT 1`, paper, chain);
	const after = sql.row(`${CHAINS} AND c.chain >= ? ORDER BY c.chain LIMIT 1`, paper, chain);
	return [before, after].filter((row) => row !== undefined).map((row) => textIn(row, 'chain'));
}

/** The one paper to which the generated name `name` would belong; undefined where there are none or several. */
export function loneBearer(sql: Sql, name: string): PaperId | undefined {
	const BEARERS = 'SELECT r.paper FROM chains c JOIN records r ON r.id = c.record WHERE c.chain >= ? AND c.chain < ?';
	const { from, below } = continuations(name);
	const first = sql.row(`${BEARERS} ORDER BY c.chain LIMIT 1`, from, below);
	const last = sql.row(`${BEARERS} ORDER BY c.chain DESC LIMIT 1`, from, below);
	return first !== undefined && first['paper'] === last?.['paper'] ? numberIn(first, 'paper') : undefined;
}
