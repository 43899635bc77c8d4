/** Finds papers by name, and the names of papers. */

import type { Holder, PaperId, PaperRef } from '../../corpus/corpus.ts';
import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { identifiersOf } from '../../corpus/identity/identity.ts';
import { continuations, ownKey } from '../../corpus/keys.ts';
import { type NumberName, numberName } from '../../corpus/numberNames.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { foldText } from '../../util/fold.ts';
import { hashText } from '../../util/hash.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { SqlRow } from '../database/sqlDatabase.ts';
import { chainOf, foldedHash, generatedKey, givenNames } from './naming.ts';
import type { RecordBodies } from './recordBodies.ts';

/**
 * Papers with this name. A name given by a source comes before an identifier, and that before a generated name: a
 * generated name never hides a given one.
 */
export function papersNamed(sql: Sql, name: string): readonly PaperRef[] {
	return references(rowsNamed(sql, name));
}

/** The same papers, each once for every file with a record that has the name. */
export function holdersNamed(sql: Sql, name: string): readonly Holder[] {
	const uris = new Map<number, string>();
	const uriOf = (file: number): string => {
		const uri = uris.get(file) ?? textIn(sql.row('SELECT uri FROM files WHERE id = ?', file), 'uri');
		uris.set(file, uri);
		return uri;
	};
	return rowsNamed(sql, name).map((row) => ({ ...referenceIn(row), uri: uriOf(numberIn(row, 'file')) }));
}

function rowsNamed(sql: Sql, name: string): readonly SqlRow[] {
	const compared = comparedKey(name);
	return firstFound(
		() => sql.rows(`${BY_NAME} AND n.name = ? ${IN_ORDER}`, foldedHash(compared), compared),
		() => rowsNumbered(sql, name),
		() => rowsCalled(sql, name),
	);
}

/** All papers with this name, regardless of case and accents. */
export function papersNamedLoosely(sql: Sql, name: string): readonly PaperRef[] {
	const folded = foldText(name);
	const given = sql
		.rows(`${BY_NAME} ${IN_ORDER}`, hashText(folded))
		.filter((row) => foldText(textIn(row, 'name')) === folded);
	return references([...given, ...rowsCalled(sql, folded)]);
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
	for (const { doi, arxiv } of records.map(identifiersOf)) {
		for (const number of [doi, arxiv]) {
			if (number !== undefined) {
				names.add(number);
			}
		}
	}
	names.delete(comparedKey(key));
	return [...names].sort();
}

/** The keys, as far as a citation can hold them, of the paper's records in the files for which `isIn` returns true. Only those records are unpacked. */
export function keysIn(
	sql: Sql,
	bodies: RecordBodies,
	{ id, isIn }: { readonly id: PaperId; readonly isIn: (uri: string) => boolean },
): readonly string[] {
	const records = sql.rows('SELECT r.id, f.uri FROM records r JOIN files f ON f.id = r.file WHERE r.paper = ?', id);
	return records
		.filter((row) => isIn(textIn(row, 'uri')))
		.map((row) => ownKey(bodies.read(numberIn(row, 'id'))))
		.filter((key) => key !== undefined);
}

/** `found` with the key of the paper; nothing if the paper no longer exists. */
export function withKey<T extends { readonly id: PaperId }>(sql: Sql, found: T): readonly (T & PaperRef)[] {
	const row = sql.row('SELECT key FROM papers WHERE id = ?', found.id);
	return row === undefined ? [] : [{ ...found, key: textIn(row, 'key') }];
}

/** Papers by DOI, arXiv id, PMID, PMCID or ISBN. */
function rowsNumbered(sql: Sql, name: string): readonly SqlRow[] {
	const identifier = identifierIn(name);
	if (identifier === undefined) {
		const number = numberName(name);
		return number === undefined ? [] : rowsWithNumber(sql, number);
	}
	const [column, value] = 'doi' in identifier ? ['doi', identifier.doi] : ['arxiv', identifier.arxiv];
	return sql.rows(`${PAPERS} WHERE r.${column} = ? ${IN_ORDER}`, hashText(value));
}

function rowsWithNumber(sql: Sql, number: NumberName): readonly SqlRow[] {
	return number.startsWith('pmid')
		? sql.rows(`${PAPERS} WHERE r.pmid = ? ${IN_ORDER}`, hashText(number))
		: sql.rows(`${BY_NAME} AND n.name = ? ${IN_ORDER}`, foldedHash(number), number);
}

/** Papers by generated name. */
function rowsCalled(sql: Sql, name: string): readonly SqlRow[] {
	const { from, below } = continuations(name);
	return sql.rows(`${BY_CHAIN} ${IN_ORDER}`, from, below);
}

const PAPERS = 'SELECT p.id, p.key, r.file FROM records r JOIN papers p ON p.id = r.paper';
const BY_NAME = `
	SELECT p.id, p.key, r.file, n.name FROM names n JOIN records r ON r.id = n.record JOIN papers p ON p.id = r.paper
	WHERE n.folded = ?`;
const BY_CHAIN = `
	SELECT p.id, p.key, r.file FROM chains c JOIN records r ON r.id = c.record JOIN papers p ON p.id = r.paper
	WHERE c.chain >= ? AND c.chain < ?`;
/** The order is the same after a rebuild. Nobody chooses among more than a thousand records. */
const IN_ORDER = 'ORDER BY p.key, r.title, r.facts LIMIT 1000';

function references(rows: readonly SqlRow[]): readonly PaperRef[] {
	const refs = rows.map(referenceIn);
	return refs.length > 1 ? [...new Map(refs.map((ref) => [ref.id, ref])).values()] : refs;
}

function referenceIn(row: SqlRow): PaperRef {
	return { id: numberIn(row, 'id'), key: textIn(row, 'key') };
}

function firstFound(...lookups: readonly (() => readonly SqlRow[])[]): readonly SqlRow[] {
	for (const lookup of lookups) {
		const found = lookup();
		if (found.length > 0) {
			return found;
		}
	}
	return [];
}
