/** The words that search compares: folded, and cut where a script writes none. Papers and queries go through the same. */

import { foldedWords } from '../../util/fold.ts';

/** Scripts that are written without spaces; a stretch of them is searched by pairs of letters. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS = new RegExp(`(?:${UNSPACED.source})+|(?:(?!${UNSPACED.source}).)+`, 'gu');
const BEYOND_LATIN = /[\u0e00-\uffff]/;
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** What stands between words of ASCII, unless that is one space. */
const NOT_A_SPACE = /(?: |[^a-z0-9 ])[^a-z0-9]+|[^a-z0-9 ]/g;

/** A longer word is compared by its beginning: a megabyte without a space costs no more than a word. */
export const LONGEST_WORD = 32;
const TOO_LONG = /([^ ]{32})[^ ]+/g;

/** `State-of-the-Art 深度学习` gives `state of the art 深度 度学 学习 习`. */
export function searchWords(text: string): string[] {
	return wordsIn(spacedWords(text));
}

/** The same with a space before each word, as `PaperLine` has them. */
export function spacedWords(text: string): string {
	if (isAscii(text)) {
		// Four times as fast as the general way, and nine of ten titles are ASCII.
		const spaced = ` ${text.toLowerCase()} `.replace(NOT_A_SPACE, ' ').slice(0, -1);
		return hasLongWord(spaced) ? spaced.replace(TOO_LONG, '$1') : spaced;
	}
	const words = foldedWords(text).flatMap((word) =>
		BEYOND_LATIN.test(word) ? pairsIn(word) : word.slice(0, LONGEST_WORD),
	);
	return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** Whether one of the words, each led by a space, is to be cut. */
function hasLongWord(spaced: string): boolean {
	let start = 0;
	while (spaced.length - start > LONGEST_WORD + 1) {
		const next = spaced.lastIndexOf(' ', start + LONGEST_WORD + 1);
		if (next <= start) {
			return true;
		}
		start = next;
	}
	return false;
}

/** The words of a text that has a space before each. */
export function wordsIn(spaced: string): string[] {
	return spaced === '' ? [] : spaced.slice(1).split(' ');
}

export function isAscii(text: string): boolean {
	return !BEYOND_ASCII.test(text);
}

/** Whether some of the text is in a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
	return BEYOND_LATIN.test(text) && UNSPACED.test(text);
}

/** All letters and digits of a text run together: `gpt-4` is `gpt4`. */
export function joined(text: string): string {
	return spacedWords(text).replaceAll(' ', '');
}

function pairsIn(word: string): string[] {
	return (word.match(RUNS) ?? []).flatMap((run) => (UNSPACED.test(run) ? pairs(run) : run.slice(0, LONGEST_WORD)));
}

/** The last letter stands alone, so that each letter begins a word. */
function pairs(run: string): string[] {
	const letters = [...run];
	return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}
