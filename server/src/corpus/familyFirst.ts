/** Scripts in which a person's family name comes first: Chinese, Japanese and Korean. */

const LETTERS = /^(?:(?![·・‧•･])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}])+$/u;

/** Whether `word` is a name, or part of one, in such a script. A middle dot, as in `约翰·史密斯`, marks a foreign name. */
export function isFamilyFirstWord(word: string): boolean {
	// Most names are Latin, and their first letter shows that at once.
	return word.charCodeAt(0) >= 0x1100 && LETTERS.test(word);
}

/** Whether these are the two parts of such a name written with a space: `张 伟`. */
export function isFamilyFirstName([first = '', second = '', ...more]: readonly string[]): boolean {
	return more.length === 0 && isFamilyFirstWord(first) && isFamilyFirstWord(second);
}
