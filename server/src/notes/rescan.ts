/**
 * Scans a block that an edit has changed only near the change. What stands before it is known up to a place where the scan
 * rested and had not looked as far as the change; what stands behind it, from a place where both scans rest alike.
 */

import { difference } from './change.ts';
import { type Misspelling, misspellingAt } from './misspelling.ts';
import { movedCitation, movedMisspelling } from './moved.ts';
import { LOOK_BACK } from './nonProse.ts';
import { citationsIn, type Part, type Rest, type Scanned, type ScanOptions } from './scan.ts';
import type { Stretch } from './words.ts';

/** What was found in a stretch. */
export interface Reading extends Omit<Scanned, 'knownFrom'> {
	readonly stretch: Stretch;
	readonly misspellings: readonly Misspelling[];
}

/** Reads a stretch. `before` is what was found in it, or in one like it, before an edit. */
export function readingOf(stretch: Stretch, options: ScanOptions, before?: Reading): Reading {
	const kept = before && before.rests.length > 0 ? keptOf(before, stretch) : undefined;
	const misspellings: Misspelling[] = [];
	const visitAt = (offset: number): void => {
		const misspelling = misspellingAt(stretch, offset - stretch.offset);
		if (misspelling) {
			misspellings.push(misspelling);
		}
	};
	const scanned = citationsIn(
		stretch,
		options.syntaxes.includes('paper') ? { ...options, visitAt } : options,
		kept?.part,
	);
	const read = { stretch, misspellings, ...scanned };
	return kept ? joined(kept.head, read, kept.tailFrom(scanned.knownFrom)) : read;
}

type Found = Pick<Reading, 'citations' | 'misspellings' | 'rests'>;

interface Kept {
	readonly part: Part;
	/** What was found before the part. */
	readonly head: Found;
	/** What was found from this place on, at its place now. */
	readonly tailFrom: (at: number | undefined) => Found;
}

const NOTHING: Found = { citations: [], misspellings: [], rests: [] };

function keptOf(before: Reading, stretch: Stretch): Kept {
	const { from, to, insert } = difference(before.stretch.text, stretch.text);
	const by = from + insert.length - to;
	const start = lastUnseen(before.rests, from);
	let next = before.rests.findIndex(({ at }) => at - LOOK_BACK >= to);
	const mayBeKnownFrom = (at: number): Rest | undefined => {
		while (next >= 0 && (before.rests[next]?.at ?? Number.POSITIVE_INFINITY) + by < at) {
			next++;
		}
		const rest = before.rests[next];
		return rest && rest.at + by === at ? rest : undefined;
	};
	const moved = stretch.offset - before.stretch.offset;
	return {
		part: { mayBeKnownFrom, ...(start && { from: start }) },
		head: start ? movedFound(between(before, 0, start.at), moved, 0) : NOTHING,
		tailFrom: (at) =>
			at === undefined ? NOTHING : movedFound(between(before, at - by, Number.POSITIVE_INFINITY), moved + by, by),
	};
}

/** The last rest up to which the scan has not looked as far as `place`. */
function lastUnseen(rests: readonly Rest[], place: number): Rest | undefined {
	const seen = rests.findIndex(({ reach }) => reach > place);
	return rests[(seen < 0 ? rests.length : seen) - 1];
}

/** What was found between two rests, without the rest at `to`. */
function between({ stretch: { offset }, citations, misspellings, rests }: Reading, from: number, to: number): Found {
	const isIn = (at: number): boolean => from < at - offset && at - offset <= to;
	return {
		citations: citations.filter(({ span }) => isIn(span.end)),
		misspellings: misspellings.filter(({ span }) => isIn(span.start + 1)),
		rests: rests.filter(({ at }) => from < at && at <= to),
	};
}

function movedFound({ citations, misspellings, rests }: Found, by: number, restsBy: number): Found {
	return {
		citations: by === 0 ? citations : citations.map((citation) => movedCitation(citation, by)),
		misspellings: by === 0 ? misspellings : misspellings.map((misspelling) => movedMisspelling(misspelling, by)),
		rests:
			restsBy === 0 ? rests : rests.map((rest) => ({ ...rest, at: rest.at + restsBy, reach: rest.reach + restsBy })),
	};
}

function joined(head: Found, read: Reading, tail: Found): Reading {
	return {
		...read,
		citations: [...head.citations, ...read.citations, ...tail.citations],
		misspellings: [...head.misspellings, ...read.misspellings, ...tail.misspellings],
		rests: read.dependsOnLater ? [] : [...head.rests, ...read.rests, ...tail.rests],
	};
}
