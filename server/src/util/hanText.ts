/**
 * Chinese characters in other forms: as pinyin, and simplified. The tables for this are large, so it is a separate bundle
 * (`imports` in package.json) that is loaded for the first text with such characters.
 */

import { CustomConverter } from 'opencc-js/core';
import traditionalCharacters from 'opencc-js/dict/TSCharacters';
import { pinyin } from 'pinyin-pro';

/** Each character of a name as pinyin without tones, its first character read as a surname: `zeng guo fan` for `曾国藩`. */
export function syllablesOf(name: string): readonly string[] {
	return pinyin(name, { mode: 'surname', toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}

/** Traditional characters become simplified ones, one by one: `张伟` for `張偉`. */
export const simplified: (text: string) => string = CustomConverter(traditionalCharacters);
