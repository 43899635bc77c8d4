/** The records that people's statements name (`statedIdentity.ts`), and the statements. Within one transaction. */

import {
	type IdentityStatement,
	type Side,
	StatedIdentity,
	sortedStatements,
	statedOf,
} from '../../corpus/identity/statedIdentity.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { numberIn, type Sql, textIn } from '../database/sql.ts';
import type { BlockRecord } from './recordMark.ts';

/** The statements by which the papers in the index are grouped. */
function storedStatements(sql: Sql): readonly IdentityStatement[] {
	return JSON.parse(textIn(sql.row('SELECT statements FROM state'), 'statements'));
}

/** Whether these are the statements by which the papers in the index are grouped. */
export function areStored(sql: Sql, statements: readonly IdentityStatement[]): boolean {
	return JSON.stringify(storedStatements(sql)) === JSON.stringify(sortedStatements(statements));
}

const NONE: readonly Side[] = [];

export class StatedRecords {
	readonly #sql: Sql;
	readonly #stated: StatedIdentity;
	/** The statements that name each record. */
	readonly #sides = new Map<number, readonly Side[]>();
	/** Whether nothing is stated and nothing was: then nothing is looked up. */
	readonly isEmpty: boolean;

	/** The default is what is stored. */
	constructor(sql: Sql, statements = storedStatements(sql)) {
		this.#sql = sql;
		this.#stated = new StatedIdentity(statements);
		for (const row of sql.rows('SELECT record, statement, side FROM stated ORDER BY record, statement')) {
			const record = numberIn(row, 'record');
			const side = { statement: numberIn(row, 'statement'), side: numberIn(row, 'side') };
			this.#sides.set(record, [...(this.#sides.get(record) ?? []), side]);
		}
		this.isEmpty = statements.length === 0 && this.#sides.size === 0;
	}

	/** The records that statements name. */
	records(): Iterable<number> {
		return this.#sides.keys();
	}

	/** The statements that name a record with this content. */
	sidesIn(content: RecordContent): readonly Side[] {
		return this.#stated.sidesOf(content);
	}

	/** The statements that name a record in the index, in a fixed order. */
	sidesOf({ id }: Pick<BlockRecord, 'id'>): readonly Side[] {
		return this.#sides.get(id) ?? NONE;
	}

	readonly statedOf = (
		one: Pick<BlockRecord, 'id'>,
		other: Pick<BlockRecord, 'id'>,
	): IdentityStatement['kind'] | undefined =>
		this.isEmpty ? undefined : statedOf(this.sidesOf(one), this.sidesOf(other));

	/** The records that are one paper with `record` because people state so, and `record` itself. */
	statedOneWith(record: BlockRecord): readonly BlockRecord[] {
		const ofOne = this.sidesOf(record).filter(({ side }) => side === 0);
		return ofOne.flatMap(({ statement }) =>
			this.#sql
				.rows('SELECT r.id, r.facts FROM stated s JOIN records r ON r.id = s.record WHERE s.statement = ?', statement)
				.map((row) => ({ id: numberIn(row, 'id'), facts: numberIn(row, 'facts') })),
		);
	}

	/** Whether one of the papers has a record that people call another paper than some other record. */
	areSeparated(papers: Iterable<number>): boolean {
		const query = 'SELECT 1 FROM records r JOIN stated s ON s.record = r.id WHERE r.paper = ? AND s.side > 0 LIMIT 1';
		return !this.isEmpty && [...papers].some((paper) => this.#sql.row(query, paper) !== undefined);
	}

	/** Writes which statements name the record. */
	write(record: number, sides: readonly Side[]): void {
		if (sides.length > 0 || this.#sides.delete(record)) {
			this.#sql.run('DELETE FROM stated WHERE record = ?', record);
		}
		for (const { statement, side } of sides) {
			this.#sql.run('INSERT INTO stated VALUES (?, ?, ?)', record, statement, side);
			this.#sides.set(record, sides);
		}
	}
}
