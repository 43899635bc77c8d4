/** Which of a paper's keys a mistyped one is nearest to. */

import type { Corpus, PaperRef } from '../../corpus/corpus.ts';
import { ownKey } from '../../corpus/keys.ts';
import { editDistance } from '../../util/editDistance.ts';
import { foldText } from '../../util/fold.ts';

/** In letters. A key that is further away was not what the writer had in mind. */
const MAX_SLIPS = 2;

/**
 * The key to offer for a paper: of the keys that its sources give, the one that is at most two typing errors away from
 * the reference, since the note may be rendered with the file that has it. Otherwise, and on equal distance, the
 * canonical key. Generated names and identifiers are not offered.
 */
export function nearestName(corpus: Corpus, reference: string, { id, key }: PaperRef): string {
	const given = corpus.paper(id)?.sources.flatMap((source) => ownKey(source) ?? []) ?? [];
	const names = [...new Set([key, ...given])];
	return names.length === 1
		? key
		: names.reduce((nearest, name) => (slips(reference, name) < slips(reference, nearest) ? name : nearest));
}

/** Wrong letters, case and accents aside. */
function slips(reference: string, name: string): number {
	return editDistance(foldText(reference), foldText(name), MAX_SLIPS) ?? MAX_SLIPS + 1;
}
