/** Words and names collected from a compact listing in one pass, before its lines are split. */

import { authorLine } from '../people/authorList.ts';
import { type NameEvidence, nameScore } from '../people/personName.ts';
import type { ListingEntry } from './listingLine.ts';

export interface ListingEvidence extends NameEvidence {
	/** Words of all titles and abstracts. */
	readonly fileWords: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’/–][\p{L}\p{M}\p{N}]+)*/gu;
const NO_NAMES: NameEvidence = { names: new Set(), givenNames: new Set(), commonWords: new Set() };

/**
 * The words of a text as written and in lower case, and their parts: `Top-k` gives `Top-k`, `top-k`, `Top`, `top`, `k`.
 */
export function wordsAndParts(text: string): Set<string> {
	const words = new Set<string>();
	for (const [word] of text.matchAll(WORD)) {
		for (const part of [word, ...word.split(/[-'’/–]/)]) {
			words.add(part);
			words.add(part.toLowerCase());
		}
	}
	return words;
}

export function listingEvidence(entries: Iterable<ListingEntry>): ListingEvidence {
	const fileWords = new Set<string>();
	const commonWords = new Set<string>();
	const names = new Set<string>();
	const givenNames = new Set<string>();
	for (const { body } of entries) {
		const [line, ...abstract] = body.map(({ text }) => text);
		const { titleAndFirst, later } = withoutLaterNames(authorLine(line ?? '').names);
		for (const name of later) {
			names.add(name);
			givenNames.add(name.slice(0, name.indexOf(' ')));
		}
		// The last word of the title is attached to the first author, whose name has at least one more word.
		addAll(fileWords, wordsAndParts(titleAndFirst.split(' ').slice(0, -2).join(' ')));
		for (const text of abstract) {
			addAll(fileWords, wordsAndParts(text));
			addAll(commonWords, text.match(/(?<![\p{L}\p{N}-])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []);
		}
	}
	return { fileWords, commonWords, names, givenNames };
}

function addAll(into: Set<string>, words: Iterable<string>): void {
	for (const word of words) {
		into.add(word);
	}
}

/**
 * Separates the names after the first one, which alone is attached to the title: from the end back to a part that cannot
 * be a name.
 */
function withoutLaterNames(run: string): { titleAndFirst: string; later: readonly string[] } {
	const pieces = run.split(',').map((piece) => piece.trim());
	const firstLater = 1 + pieces.findLastIndex((piece, index) => index === 0 || !isWholeName(piece));
	return { titleAndFirst: pieces.slice(0, firstLater).join(', '), later: pieces.slice(firstLater) };
}

/** Whether a piece is a name of several words without a title attached. */
function isWholeName(piece: string): boolean {
	return piece.includes(' ') && !/[^\s\p{Lu}'’.-]\p{Lu}/u.test(piece) && (nameScore(piece, NO_NAMES) ?? -1) >= 0;
}
