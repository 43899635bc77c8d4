/** How often the paper whose key was mistyped is offered, and how often first. */

import { suggestedPapers } from '../../server/src/features/suggestions/suggestedPapers.ts';
import { sureCorrection } from '../../server/src/features/suggestions/sureCorrection.ts';
import { editDistance } from '../../server/src/util/editDistance.ts';
import { foldText } from '../../server/src/util/fold.ts';
import type { WorkspaceView } from '../../server/src/workspace/view.ts';
import type { KeyLibrary } from '../support/keyLibraries.ts';
import { type Below, mistype, mistypeTwice, SLIPS, type Slip } from '../support/mistyping.ts';

interface MistypedKey {
	readonly slips: 1 | 2;
	readonly kind: Slip;
	readonly key: string;
	readonly written: string;
}

export interface KeyAnswer extends MistypedKey {
	readonly isOffered: boolean;
	readonly isFirst: boolean;
	/** Not first, but the key that is first is no farther from what was written: nobody could tell. */
	readonly isAsNear: boolean;
	/** Whether the correction was called sure; where it was, whether it was right. */
	readonly sure: 'right' | 'wrong' | undefined;
	/** The key that is first. */
	readonly first: string | undefined;
	/** Of the processor. */
	readonly ms: number;
}

/** Keys picked at random, so many of each kind, mistyped once and twice. Those that then name a paper are left out. */
export function mistypedKeys({ view, keys }: KeyLibrary, cases: number, below: Below): MistypedKey[] {
	const kinds = ([1, 2] as const).flatMap((slips) => SLIPS.map((kind) => ({ slips, kind })));
	const picked = kinds.flatMap((kind) => Array.from({ length: cases }, () => kind));
	return picked.flatMap(({ slips, kind }) => {
		const key = keys[below(keys.length)] ?? '';
		const written = (slips === 1 ? mistype : mistypeTwice)(key, kind, below);
		const isWrong = written !== undefined && view.resolve(written).length === 0;
		return isWrong && view.resolve(key).length === 1 ? [{ slips, kind, key, written }] : [];
	});
}

export function keyAnswer(view: WorkspaceView, mistyped: MistypedKey): KeyAnswer {
	const { key, written } = mistyped;
	const meant = view.resolve(key)[0]?.id;
	const began = process.cpuUsage();
	const [first, ...others] = suggestedPapers(view, written);
	const { user, system } = process.cpuUsage(began);
	const isFirst = first?.id === meant;
	const sure = sureCorrection(view, written);
	return {
		...mistyped,
		isOffered: isFirst || others.some(({ id }) => id === meant),
		isFirst,
		isAsNear: !isFirst && first !== undefined && slipsTo(written, first.key) <= slipsTo(written, key),
		sure: sure && (sure.id === meant ? 'right' : 'wrong'),
		first: first?.key,
		ms: (user + system) / 1000,
	};
}

function slipsTo(written: string, key: string): number {
	const [one, other] = [foldText(written), foldText(key)];
	return editDistance(one, other, Math.max(one.length, other.length)) ?? Number.POSITIVE_INFINITY;
}

/** In a hundred. */
export function shareOf(answers: readonly KeyAnswer[], has: (answer: KeyAnswer) => boolean): number {
	return (100 * answers.filter(has).length) / answers.length;
}
