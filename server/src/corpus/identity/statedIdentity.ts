/**
 * What people state about papers where the records say something else: that two names mean one paper, or that they mean
 * two. A statement names records by key, DOI, arXiv id or another number, and counts for all records so named.
 */

import { comparedKey } from '../../syntax/key.ts';
import { hashText, hashTexts } from '../../util/hash.ts';
import { identifierIn } from '../identifiers/identifiers.ts';
import { numberName, numberNamesOf } from '../numberNames.ts';
import type { RecordContent } from '../recordContent.ts';
import { identifiersOf } from './identity.ts';

export interface IdentityStatement {
	/** `one`: both names mean one paper. `two`: they mean two. */
	readonly kind: 'one' | 'two';
	readonly papers: readonly [string, string];
}

/** A statement that names a record. */
export interface Side {
	/** A hash of the statement. */
	readonly statement: number;
	/** 0 if all that it names are one paper, else 1 or 2: which of the two papers it calls the record. */
	readonly side: number;
}

export class StatedIdentity {
	readonly #sides = new Map<string, Side[]>();

	/** The order of the statements and of the names in each does not matter. */
	constructor(statements: readonly IdentityStatement[]) {
		for (const { kind, papers } of statements) {
			const sorted = papers.map(comparedKey).sort();
			const statement = hashText([kind, ...sorted].join('\n'));
			for (const [index, paper] of sorted.entries()) {
				for (const name of statedNames(paper)) {
					const sides = this.#sides.get(name) ?? [];
					sides.push({ statement, side: kind === 'one' ? 0 : index + 1 });
					this.#sides.set(name, sides);
				}
			}
		}
	}

	/** The statements that name a record, without those that call it both of their papers. */
	sidesOf(record: RecordContent): readonly Side[] {
		if (this.#sides.size === 0) {
			return [];
		}
		const found = namesOf(record).flatMap((name) => this.#sides.get(name) ?? []);
		const byStatement = Map.groupBy(found, ({ statement }) => statement);
		return [...byStatement.values()]
			.flatMap(([first, ...others]) => (first && others.every(({ side }) => side === first.side) ? [first] : []))
			.sort((one, other) => one.statement - other.statement);
	}
}

/** Names by which a statement may mean a record: the same text may be a key and an identifier. */
function statedNames(paper: string): readonly string[] {
	const identifier = identifierIn(paper);
	const number = numberName(paper);
	return [comparedKey(paper), ...(identifier ? identifierNames(identifier) : []), ...(number ? [number] : [])];
}

function namesOf(record: RecordContent): readonly string[] {
	const { key, aliases = [] } = record;
	const numbers = identifiersOf(record);
	const given = key === undefined ? aliases : [key, ...aliases];
	const pmid = numbers.pmid === undefined ? [] : [`pmid\n${numbers.pmid}`];
	return [...new Set([...given.map(comparedKey), ...identifierNames(numbers), ...pmid, ...numberNamesOf(record)])];
}

function identifierNames({ doi, arxiv }: { readonly doi?: string | undefined; readonly arxiv?: string | undefined }) {
	return [...(doi === undefined ? [] : [`doi\n${doi}`]), ...(arxiv === undefined ? [] : [`arxiv\n${arxiv}`])];
}

/** The hash of all that a record's identity depends on, statements included. `facts` is the hash of what the record says. */
export function factsUnder(facts: number, sides: readonly Side[]): number {
	return sides.length === 0
		? facts
		: hashTexts([facts, ...sides.map(({ statement, side }) => `${statement} ${side}`)].join('\n'));
}

/** What is stated about two records. Where people state both, they are two. */
export function statedOf(one: readonly Side[], other: readonly Side[]): IdentityStatement['kind'] | undefined {
	const common = one.flatMap(({ statement, side }) => {
		const same = other.find((found) => found.statement === statement);
		return same ? [{ differs: same.side !== side, isOne: side === 0 }] : [];
	});
	if (common.some(({ differs }) => differs)) {
		return 'two';
	}
	return common.some(({ isOne }) => isOne) ? 'one' : undefined;
}

/** The statements in the order of their text, each once: equal lists say the same. */
export function sortedStatements(statements: readonly IdentityStatement[]): readonly IdentityStatement[] {
	const byText = new Map(
		statements.map(({ kind, papers: [one, other] }) => {
			const papers: readonly [string, string] = one < other ? [one, other] : [other, one];
			return [JSON.stringify([kind, ...papers]), { kind, papers }];
		}),
	);
	return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}
