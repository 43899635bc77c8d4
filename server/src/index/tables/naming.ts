/** The names of papers in the tables. Used by the writer, to assign keys, and by the reader. */

import type { PaperId } from '../../corpus/corpus.ts';
import { chainLength, chainName, continuations, nameChain, ownKey, sharedParts } from '../../corpus/keys.ts';
import { inOrderOfWorth } from '../../corpus/merge.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { foldText } from '../../util/fold.ts';
import { hashText } from '../../util/hash.ts';
import { DamagedIndex } from '../database/indexFailure.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { RecordBodies } from './recordBodies.ts';

/** The same hash for names that differ only in case or accents. */
export function foldedHash(name: string): number {
	return hashText(foldText(name));
}

/** The names given by the source, the key first, in the form in which keys are compared. */
export function givenNames({ key, aliases = [] }: RecordContent): readonly string[] {
	const names = (key === undefined ? aliases : [key, ...aliases]).map(comparedKey);
	return names.length > 1 ? [...new Set(names)] : names;
}

/** The chain of generated names of a record: its longest name. Only for a record without a citable key. */
export function chainOf(record: RecordContent): string | undefined {
	return ownKey(record) === undefined ? nameChain(record) : undefined;
}

export interface NameHolder {
	readonly record: number;
	readonly paper: PaperId;
	readonly file: number;
}

/** The records with the given name `name`. */
export function holdersOf(sql: Sql, name: string): readonly NameHolder[] {
	const compared = comparedKey(name);
	return sql
		.rows(
			'SELECT n.record, r.paper, r.file FROM names n JOIN records r ON r.id = n.record WHERE n.folded = ? AND n.name = ?',
			foldedHash(compared),
			compared,
		)
		.map((row) => ({ record: numberIn(row, 'record'), paper: numberIn(row, 'paper'), file: numberIn(row, 'file') }));
}

/** What the key of a paper is decided from, besides its records. */
export interface KeyTools {
	readonly sql: Sql;
	readonly bodies: Pick<RecordBodies, 'read'>;
}

/**
 * The key to use in citations of a paper. A key given by a source comes before a generated one, a key that no other
 * paper has before a shared one, and then the key in the first file wins. In one file, the key of the best record does:
 * the places of the records there do not matter.
 */
export function canonicalKey(tools: KeyTools, paper: PaperId, records: readonly RecordContent[]): string {
	const { sql } = tools;
	const ranked = records.length === 1 ? records : inOrderOfWorth(records);
	const keys = ownKeys(ranked);
	const [first] = keys;
	if (first !== undefined) {
		const isShared = (key: string) => holdersOf(sql, key).some((holder) => holder.paper !== paper);
		const inOrder = keys.length === 1 ? keys : ownKeys(inOrderOfFiles(tools, paper));
		return keys.length === 1 ? first : (inOrder.find((key) => !isShared(key)) ?? inOrder[0] ?? first);
	}
	const [best] = ranked;
	if (best === undefined) {
		throw new DamagedIndex(`paper ${paper} has no records`);
	}
	return generatedKey(sql, paper, nameChain(best));
}

/** The different keys that sources give, in the order of the records. */
function ownKeys(records: readonly RecordContent[]): readonly string[] {
	return [...new Set(records.flatMap((record) => ownKey(record) ?? []))];
}

/** The records of a paper by their files, and within a file the best first. Only needed if they have different keys. */
function inOrderOfFiles({ sql, bodies }: KeyTools, paper: PaperId): readonly RecordContent[] {
	const rows = sql.rows(
		'SELECT r.id, f.uri FROM records r JOIN files f ON f.id = r.file WHERE r.paper = ? ORDER BY f.uri',
		paper,
	);
	const byFile = Map.groupBy(rows, (row) => textIn(row, 'uri'));
	return [...byFile.values()].flatMap((inFile) =>
		inOrderOfWorth(inFile.map((row) => bodies.read(numberIn(row, 'id')))),
	);
}

/** The shortest name of a chain that means only this paper; the longest if there is none. */
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

/**
 * The two chains next to `chain` in alphabetical order among those of other papers. No other chain shares a longer
 * prefix with it.
 */
function neighbours(sql: Sql, paper: PaperId, chain: string): readonly string[] {
	const CHAINS = 'SELECT c.chain FROM chains c JOIN records r ON r.id = c.record WHERE r.paper <> ?';
	const before = sql.row(`${CHAINS} AND c.chain <= ? ORDER BY c.chain DESC LIMIT 1`, paper, chain);
	const after = sql.row(`${CHAINS} AND c.chain >= ? ORDER BY c.chain LIMIT 1`, paper, chain);
	return [before, after].filter((row) => row !== undefined).map((row) => textIn(row, 'chain'));
}

/** The only paper that the generated name `name` could mean. Undefined if there are none or several. */
export function loneBearer(sql: Sql, name: string): PaperId | undefined {
	const BEARERS = 'SELECT r.paper FROM chains c JOIN records r ON r.id = c.record WHERE c.chain >= ? AND c.chain < ?';
	const { from, below } = continuations(name);
	const first = sql.row(`${BEARERS} ORDER BY c.chain LIMIT 1`, from, below);
	const last = sql.row(`${BEARERS} ORDER BY c.chain DESC LIMIT 1`, from, below);
	return first !== undefined && first['paper'] === last?.['paper'] ? numberIn(first, 'paper') : undefined;
}
