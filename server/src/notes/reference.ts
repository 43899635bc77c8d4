/** What can name a paper: keys as Pandoc reads them, DOIs, arXiv ids, URLs. */

import { citationMessages } from '../messages/citations.ts';
import { DOI_PREFIX } from '../util/doi.ts';
import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import { oneLine } from './words.ts';

/**
 * A key as Pandoc reads it (`simpleCiteIdentifier` in its `Parsing/Citations.hs`): a letter, digit or `_`, then those
 * and single inner punctuation, so that the full stop in `@smith2020.` ends a sentence and no key. Combining marks
 * count as letters: a decomposed `é` is written with one.
 */
const KEY = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=/))*`;

/** A DOI, bare or named; parentheses, slashes and angle brackets are part of it: `10.1016/S0140-6736(20)30183-5`. */
const DOI = String.raw`(?:doi:\s?)?${DOI_PREFIX}[^\s\[\]{}"\\]+`;
const ARXIV = String.raw`arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z\-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?`;
const URL = String.raw`https?://[^\s\[\]{}"\\]+`;

const KEY_RUN = new RegExp(KEY, 'uy');
const REFERENCE = new RegExp(`^(?:${KEY}|${DOI}|${ARXIV}|${URL})$`, 'iu');

/** Where the key that begins at `start` ends; `start` itself where none begins. */
export function keyEnd(text: string, start: number): number {
	KEY_RUN.lastIndex = start;
	return start + (KEY_RUN.exec(text)?.[0].length ?? 0);
}

/** Whether the text has the shape of a key, DOI, arXiv id or URL. */
function isReference(text: string): boolean {
	return REFERENCE.test(text);
}

/** Why `reference` can name no paper; undefined where it has the shape of one that can. */
export function referenceProblem(reference: string, span: Span): Problem | undefined {
	return isReference(reference) ? undefined : { code: 'malformed-citation', message: complaint(reference), span };
}

const IMPOSSIBLE = /[^\p{L}\p{N}\p{M}_:.#$%&\-+?<>~/]/u;

function complaint(reference: string): string {
	const shown = reference.length > LONGEST_SHOWN ? `${reference.slice(0, LONGEST_SHOWN)}…` : reference;
	if (/\s/.test(reference)) {
		return citationMessages.spaceInKey(oneLine(shown));
	}
	const impossible = IMPOSSIBLE.exec(reference)?.[0];
	return impossible === undefined
		? citationMessages.wrongShape(shown)
		: citationMessages.wrongCharacter(impossible, shown);
}

/** What a list of problems has room for. */
const LONGEST_SHOWN = 60;
