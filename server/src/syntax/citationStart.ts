/** Where a citation may begin, in each syntax. */

const WORD = String.raw`\p{L}\p{N}`;

const ASCII_WORD = /[A-Za-z\d]/;

const WORD_BEFORE = new RegExp(`[${WORD}]$`, 'u');

/** Letters of scripts that put no space between words. */
const SPACELESS_BEFORE =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]$/u;

function characterBefore(text: string, start: number): string {
	return text.slice(Math.max(0, start - 2), start);
}

/** Whether a letter or digit precedes. Then Pandoc's `@key` is part of a word: `me@example.org`. */
export function mayBeginAt(text: string, start: number): boolean {
	const code = text.charCodeAt(start - 1);
	return code < 128 ? !ASCII_WORD.test(text[start - 1] ?? '') : !WORD_BEFORE.test(characterBefore(text, start));
}

/**
 * Whether `@paper[` may begin here: not inside a word, so `me@paper[x]` is not a citation. After a Chinese, Japanese,
 * Korean or Thai letter it is one, because no space separates words there.
 */
export function paperMayBeginAt(text: string, start: number): boolean {
	return mayBeginAt(text, start) || SPACELESS_BEFORE.test(characterBefore(text, start));
}

/** Regular expression for an `@` that a key may follow: not inside a word, and not escaped by a backslash. */
export const KEY_SIGN = String.raw`(?<![${WORD}\\])@`;
