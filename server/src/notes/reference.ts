/** What can name a paper: keys as Pandoc defines them, DOIs, arXiv ids, URLs. */

import { citationMessages } from '../messages/citations.ts';
import { KEY, KEY_CHARACTERS } from '../syntax/key.ts';
import { DOI_PREFIX } from '../util/doi.ts';
import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import { oneLine } from './words.ts';

/**
 * A DOI, with or without `doi:`. Parentheses, slashes and angle brackets are part of it:
 * `10.1016/S0140-6736(20)30183-5`.
 */
const DOI = String.raw`(?:doi:\s?)?${DOI_PREFIX}[^\s\[\]{}"\\]+`;
const ARXIV = String.raw`arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z\-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?`;
const URL = String.raw`https?://[^\s\[\]{}"\\]+`;

const REFERENCE = new RegExp(`^(?:${KEY}|${DOI}|${ARXIV}|${URL})$`, 'iu');

/** Whether the text has the shape of a key, DOI, arXiv id or URL. */
function isReference(text: string): boolean {
	return REFERENCE.test(text);
}

/** Why `reference` cannot name a paper; undefined if it has the shape of a valid reference. */
export function referenceProblem(reference: string, span: Span): Problem | undefined {
	return isReference(reference) ? undefined : { code: 'malformed-citation', message: complaint(reference), span };
}

const IMPOSSIBLE = new RegExp(`[^${KEY_CHARACTERS}]`, 'u');

function complaint(reference: string): string {
	const shown = reference.length > MAX_SHOWN_LENGTH ? `${reference.slice(0, MAX_SHOWN_LENGTH)}…` : reference;
	if (/\s/.test(reference)) {
		return citationMessages.spaceInKey(oneLine(shown));
	}
	const impossible = IMPOSSIBLE.exec(reference)?.[0];
	return impossible === undefined
		? citationMessages.wrongShape(shown)
		: citationMessages.wrongCharacter(impossible, shown);
}

/** Most characters of a reference in a message, so that it fits a list of problems. */
const MAX_SHOWN_LENGTH = 60;
