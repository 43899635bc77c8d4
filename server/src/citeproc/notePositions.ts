/**
 * Which citations of a note style repeat earlier ones, so that they can be shorter
 * (https://docs.citationstyles.org/en/stable/specification.html#choose, `position`). Each citation is a footnote.
 */

import type { Cite } from './rendering.ts';

/** The numbers that citeproc has for positions. */
const POSITION = { first: 0, subsequent: 1, ibid: 2, ibidWithLocator: 3 } as const;

export interface CitePosition {
	readonly position: number;
	readonly 'near-note'?: boolean;
	readonly 'first-reference-note-number'?: number;
}

/** For each citation the positions of its cites. `nearDistance`: so many footnotes later is still near. */
export function notePositions(
	citations: readonly (readonly Cite[])[],
	nearDistance: number,
): readonly (readonly CitePosition[])[] {
	const firstNote = new Map<number, number>();
	const lastNote = new Map<number, number>();
	return citations.map((cites, index) =>
		cites.map((cite, place) => {
			const note = index + 1;
			const first = firstNote.get(cite.paper);
			const last = lastNote.get(cite.paper);
			lastNote.set(cite.paper, note);
			if (first === undefined) {
				firstNote.set(cite.paper, note);
				return { position: POSITION.first };
			}
			return {
				position: repetition(cite, precedingCite(citations, index, place)),
				'near-note': last !== undefined && note - last <= nearDistance,
				'first-reference-note-number': first,
			};
		}),
	);
}

/** The cite right before: in the same citation, or the only one of the citation before. */
function precedingCite(citations: readonly (readonly Cite[])[], index: number, place: number): Cite | undefined {
	const before = citations[index - 1];
	return place > 0 ? citations[index]?.[place - 1] : before?.length === 1 ? before[0] : undefined;
}

function repetition(cite: Cite, preceding: Cite | undefined): number {
	if (preceding?.paper !== cite.paper || (preceding.locator !== undefined && cite.locator === undefined)) {
		return POSITION.subsequent;
	}
	const isSamePlace = preceding.locator === cite.locator && preceding.label === cite.label;
	return isSamePlace ? POSITION.ibid : POSITION.ibidWithLocator;
}
