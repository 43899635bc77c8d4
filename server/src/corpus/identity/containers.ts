/** Whether two records name the same journal or volume of proceedings, however they abbreviate it. */

import { foldedWords } from '../../util/fold.ts';
import type { PlainText } from '../../util/textKinds.ts';

/** Words that one source writes and another leaves out. */
const SLIGHT: ReadonlySet<string> = new Set(
	'a an and at de der des die du el et for fur i in la le of on the und y acm ieee aaai usenix proc proceedings conf conference conferences meeting annual international intl int symposium workshop advances nd rd st th'.split(
		' ',
	),
);

/** A subtitle, a place or a note follows: `BMJ (Clinical research ed.)`, `Spine: An International Journal`. */
const TAIL = /\s*(?:[:;=([—/]| - | -- ).*$/su;

const HAS_DIGIT = /\d/;

/** The words that make a container's name, folded. Empty if there is none. */
export function containerWords(name: PlainText): readonly string[] {
	const head = name.replace(TAIL, '');
	const words = foldedWords(head === '' ? name : head).filter((word) => !HAS_DIGIT.test(word));
	const significant = words.filter((word) => !SLIGHT.has(word));
	return significant.length > 0 ? significant : words;
}

/** Undefined if one of them names no container. */
export function sameContainer(a: readonly string[], b: readonly string[]): boolean | undefined {
	if (a.length === 0 || b.length === 0) {
		return undefined;
	}
	return a.length === b.length ? a.every((word, index) => abbreviates(word, b[index] ?? '')) : isAcronym(a, b);
}

function abbreviates(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a) || (a.charAt(0) === b.charAt(0) && isContraction(a, b));
}

/** `natl` of `national`, `dtsch` of `deutsche`: letters of the longer word in their order. */
function isContraction(a: string, b: string): boolean {
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	let at = 0;
	for (const letter of shorter) {
		at = longer.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return shorter.length <= 5 && shorter.length >= 2;
}

/** `jama` for `journal american medical association`. */
function isAcronym(a: readonly string[], b: readonly string[]): boolean {
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	return shorter.length === 1 && shorter[0] === longer.map((word) => word.charAt(0)).join('');
}
