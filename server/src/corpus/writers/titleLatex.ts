/**
 * Titles for BibTeX, whose styles write most words in lower case. Braces protect names, acronyms and formulas: `{BERT}`,
 * `{$O(N)$}`.
 */

import type { PlainText, RichText } from '../../util/textKinds.ts';
import { plainText } from '../text/richText.ts';
import { plainLatex, richLatex } from './latexText.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** `BERT`, `iPhone`, `3D` */
const INNER_CAPITAL = /.\p{Lu}/u;
const CAPITAL = /^\p{Lu}/u;

export function titleLatex(title: RichText): string {
	const isSentence = hasSentenceCase(plainText(title));
	let isFirst = true;
	return richLatex(title, {
		text: (plain) =>
			protectedWords(plain, (word, before) => {
				const begins = isFirst || /[:.?!]\s+$/.test(before);
				isFirst = false;
				return INNER_CAPITAL.test(word) || (isSentence && !begins && CAPITAL.test(word));
			}),
		math: (formula) => `{${formula}}`,
	});
}

/** `plain` as LaTeX, with the words in braces for which `isProtected` is true. */
function protectedWords(plain: PlainText, isProtected: (word: string, before: string) => boolean): string {
	let latex = '';
	let position = 0;
	for (const { 0: word, index } of plain.matchAll(WORD)) {
		const keeps = isProtected(word, plain.slice(0, index));
		latex += plainLatex(plain.slice(position, index)) + (keeps ? `{${plainLatex(word)}}` : plainLatex(word));
		position = index + word.length;
	}
	return latex + plainLatex(plain.slice(position));
}

/** Whether only names begin with a capital: `Stories of London`, not `Attention Is All You Need`. */
function hasSentenceCase(title: PlainText): boolean {
	const [, ...words] = title.match(WORD) ?? [];
	const long = words.filter((word) => word.length > 3 && /^\p{L}/u.test(word));
	return long.length > 0 && long.filter((word) => CAPITAL.test(word)).length * 2 <= long.length;
}
