/** DOIs and arXiv ids as people and tools write them: bare, prefixed, as an address. */

import { DOI_PREFIX, isDoi } from '../../util/doi.ts';
import { arxivIdIn, bareArxivId } from './arxivId.ts';

/** The number of a paper outside any corpus. `10.48550/arXiv.2506.14731` is an arXiv id, not a DOI of a publisher. */
export type Identifier = { readonly doi: string } | { readonly arxiv: string };

/** As most sources write it, with nothing to take off. */
const BARE_DOI = new RegExp(`^${DOI_PREFIX}\\S*[^\\s.,;]$`);
/** What may stand before a DOI; the group is there when it is an address. */
const BEFORE_DOI = /^(?:doi:\s*)?((?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)?(?:doi:\s*)?/i;
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;
const PREFIX = /^arxiv:\s*/i;
const OLD_STYLE = /^([a-z-]+)(?:\.[a-z]{2})?(\/\d{7})$/i;

/**
 * A DOI in lower case (DOIs do not differ by case) without what stands before and after it. `doi:`, `doi.org/` and
 * a percent-encoded address are understood. `https://doi.org/10.1162/TACL_A_00123` gives `10.1162/tacl_a_00123`.
 */
export function normalDoi(text: string): string | undefined {
	if (BARE_DOI.test(text)) {
		return text.toLowerCase();
	}
	const trimmed = text.trim();
	const [before = '', address] = BEFORE_DOI.exec(trimmed) ?? [];
	const written = trimmed.slice(before.length);
	const doi = address === undefined ? written : percentDecoded(written);
	// A DOI copied out of a sentence brings its full stop along; none is known to end in one.
	return isDoi(doi) ? doi.toLowerCase().replace(/[.,;]+$/, '') : undefined;
}

/**
 * An arXiv id without prefix, version and subject class. `arXiv:1706.03762v5` gives `1706.03762`; `math.GT/0309136`
 * gives `math/0309136`, which arXiv holds for the same paper.
 */
export function normalArxiv(text: string): string | undefined {
	const id = bareArxivId(text.trim().replace(PREFIX, '')) ?? arxivIdIn(text);
	return id?.replace(OLD_STYLE, '$1$2').toLowerCase();
}

/** The identifier that a citation, an address or a field of a record is, as a whole; nothing where it is another name. */
export function identifierIn(name: string): Identifier | undefined {
	const doi = normalDoi(name);
	if (doi !== undefined) {
		const arxivPart = ARXIV_DOI.exec(doi)?.[1];
		const arxiv = arxivPart && normalArxiv(arxivPart);
		return arxiv ? { arxiv } : { doi };
	}
	const arxiv = normalArxiv(name);
	return arxiv === undefined ? undefined : { arxiv };
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A stray `%` belongs to the DOI itself.
		return text;
	}
}

/**
 * Registrants whose DOIs name a preprint, a deposit or a copy: that such a DOI differs from the publisher's says
 * nothing. bioRxiv shares its prefix with a journal publisher, whose DOIs hold letters where bioRxiv's hold digits.
 */
const PREPRINT =
	/^10\.(?:48550|5281|2139|21203|20944|26434|31219|31234|31235|36227|22541|6084|1101\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,}|7287)(?:\/|$|v)/;

export function isPreprintDoi(doi: string): boolean {
	return PREPRINT.test(doi);
}
