/**
 * Splits text into the words that search compares: folded, and split into pairs of letters in scripts without spaces.
 * Papers and queries are split in the same way.
 */

import { foldedWords } from '../../util/fold.ts';

/** Scripts written without spaces. Text in them is searched by pairs of letters. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS = new RegExp(`(?:${UNSPACED.source})+|(?:(?!${UNSPACED.source}).)+`, 'gu');
const BEYOND_LATIN = /[\u0e00-\uffff]/;
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** Whatever is between words of ASCII, unless it is a single space. */
const NOT_A_SPACE = /(?: |[^a-z0-9 ])[^a-z0-9]+|[^a-z0-9 ]/g;

/** Longer words are compared by this prefix: a megabyte without a space costs no more than a word. */
export const MAX_WORD_LENGTH = 32;
const TOO_LONG = /([^ ]{32})[^ ]+/g;

/** `State-of-the-Art 深度学习` gives `state of the art 深度 度学 学习 习`. */
export function searchWords(text: string): string[] {
	return wordsIn(spacedWords(text));
}

/** The same words as one string with a space before each, as in `PaperLine`. */
export function spacedWords(text: string): string {
	if (isAscii(text)) {
		// Four times as fast as the general way; nine of ten titles are ASCII.
		const spaced = ` ${text.toLowerCase()} `.replace(NOT_A_SPACE, ' ').slice(0, -1);
		return hasLongWord(spaced) ? spaced.replace(TOO_LONG, '$1') : spaced;
	}
	const words = foldedWords(text).flatMap((word) =>
		BEYOND_LATIN.test(word) ? pairsIn(word) : word.slice(0, MAX_WORD_LENGTH),
	);
	return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** Whether one of the words, each preceded by a space, must be cut. */
function hasLongWord(spaced: string): boolean {
	let start = 0;
	while (spaced.length - start > MAX_WORD_LENGTH + 1) {
		const next = spaced.lastIndexOf(' ', start + MAX_WORD_LENGTH + 1);
		if (next <= start) {
			return true;
		}
		start = next;
	}
	return false;
}

/** The words of a text with a space before each. */
export function wordsIn(spaced: string): string[] {
	return spaced === '' ? [] : spaced.slice(1).split(' ');
}

export function isAscii(text: string): boolean {
	return !BEYOND_ASCII.test(text);
}

/** Whether some of the text is in a script without spaces. */
export function isUnspaced(text: string): boolean {
	return BEYOND_LATIN.test(text) && UNSPACED.test(text);
}

/** All letters and digits of a text joined: `gpt-4` gives `gpt4`. */
export function joined(text: string): string {
	return spacedWords(text).replaceAll(' ', '');
}

function pairsIn(word: string): string[] {
	return (word.match(RUNS) ?? []).flatMap((run) => (UNSPACED.test(run) ? pairs(run) : run.slice(0, MAX_WORD_LENGTH)));
}

/** The pairs of adjacent letters. The last letter stands alone, so that each letter begins a word. */
function pairs(run: string): string[] {
	const letters = [...run];
	return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}
