/** Which records are tied to a record. Depends only on it, on the records that share a mark with it, and on theirs. */

import type { Identity } from './identity.ts';
import { type Relation, relationOf, type Tie } from './relation.ts';
import type { IdentityStatement } from './statedIdentity.ts';

/** The records among which ties are looked for. */
export interface RecordPool<R> {
	identityOf(record: R): Identity;
	/** The other records that share a mark with `record`; of records with the same facts, one is enough. */
	candidatesOf(record: R): readonly R[];
	/** Whether all facts about two records are the same. */
	areSame(one: R, other: R): boolean;
	/** What people state about two records. If absent, nothing. */
	readonly statedOf?: (one: R, other: R) => IdentityStatement['kind'] | undefined;
}

export interface TiedRecord<R> {
	readonly record: R;
	readonly tie: Tie;
}

/** The records that describe the same paper as `record`. */
export function tiesOf<R>(pool: RecordPool<R>, record: R): readonly R[] {
	return tiedRecords(pool, record).map((tied) => tied.record);
}

/** The same, each with what ties it. */
export function tiedRecords<R>(pool: RecordPool<R>, record: R): readonly TiedRecord<R>[] {
	return keptTies(pool, record).filter((tied) => isSure(tied) || !isTorn(pool, tied.record, record));
}

/**
 * Poor records whose ties do not all hold because `record` is there. `tie`: only those tied to it by that.
 */
export function tornBy<R>(pool: RecordPool<R>, record: R, only?: Tie): readonly R[] {
	return allTies(pool, record)
		.filter((tied) => !isSure(tied) && tied.tie === (only ?? tied.tie) && isTorn(pool, tied.record, record))
		.map((tied) => tied.record);
}

/** Whether `record` is poor, and its tie to `other` does not hold. */
function isTorn<R>(pool: RecordPool<R>, record: R, other: R): boolean {
	return isPoor(pool.identityOf(record)) && !keptTies(pool, record).some((tied) => pool.areSame(tied.record, other));
}

/**
 * Without the ties of a poor record to records that contradict each other: it may be the same paper as either, and must
 * not make them one.
 */
function keptTies<R>(pool: RecordPool<R>, record: R): readonly TiedRecord<R>[] {
	const identity = pool.identityOf(record);
	const tied = allTies(pool, record);
	if (tied.length < 2 || !isPoor(identity)) {
		return tied;
	}
	const weak = tied.filter((one) => !isSure(one)).map((one) => one.record);
	const isApart = (one: R): boolean =>
		weak.some((other) => other !== one && areApart(relationIn(pool, one, other), identity));
	return tied.filter((one) => isSure(one) || !isApart(one.record));
}

function allTies<R>(pool: RecordPool<R>, record: R): readonly TiedRecord<R>[] {
	return pool.candidatesOf(record).flatMap((other) => {
		const { tie } = relationIn(pool, record, other);
		return tie === undefined ? [] : [{ record: other, tie }];
	});
}

/** How two records are related: what people state counts before what the records say. */
export function relationIn<R>(pool: RecordPool<R>, one: R, other: R): Relation {
	switch (pool.statedOf?.(one, other)) {
		case 'one':
			return { tie: 'statement', contradict: false, isNear: false };
		case 'two':
			return { tie: undefined, contradict: true, isNear: false };
		default:
			return relationOf(pool.identityOf(one), pool.identityOf(other));
	}
}

/** Whether nothing else can undo the tie. */
function isSure({ tie }: { readonly tie: Tie }): boolean {
	return tie === 'statement' || tie === 'identifier';
}

/** A record without title can only complete records that are one paper. */
function areApart({ tie, contradict }: Relation, { title }: Identity): boolean {
	return contradict || (title === '' && tie === undefined);
}

/** Whether a record says too little to tell two papers of one title apart. */
export function isPoor({ year, container, title }: Identity): boolean {
	return year === undefined || container.length === 0 || title === '';
}
