/** DOIs, arXiv ids and URLs without what people write around them. */

import { arxivIdIn, bareArxivId } from './arxivId.ts';
import { doiIn, wholeDoi, withoutEscapes } from './doiText.ts';

/** A verbatim field without escapes, which some exporters add nevertheless: `a\_b` is `a_b`. */
export function verbatim(source: string): string {
	const text = source.trim();
	if (!/[\\{}\s$]/.test(text)) {
		return text;
	}
	return text
		.replace(/\\(?:url|href|path)\s*(?=\{)/g, '')
		.replace(/\{?\\(?:textasciitilde|sim|~)(?:\{\})?\}?|\$\\sim\$/g, '~')
		.replace(/\\textunderscore(?:\{\}|\s)?/g, '_')
		.replace(/\\([_%&#$~{}/-])/g, '$1')
		.replace(/[{}]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * `https://doi.org/10.1000/x` and `doi:10.1000/x` give `10.1000/x`. Text that is not a DOI is returned without escapes
 * of LaTeX, but otherwise unchanged.
 */
export function doiOf(source: string): string {
	const text = verbatim(withoutEscapes(source));
	const joined = text.replace(/\s+/g, '');
	// A DOI may be wrapped over two lines, but of two DOIs the first one counts.
	const hasMore = text
		.split(/\s+/)
		.slice(1)
		.some((word) => doiIn(word) !== undefined);
	return (hasMore ? doiIn(text) : wholeDoi(joined)) ?? text;
}

/** The arXiv id, without version, of a field for such ids: `arXiv:1706.03762v5 [cs.CL]`, `1706.03762`, an address. */
export function arxivOf(text: string): string | undefined {
	const id = text.trim().replace(/\s*\[[\w.-]+\]$/, '');
	return bareArxivId(id) ?? arxivIdIn(id);
}
