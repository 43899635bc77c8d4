/** Whether a text contains a term: a folded text with a space before each word, or an abstract as written. */

import type { QueryTerm } from './query.ts';
import { isAscii, spacedWords } from './searchWords.ts';
import { apartOf } from './termForms.ts';

/**
 * A phrase must be there word for word. For a word, each piece must be a prefix of a word, or all pieces joined must
 * be.
 */
export function inText(text: string, term: QueryTerm): boolean {
	return term.kind === 'phrase'
		? `${text} `.includes(` ${term.parts.join(' ')} `)
		: term.parts.every((part) => beginsIn(text, part)) || text.includes(` ${term.whole}`);
}

function beginsIn(text: string, word: string): boolean {
	return text.includes(` ${word}`) || (apartOf(word) !== undefined && text.includes(` ${apartOf(word)?.join(' ')}`));
}

/** The same for a text as written: folding hundreds of abstracts would take ten times as long. */
export function inAbstract(text: string, term: QueryTerm): boolean {
	return isAscii(text) ? patternsOf(term).every((pattern) => pattern.test(text)) : inText(spacedWords(text), term);
}

const patterns = new WeakMap<QueryTerm, readonly RegExp[]>();

/** Patterns that all match an ASCII text which contains the term, whatever is between its words. */
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

/** Drops characters with a meaning in a regular expression. */
function bare(word: string): string {
	return word.replace(/[^\p{L}\p{N}]/gu, '');
}

const BEFORE = '(?<![a-z0-9])';
