/** The three ways to cite a paper, in each syntax. Completion, card and light bulb offer them. */

import { pandocKey } from '../syntax/pandocKey.ts';
import type { CitationItem, CitationMode, CitationSyntax } from './citation.ts';

/** One way to cite a paper, and how it is written. */
export interface CitationForm {
	readonly mode: CitationMode;
	/** A complete citation: `@paper[+@key]`. */
	readonly text: string;
}

/**
 * The three citations of one paper, the most common first. For `paper` these are `@paper[key]`, `@paper[+@key]` and
 * `@paper[-@key]`; for `pandoc` they are `[@key]`, `@key` and `[-@key]`. None if the syntax cannot hold the key.
 */
export function citationForms(syntax: CitationSyntax, key: string): readonly CitationForm[] {
	const written = writtenKey(syntax, key);
	return written === undefined
		? []
		: CITATION_MODES.map((mode) => ({ mode, text: citationText(syntax, mode, written) }));
}

/** The most common first. */
export const CITATION_MODES: readonly CitationMode[] = ['parenthetical', 'inText', 'suppressAuthor'];

function citationText(syntax: CitationSyntax, mode: CitationMode, key: string): string {
	if (syntax === 'paper') {
		return `@paper[${PAPER_MARKS[mode]}${key}]`;
	}
	return mode === 'inText' ? `@${key}` : `[${PANDOC_MARKS[mode]}${key}]`;
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

/** A citable key as a new citation writes it after the mark. Undefined if the syntax cannot hold it. */
export function writtenKey(syntax: CitationSyntax, key: string): string | undefined {
	return syntax === 'paper' ? key : pandocKey(key);
}

/** The same for a key in place of the reference of `item`, which may have braces around it already. */
export function keyInstead(
	syntax: CitationSyntax,
	item: Pick<CitationItem, 'markSpan' | 'referenceSpan'>,
	key: string,
): string | undefined {
	const written = writtenKey(syntax, key);
	return written !== undefined && isBraced(syntax, item) ? key : written;
}

/** Whether the reference has braces around it, which are no part of it: `@{a}`. */
function isBraced(
	syntax: CitationSyntax,
	{ markSpan, referenceSpan }: Pick<CitationItem, 'markSpan' | 'referenceSpan'>,
): boolean {
	return syntax === 'pandoc' && markSpan !== undefined && markSpan.end < referenceSpan.start;
}
