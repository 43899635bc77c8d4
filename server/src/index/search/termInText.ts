/** Whether a text has what a term asks for: a folded one with a space before each word, or an abstract as it is written. */

import type { QueryTerm } from './query.ts';
import { isAscii, spacedWords } from './searchWords.ts';
import { apartOf } from './termForms.ts';

/** A phrase stands as it is; of a word each piece begins a word, or all together begin one. */
export function inText(text: string, term: QueryTerm): boolean {
	return term.kind === 'phrase'
		? `${text} `.includes(` ${term.parts.join(' ')} `)
		: term.parts.every((part) => beginsIn(text, part)) || text.includes(` ${term.whole}`);
}

function beginsIn(text: string, word: string): boolean {
	return text.includes(` ${word}`) || (apartOf(word) !== undefined && text.includes(` ${apartOf(word)?.join(' ')}`));
}

/** The same in a text as it is written: to fold hundreds of abstracts would take ten times as long. */
export function inAbstract(text: string, term: QueryTerm): boolean {
	return isAscii(text) ? patternsOf(term).every((pattern) => pattern.test(text)) : inText(spacedWords(text), term);
}

const patterns = new WeakMap<QueryTerm, readonly RegExp[]>();

/** All of them are found in a text without accents that has the term, whatever stands between its words. */
function patternsOf(term: QueryTerm): readonly RegExp[] {
	let known = patterns.get(term);
	if (known === undefined) {
		known =
			term.kind === 'phrase' ? [new RegExp(`${BEFORE}${sideBySide(term.parts)}`, 'i')] : term.parts.map(wordPattern);
		patterns.set(term, known);
	}
	return known;
}

function wordPattern(word: string): RegExp {
	const apart = apartOf(word);
	return new RegExp(`${BEFORE}(?:${bare(word)}${apart ? `|${sideBySide(apart)}` : ''})`, 'i');
}

function sideBySide(words: readonly string[]): string {
	return `${words.map(bare).join('[^a-z0-9]+')}(?![a-z0-9])`;
}

/** Without what is more than a letter to a pattern. */
function bare(word: string): string {
	return word.replace(/[^\p{L}\p{N}]/gu, '');
}

const BEFORE = '(?<![a-z0-9])';
