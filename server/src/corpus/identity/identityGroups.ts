/** Groups records into papers: all records that are connected by ties, as far as people do not call them two papers. */

import type { Tie } from './relation.ts';
import type { Side } from './statedIdentity.ts';
import type { TiedRecord } from './ties.ts';

/** The members of `records`, grouped, in the order of each group's first record. `tiesOf` may name others as well. */
export function connectedRecords<R>(
	records: readonly R[],
	tiesOf: (record: R) => readonly R[],
): readonly (readonly R[])[] {
	const groups = new Map<R, R[]>(records.map((record) => [record, [record]]));
	for (const record of records) {
		for (const other of tiesOf(record)) {
			join(groups, record, other);
		}
	}
	return [...new Set(groups.values())];
}

function join<R>(groups: Map<R, R[]>, one: R, other: R): void {
	const [into, from] = [groups.get(one), groups.get(other)];
	if (into === undefined || from === undefined || into === from) {
		return;
	}
	const [larger, smaller] = into.length >= from.length ? [into, from] : [from, into];
	for (const record of smaller) {
		larger.push(record);
		groups.set(record, larger);
	}
}

/** What `recordsApart` knows of the records. */
export interface StatedTies<R> {
	readonly tiesOf: (record: R) => readonly TiedRecord<R>[];
	/** A record's facts: the ties are taken in an order that depends on nothing else. */
	readonly factsOf: (record: R) => number;
	readonly sidesOf: (record: R) => readonly Side[];
}

const STRONGEST_FIRST: readonly Tie[] = ['statement', 'identifier', 'title', 'key'];

/**
 * The same where people call some of the records two papers. No group holds records of both: of several ties that would
 * lead from one to the other, the strongest are kept.
 */
export function recordsApart<R>(
	records: readonly R[],
	{ tiesOf, factsOf, sidesOf }: StatedTies<R>,
): readonly (readonly R[])[] {
	const groups = new Map<R, R[]>(records.map((record) => [record, [record]]));
	const ties = records.flatMap((record) =>
		tiesOf(record).map(({ record: other, tie }) => {
			const [low = 0, high = 0] = [factsOf(record), factsOf(other)].sort((a, b) => a - b);
			return { record, other, rank: STRONGEST_FIRST.indexOf(tie), low, high };
		}),
	);
	for (const { record, other } of ties.sort((a, b) => a.rank - b.rank || a.low - b.low || a.high - b.high)) {
		const [one = [], another = []] = [groups.get(record), groups.get(other)];
		if (!areCalledTwo(one.flatMap(sidesOf), another.flatMap(sidesOf))) {
			join(groups, record, other);
		}
	}
	return [...new Set(groups.values())];
}

function areCalledTwo(one: readonly Side[], other: readonly Side[]): boolean {
	const sides = new Map(one.map(({ statement, side }) => [statement, side]));
	return other.some(({ statement, side }) => (sides.get(statement) ?? side) !== side);
}
