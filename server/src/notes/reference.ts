/** What can name a paper in `@paper[...]`: keys, and identifiers with a label, which may have a space after it. */

import { citationMessages } from '../messages/citations.ts';
import { isCitable } from '../syntax/key.ts';
import { DOI_PREFIX } from '../util/doi.ts';
import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { CitationItem } from './citation.ts';
import { oneLine, type Words } from './words.ts';

/**
 * A DOI after `doi:`; without that label, a DOI has the shape of a key. Parentheses, slashes and angle brackets are part
 * of it: `10.1016/S0140-6736(20)30183-5`.
 */
const DOI = String.raw`doi:\s?${DOI_PREFIX}[^\s\[\]{}"\\]+`;
const ARXIV = String.raw`arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z\-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?`;

const PUBMED = String.raw`pmid:\s?\d{1,8}|pmcid:\s?(?:pmc)?\d{2,9}`;
/** In groups, as on a book's cover, or without. */
const ISBN = String.raw`isbn:\s?\d[\d \-]{8,15}[\dx]`;

const LABELLED = new RegExp(`^(?:${DOI}|${ARXIV}|${PUBMED}|${ISBN})$`, 'iu');

/** Whether the text has the shape of a key or an identifier. */
function isReference(text: string): boolean {
	return isCitable(text) || LABELLED.test(text);
}

/** The key that the writer of an item meant, as far as the text shows, and its place. */
export function meantKey({ unescaped, reference, referenceSpan }: CitationItem): Words {
	return unescaped ?? { text: reference, span: referenceSpan };
}

/** Why `reference` cannot name a paper; undefined if it has the shape of a valid reference. */
export function referenceProblem(reference: string, span: Span): Problem | undefined {
	return isReference(reference) ? undefined : { code: 'malformed-citation', message: complaint(reference), span };
}

function complaint(reference: string): string {
	const shown = reference.length > MAX_SHOWN_LENGTH ? `${reference.slice(0, MAX_SHOWN_LENGTH)}…` : reference;
	return /\s/.test(reference) ? citationMessages.spaceInKey(oneLine(shown)) : citationMessages.markInKey(shown);
}

/** Most characters of a reference in a message, so that it fits a list of problems. */
const MAX_SHOWN_LENGTH = 60;
