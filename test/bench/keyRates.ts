/** How often the paper whose key was mistyped is offered, and how often first. */

import { likelyPapers } from '../../server/src/features/likelyPapers.ts';
import { sureCorrection } from '../../server/src/features/sureCorrection.ts';
import { editDistance } from '../../server/src/util/editDistance.ts';
import type { WorkspaceView } from '../../server/src/workspace/view.ts';
import { type Below, mistype, mistypeTwice, SLIPS, type Slip } from '../support/mistyping.ts';

export interface KeyRates {
	readonly slips: 1 | 2;
	readonly kind: Slip;
	readonly cases: number;
	/** Mistyped keys that are another paper's: nothing is asked of them. */
	readonly others: number;
	readonly offered: number;
	readonly first: number;
	/** Not first, where the key of the paper that is first is as near, or nearer: nobody could tell. */
	readonly asNear: number;
	/** Where the correction was called sure, and where it was sure and wrong. */
	readonly sure: number;
	readonly wronglySure: number;
	/** Milliseconds of the processor, each. */
	readonly times: readonly number[];
	/** Cases in which the paper was not offered, and what was first. */
	readonly missed: readonly string[];
}

/** `pick` gives a random key. */
export function keyRates(
	view: WorkspaceView,
	pick: (below: Below) => string,
	{ cases, below }: { readonly cases: number; readonly below: Below },
): KeyRates[] {
	return ([1, 2] as const).flatMap((slips) =>
		SLIPS.map((kind) => {
			const asked = Array.from({ length: cases }, () => {
				const key = pick(below);
				return { key, written: (slips === 1 ? mistype : mistypeTwice)(key, kind, below) };
			}).filter(({ written }) => written !== undefined);
			return ratesOf(view, asked as readonly Asked[], { slips, kind });
		}),
	);
}

interface Asked {
	readonly key: string;
	readonly written: string;
}

function ratesOf(
	view: WorkspaceView,
	asked: readonly Asked[],
	{ slips, kind }: Pick<KeyRates, 'slips' | 'kind'>,
): KeyRates {
	const rates = { cases: 0, others: 0, offered: 0, first: 0, asNear: 0, sure: 0, wronglySure: 0 };
	const times: number[] = [];
	const missed: string[] = [];
	for (const { key, written } of asked) {
		const [paper] = view.resolve(key);
		if (paper === undefined || view.resolve(written).length > 0) {
			rates.others++;
			continue;
		}
		rates.cases++;
		const began = process.cpuUsage();
		const found = likelyPapers(view, written);
		const { user, system } = process.cpuUsage(began);
		times.push((user + system) / 1000);
		const place = found.findIndex(({ id }) => id === paper.id);
		rates.offered += Number(place >= 0);
		rates.first += Number(place === 0);
		rates.asNear += Number(place !== 0 && found[0] !== undefined && isAsNear(written, found[0].key, key));
		const sure = sureCorrection(view, written);
		rates.sure += Number(sure !== undefined);
		rates.wronglySure += Number(sure !== undefined && sure.id !== paper.id);
		if (place < 0) {
			missed.push(`${written} for ${key}: ${found[0]?.key}`);
		}
	}
	return { slips, kind, ...rates, times, missed };
}

function isAsNear(written: string, one: string, other: string): boolean {
	const slips = (key: string): number =>
		editDistance(written.toLowerCase(), key.toLowerCase(), written.length) ?? Number.POSITIVE_INFINITY;
	return slips(one) <= slips(other);
}
