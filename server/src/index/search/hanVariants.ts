/** Names in Chinese characters, in the other forms that people type: pinyin, its initials, and simplified characters. */

import { hanLibrary } from '../../util/hanLibrary.node.ts';
import { joined, searchWords } from './searchWords.ts';

const HAN = /\p{Script=Han}/u;
/** Japanese names with kana are not read as Chinese. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A longer text is no person's name, and nobody types its initials. */
const MAX_NAME_LENGTH = 8;

/**
 * Other forms of a name written with the family name first. For `張曉明` these are `zhangxiaoming`, `xiaoming` and `ming`,
 * so that a word may begin with any part of the name; the initials `zxm`; and the words of `张晓明`.
 */
export function hanVariants(name: string): readonly string[] {
	if (!HAN.test(name) || KANA.test(name)) {
		return [];
	}
	const simple = hanLibrary().simplified(name);
	return [...(simple === name ? [] : searchWords(simple)), ...pinyinVariants(name)];
}

function pinyinVariants(name: string): readonly string[] {
	const syllables = hanLibrary().syllablesOf(name);
	if (syllables.length < 2 || syllables.length > MAX_NAME_LENGTH) {
		return syllables.length === 1 ? syllables : [];
	}
	const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
	return [...syllables.flatMap((_, start) => spellings(syllables.slice(start).join(''))), initials];
}

/** `lv` is how `lü` is typed; passports have `lyu`, and many write `lu`. */
function spellings(pinyin: string): readonly string[] {
	return /[ln]v/.test(pinyin)
		? [pinyin, joined(pinyin.replace(/(?<=[ln])v/g, 'u')), pinyin.replace(/(?<=[ln])v/g, 'yu')]
		: [pinyin];
}

/** A word of a query with traditional characters as simplified ones; others stay as they are. */
export function simplifiedHan(word: string): string {
	return HAN.test(word) ? hanLibrary().simplified(word) : word;
}
