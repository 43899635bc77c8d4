/** Folds text: drops case, accents and typographic variants. For search, keys and comparison. */

import type { PlainText } from './textKinds.ts';

/** Letters that Unicode does not decompose, with their replacements on a plain keyboard. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ł', 'l'],
	['ħ', 'h'],
	['ı', 'i'],
	['ŋ', 'n'],
	['ŧ', 't'],
]);

const MARKS = /\p{M}+/gu;
const UNDECOMPOSED = /[ßæœøđðþłħıŋŧ]/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Lower case, compatibility forms resolved (`ﬁ` is `fi`, `Ａ` is `a`, `ｶﾞ` is `カ`), accents dropped. `Müller-Łoś` becomes `muller-los`. */
export function foldText(text: PlainText): string {
	const lower = text.toLowerCase();
	if (!BEYOND_ASCII.test(lower)) {
		return lower;
	}
	// Some compatibility forms resolve to capitals: a mathematical bold A, a trade mark sign.
	return lower
		.normalize('NFKD')
		.toLowerCase()
		.replace(MARKS, '')
		.replace(UNDECOMPOSED, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** The folded words of a text in order. `State-of-the-Art: GPT-4` gives `state of the art gpt 4`. */
export function foldedWords(text: PlainText): string[] {
	return foldText(text).match(WORDS) ?? [];
}
