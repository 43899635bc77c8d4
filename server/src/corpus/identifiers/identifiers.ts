/** DOIs and arXiv ids as people and tools write them: bare, with a prefix, or as a URL. */

import { DOI_PREFIX, isDoi } from '../../util/doi.ts';
import { arxivIdIn, arxivIdOfDoi, bareArxivId } from './arxivId.ts';
import { wholeDoi } from './doiText.ts';

/** A global identifier of a paper. `10.48550/arXiv.2506.14731` counts as an arXiv id, not as a publisher's DOI. */
export type Identifier = { readonly doi: string } | { readonly arxiv: string };

/** The most common notation, with nothing to remove. */
const BARE_DOI = new RegExp(`^${DOI_PREFIX}[^\\s%&<>\\\\$]*[^\\s.,;%&<>\\\\$]$`);
const PREFIX = /^arxiv:\s*/i;
const OLD_STYLE = /^([a-z-]+)(?:\.[a-z]{2})?(\/\d{7})$/i;

/**
 * A DOI in lower case (DOIs ignore case) without the text around it. Understands `doi:` and addresses of resolvers and
 * publishers. `https://doi.org/10.1162/TACL_A_00123` gives `10.1162/tacl_a_00123`.
 */
export function normalDoi(text: string): string | undefined {
	return BARE_DOI.test(text) && isDoi(text) ? text.toLowerCase() : wholeDoi(text)?.toLowerCase();
}

/**
 * An arXiv id without prefix, version and subject class. `arXiv:1706.03762v5` gives `1706.03762`; `math.GT/0309136`
 * gives `math/0309136`, which means the same paper on arXiv.
 */
export function normalArxiv(text: string): string | undefined {
	const id = bareArxivId(text.trim().replace(PREFIX, '')) ?? arxivIdIn(text);
	return id?.replace(OLD_STYLE, '$1$2').toLowerCase();
}

/** The identifier that makes up the whole of a reference, a URL or a field; undefined if it is another name. */
export function identifierIn(name: string): Identifier | undefined {
	const doi = normalDoi(name);
	if (doi !== undefined) {
		const arxiv = arxivIdOfDoi(doi);
		return arxiv === undefined ? { doi } : { arxiv: normalArxiv(arxiv) ?? arxiv };
	}
	const arxiv = normalArxiv(name);
	return arxiv === undefined ? undefined : { arxiv };
}

/**
 * Registrants whose DOIs identify a preprint, a deposit or a copy. If such a DOI differs from the publisher's, the
 * papers may still be the same. bioRxiv shares its prefix with a journal publisher, whose DOIs contain letters where
 * bioRxiv's contain digits.
 */
const PREPRINT =
	/^10\.(?:48550|5281|2139|21203|20944|26434|31219|31234|31235|36227|22541|6084|1101\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,}|7287)(?:\/|$|v)/;

export function isPreprintDoi(doi: string): boolean {
	return PREPRINT.test(doi);
}
