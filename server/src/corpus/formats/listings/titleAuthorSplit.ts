/**
 * Where, in a line of a compact listing, the title ends and the authors begin:
 * `...A Survey of State Spaces ModelsXingtai Lv, Youbang Sun`.
 *
 * Every place where a capital follows without a space could be it (`GFlow|Nets`, `Models|Xingtai`). Each is judged from
 * both sides: the names that would follow must all be names, and the title should end on a whole word. What the file
 * tells elsewhere counts most: words of the paper's abstract end titles, names of other papers' authors begin lists.
 */

import type { Span } from '../../../util/span.ts';
import { isParticle } from '../people/authorName.ts';
import { isSuffix } from '../people/nameSuffix.ts';
import { type NameEvidence, nameScore } from '../people/personName.ts';
import { type TitleEvidence, titleEndScore } from './titleEnd.ts';

export type SplitEvidence = NameEvidence & TitleEvidence;

export interface Split {
	/** The offset at which the first author's name begins. */
	readonly offset: number;
	readonly score: number;
}

const CAPITAL = /\p{Lu}/u;
/** No name begins directly after one of these: they connect the capital to the text before. */
const BINDING = /[\s\-–—:,;/\\([{“‘&@_^=~|<]/;
/** Before a capital inside a name: `O'`, `d'`, or the initial of `J.K. Rowling`. */
const WITHIN_NAME = /(?:^|[^\p{L}])(?:\p{L}{1,2}['’‘]|\p{Lu}\.)$/u;
/** An author list that begins with a particle: `...Modelsvan den Oord`. */
const LOWER_START = /^(\p{Ll}{1,5}) (?:\p{Ll}{1,5} )*\p{Lu}/u;

/** In characters. Names that begin further before a comma are not considered. */
const MAX_NAME_LENGTH = 80;

/** The best split of `line` (title and names, without `et al.` and affiliations); undefined if there is none. */
export function splitTitle(line: string, evidence: SplitEvidence): Split | undefined {
	let best: Split | undefined;
	let laterNames = 0;
	for (const stretch of stretchesFromEnd(line)) {
		for (const offset of candidates(line, stretch)) {
			const first = nameScore(line.slice(offset, stretch.end).trim(), evidence);
			const title =
				titleEndScore(line.slice(0, offset), evidence) - (opensStretch(line, stretch.start, offset) ? 2 : 0);
			const score = (first ?? -Infinity) + laterNames + title;
			best = score > (best?.score ?? -Infinity) ? { offset, score } : best;
		}
		const whole = line.slice(stretch.start, stretch.end).trim();
		const score = isSuffix(whole) ? 0 : nameScore(whole, evidence);
		if (score === undefined) {
			break;
		}
		laterNames += Math.min(0, score);
	}
	return best;
}

/**
 * Whether the split is inside the first word after a comma, as in `, Dong|Hyun Choi`. That is more often a name than the
 * end of a title.
 */
function opensStretch(line: string, start: number, offset: number): boolean {
	return start > 0 && !line.slice(start, offset).trimStart().includes(' ');
}

/** The stretches between commas, the last one first. */
function* stretchesFromEnd(line: string): Generator<Span> {
	for (let end = line.length; end > 0; ) {
		const comma = line.lastIndexOf(',', end - 1);
		yield { start: comma + 1, end };
		end = comma;
	}
}

/** The places in a stretch where a name may begin that extends to its end, the last one first. */
function* candidates(line: string, { start, end }: Span): Generator<number> {
	for (let offset = end - 1; offset > Math.max(start, end - MAX_NAME_LENGTH); offset--) {
		if (!BINDING.test(line.charAt(offset - 1)) && beginsName(line, offset)) {
			yield offset;
		}
	}
}

function beginsName(line: string, offset: number): boolean {
	if (CAPITAL.test(line.charAt(offset))) {
		return !WITHIN_NAME.test(line.slice(Math.max(0, offset - 4), offset));
	}
	return isParticle(LOWER_START.exec(line.slice(offset, offset + 24))?.[1] ?? '');
}
