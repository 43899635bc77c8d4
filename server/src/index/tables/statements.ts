/** Takes up what people state about papers: only the records that the changed statements name are grouped anew. */

import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { identitySigns } from '../../corpus/identity/identityMarks.ts';
import {
	factsUnder,
	type IdentityStatement,
	type Side,
	sortedStatements,
} from '../../corpus/identity/statedIdentity.ts';
import { numberName } from '../../corpus/numberNames.ts';
import { hashText } from '../../util/hash.ts';
import { numberIn, type Sql } from '../database/sql.ts';
import { holdersOf } from './naming.ts';
import { PaperUpdate, type UpdateTools } from './paperUpdate.ts';
import { StatedRecords } from './statedRecords.ts';

/** Groups the papers by these statements from now on. Must be called in a transaction, with SQL indexes for all marks. */
export function storeStatements(tools: Omit<UpdateTools, 'stated'>, asked: readonly IdentityStatement[]): void {
	const { sql, bodies, search } = tools;
	const statements = sortedStatements(asked);
	const stated = new StatedRecords(sql, statements);
	const named = statements.flatMap(({ papers }) => papers).flatMap((paper) => recordsNamed(sql, paper));
	const changed = new Map<number, readonly Side[]>();
	for (const id of new Set([...stated.records(), ...named])) {
		const sides = stated.sidesIn(bodies.read(id));
		if (JSON.stringify(sides) !== JSON.stringify(stated.sidesOf({ id }))) {
			changed.set(id, sides);
		}
	}
	sql.run('UPDATE state SET statements = ?, version = version + 1', JSON.stringify(statements));
	const update = new PaperUpdate({ ...tools, stated });
	update.restate([...changed.keys()], () => {
		for (const [id, sides] of changed) {
			stated.write(id, sides);
			const { facts } = identitySigns(bodies.read(id));
			sql.run('UPDATE records SET facts = ? WHERE id = ?', factsUnder(facts, sides), id);
		}
	});
	sql.run('UPDATE state SET papers = papers + ?', update.settle());
	search.flush?.();
}

/** The records that a statement may mean by `paper`: a key, an identifier, another number. */
function recordsNamed(sql: Sql, paper: string): readonly number[] {
	const identifier = identifierIn(paper);
	const number = numberName(paper);
	const numbered = [
		...(identifier && 'doi' in identifier ? recordsWith(sql, 'doi', identifier.doi) : []),
		...(identifier && 'arxiv' in identifier ? recordsWith(sql, 'arxiv', identifier.arxiv) : []),
		...(number === undefined ? [] : recordsWith(sql, 'pmid', number)),
	];
	const names = number === undefined ? [paper] : [paper, number];
	return [...numbered, ...names.flatMap((name) => holdersOf(sql, name).map(({ record }) => record))];
}

function recordsWith(sql: Sql, column: 'doi' | 'arxiv' | 'pmid', value: string): readonly number[] {
	const rows = sql.rows(`SELECT id FROM records WHERE ${column} = ?`, hashText(value));
	return rows.map((row) => numberIn(row, 'id'));
}
