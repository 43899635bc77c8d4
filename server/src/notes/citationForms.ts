/** The three ways to cite a paper, in each syntax. Completion, card and light bulb offer them. */

import { keyEnd } from '../syntax/key.ts';
import type { CitationMode, CitationSyntax } from './citation.ts';

/** One way to cite a paper, and how it is written. */
export interface CitationForm {
	readonly mode: CitationMode;
	/** A complete citation: `@paper[+@key]`. */
	readonly text: string;
}

/**
 * The three citations of one paper, the most common first. For `paper` these are `@paper[key]`, `@paper[+@key]` and
 * `@paper[-@key]`; for `pandoc` they are `[@key]`, `@key` and `[-@key]`.
 */
export function citationForms(syntax: CitationSyntax, key: string): readonly CitationForm[] {
	return CITATION_MODES.map((mode) => ({ mode, text: citationText(syntax, mode, key) }));
}

/** The most common first. */
export const CITATION_MODES: readonly CitationMode[] = ['parenthetical', 'inText', 'suppressAuthor'];

function citationText(syntax: CitationSyntax, mode: CitationMode, key: string): string {
	if (syntax === 'paper') {
		return `@paper[${PAPER_MARKS[mode]}${key}]`;
	}
	return mode === 'inText' ? `@${pandocKey(key)}` : `[${PANDOC_MARKS[mode]}${pandocKey(key)}]`;
}

/** The text before the key in `@paper[...]`. */
export const PAPER_MARKS: Readonly<Record<CitationMode, string>> = {
	parenthetical: '',
	suppressAuthor: '-@',
	inText: '+@',
};

/** The text before the key in `[...]`. In-text citations have no brackets. */
export const PANDOC_MARKS: Readonly<Record<Exclude<CitationMode, 'inText'>, string>> = {
	parenthetical: '@',
	suppressAuthor: '-@',
};

/** A key as written after Pandoc's `@`: in braces if it contains a character that would end it. */
export function pandocKey(key: string): string {
	return key !== '' && keyEnd(key, 0) === key.length ? key : `{${key}}`;
}
