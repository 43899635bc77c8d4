/** Words in place of a key, some of which are keys: `he2016 lecun1998`, `see he2016 p. 4`. */

import { fixTitles } from '../../messages/citations.ts';
import type { Span } from '../../util/span.ts';
import type { Edit } from './finding.ts';

export interface Word {
	readonly text: string;
	readonly span: Span;
	/** Whether it names a paper. */
	readonly isKnown: boolean;
}

export interface SeparatedWords {
	readonly keys: readonly string[];
	readonly edits: readonly Edit[];
	/** Describes the edits. */
	readonly title: string;
}

/** A word that joins two keys: `he2016 and lecun1998`. */
const JOINER = /^(?:and|&|\+|und|et|y|e|и|和)$/i;

/**
 * The edits that put `;` between the keys, `@` before the first if words precede it, and `,` after the last if words
 * follow. Undefined without a key, with other words between keys, or if an `@` already marks the key.
 */
export function separatedWords(
	words: readonly Word[],
	{ isMarked }: { readonly isMarked: boolean },
): SeparatedWords | undefined {
	const start = words.findIndex(({ isKnown }) => isKnown);
	const end = words.findLastIndex(({ isKnown }) => isKnown) + 1;
	const inner = words.slice(start, end);
	const known = inner.filter(({ isKnown }) => isKnown);
	const [first, last] = [known[0], known.at(-1)];
	const isClear = inner.every(({ text, isKnown }) => isKnown || JOINER.test(text));
	if (!first || !last || !isClear || words.length === 1 || (start > 0 && isMarked)) {
		return undefined;
	}
	const edits = [
		...(start > 0 ? [insertion(first.span.start, '@')] : []),
		...semicolons(inner),
		...(end < words.length ? [insertion(last.span.end, ',')] : []),
	];
	const title =
		known.length > 1
			? fixTitles.separatePapers
			: fixTitles.setKeyApart(first.text, { before: start > 0, after: end < words.length });
	return { keys: known.map(({ text }) => text), edits, title };
}

/** A semicolon between each key and the next, in place of any "and" between them. */
function semicolons(words: readonly Word[]): Edit[] {
	return words.slice(1).flatMap((word, index) => {
		const before = words.slice(0, index + 1).findLast(({ isKnown }) => isKnown);
		if (!word.isKnown || !before) {
			return [];
		}
		const isNext = before === words[index];
		return isNext
			? [insertion(before.span.end, ';')]
			: [{ span: { start: before.span.end, end: word.span.start }, newText: '; ' }];
	});
}

function insertion(at: number, newText: string): Edit {
	return { span: { start: at, end: at }, newText };
}
