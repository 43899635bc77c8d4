/** Finds papers by name, and the names of papers. */

import type { PaperId, PaperRef } from '../../corpus/corpus.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { identityOf } from '../../corpus/identity.ts';
import { continuations } from '../../corpus/keys.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { foldText } from '../../util/fold.ts';
import { hashText } from '../../util/hash.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { chainOf, foldedHash, generatedKey, givenNames } from './naming.ts';

/**
 * Papers with this name. A name given by a source comes before a DOI or arXiv id, and that before a generated name: a
 * generated name never hides a given one.
 */
export function papersNamed(sql: Sql, name: string): readonly PaperRef[] {
	const compared = comparedKey(name);
	return firstFound(
		() => references(sql.rows(`${BY_NAME} AND n.name = ? ${IN_ORDER}`, foldedHash(compared), compared)),
		() => papersNumbered(sql, name),
		() => papersCalled(sql, name),
	);
}

/** All papers with this name, regardless of case and accents. */
export function papersNamedLoosely(sql: Sql, name: string): readonly PaperRef[] {
	const folded = foldText(name);
	const given = sql
		.rows(`${BY_NAME} ${IN_ORDER}`, hashText(folded))
		.filter((row) => foldText(textIn(row, 'name')) === folded);
	return distinct([...references(given), ...papersCalled(sql, folded)]);
}

/** Every name except `key` that means the paper. A shortened generated name shared with other papers is not included. */
export function aliasesOf(sql: Sql, { id, key }: PaperRef, records: readonly RecordContent[]): readonly string[] {
	const names = new Set(records.flatMap(givenNames));
	for (const record of records) {
		const chain = chainOf(record);
		if (chain !== undefined) {
			names.add(generatedKey(sql, id, chain));
		}
	}
	for (const { doi, arxiv } of records.map(identityOf)) {
		for (const number of [doi, arxiv]) {
			if (number !== undefined) {
				names.add(number);
			}
		}
	}
	names.delete(comparedKey(key));
	return [...names].sort();
}

/** `found` with the key of the paper; nothing if the paper no longer exists. */
export function withKey<T extends { readonly id: PaperId }>(sql: Sql, found: T): readonly (T & PaperRef)[] {
	const row = sql.row('SELECT key FROM papers WHERE id = ?', found.id);
	return row === undefined ? [] : [{ ...found, key: textIn(row, 'key') }];
}

/** Papers by DOI or arXiv id. */
function papersNumbered(sql: Sql, name: string): readonly PaperRef[] {
	const identifier = identifierIn(name);
	if (identifier === undefined) {
		return [];
	}
	const [column, value] = 'doi' in identifier ? ['doi', identifier.doi] : ['arxiv', identifier.arxiv];
	return references(sql.rows(`${PAPERS} WHERE r.${column} = ? LIMIT 1`, hashText(value)));
}

/** Papers by generated name. */
function papersCalled(sql: Sql, name: string): readonly PaperRef[] {
	const { from, below } = continuations(name);
	return references(sql.rows(`${BY_CHAIN} ${IN_ORDER}`, from, below));
}

const PAPERS = 'SELECT p.id, p.key FROM records r JOIN papers p ON p.id = r.paper';
const BY_NAME = `
	SELECT p.id, p.key, n.name FROM names n JOIN records r ON r.id = n.record JOIN papers p ON p.id = r.paper
	WHERE n.folded = ?`;
const BY_CHAIN = `
	SELECT p.id, p.key FROM chains c JOIN records r ON r.id = c.record JOIN papers p ON p.id = r.paper
	WHERE c.chain >= ? AND c.chain < ?`;
/** The order is the same after a rebuild. Nobody chooses among more than a hundred. */
const IN_ORDER = 'ORDER BY p.key, r.title, r.year LIMIT 100';

function references(rows: readonly SqlRow[]): readonly PaperRef[] {
	const refs = rows.map((row) => ({ id: numberIn(row, 'id'), key: textIn(row, 'key') }));
	return refs.length > 1 ? distinct(refs) : refs;
}

function distinct(refs: readonly PaperRef[]): readonly PaperRef[] {
	return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

function firstFound(...lookups: readonly (() => readonly PaperRef[])[]): readonly PaperRef[] {
	for (const lookup of lookups) {
		const found = lookup();
		if (found.length > 0) {
			return found;
		}
	}
	return [];
}
