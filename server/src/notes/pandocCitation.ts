/** Reads Pandoc's citations, by Pandoc's rules: `[see @a, p. 3; @b]`, `@a`, `-@a`, `@{a}`, `@a [p. 3]`. */

import { KEY_SIGN } from '../syntax/citationStart.ts';
import { escapedEnd } from '../syntax/key.ts';
import { keyAt, type PandocKey } from '../syntax/pandocKey.ts';
import type { Citation, CitationItem } from './citation.ts';
import { cut, placed, type Stretch, splitAt, wordsOf } from './words.ts';

const SIGN = new RegExp(KEY_SIGN, 'gu');

/** A citation without brackets around it, whose `@` is at `at`: `@a`, and a `[p. 3]` after it as its locator. */
export function bareCitationAt(stretch: Stretch, at: number): Citation | undefined {
	const key = keyAt(stretch.text, at);
	if (!key) {
		return undefined;
	}
	const locator = locatorAfter(stretch, key.after);
	const end = locator ? locator.offset + locator.text.length + 1 - stretch.offset : key.after;
	const item = itemOf(stretch, key, cut(stretch, key.markStart, end), locator);
	return {
		syntax: 'pandoc',
		span: placed(stretch, key.markStart, end),
		contentSpan: placed(stretch, key.start, key.end),
		content: stretch.text.slice(key.start, key.end),
		items: [item.mode === 'parenthetical' ? { ...item, mode: 'inText' } : item],
		closed: true,
		problems: [],
	};
}

const LOCATOR = /[ \t]*\n?[ \t]*\[(?!\^)([^[\]@]+)\](?![([])/dy;

function locatorAfter(stretch: Stretch, from: number): Stretch | undefined {
	LOCATOR.lastIndex = from;
	const [start, end] = LOCATOR.exec(stretch.text)?.indices?.[1] ?? [];
	return start === undefined || end === undefined ? undefined : cut(stretch, start, end);
}

/**
 * The bracketed citation that begins at `start`. Every part between semicolons must name a key. It may not contain other
 * brackets, so that nested brackets are scanned only once; in `[see [a](b) @c]`, `@c` is still found as a citation
 * without brackets.
 */
export function bracketCitationAt(stretch: Stretch, start: number): Citation | undefined {
	const end = innermostEnd(stretch.text, start + 1);
	if (end === undefined || /[([]/.test(stretch.text[end + 1] ?? '')) {
		return undefined;
	}
	const content = cut(stretch, start + 1, end);
	const parts = splitAt(content, ';');
	const items = parts.map(readPart).filter((item) => item !== undefined);
	return items.length < parts.length
		? undefined
		: {
				syntax: 'pandoc',
				span: placed(stretch, start, end + 1),
				contentSpan: placed(stretch, start + 1, end),
				content: content.text,
				items,
				closed: true,
				problems: [],
			};
}

/** Position of the closing bracket; undefined if another bracket opens first. */
function innermostEnd(text: string, from: number): number | undefined {
	for (let i = from; i < text.length && text[i] !== '['; i++) {
		if (text[i] === ']') {
			return i;
		}
		if (text[i] === '\\') {
			i++;
		}
	}
	return undefined;
}

function readPart(part: Stretch): CitationItem | undefined {
	for (const sign of part.text.matchAll(SIGN)) {
		const key = keyAt(part.text, sign.index);
		if (key) {
			const comma = /^\s*,?/.exec(part.text.slice(key.after))?.[0].length ?? 0;
			return itemOf(part, key, part, cut(part, key.after + comma, part.text.length));
		}
	}
	return undefined;
}

function itemOf(stretch: Stretch, key: PandocKey, whole: Stretch, rest: Stretch | undefined): CitationItem {
	const prefix = wordsOf(cut(stretch, whole.offset - stretch.offset, key.markStart));
	const locator = rest && wordsOf(rest);
	return {
		span: wordsOf(whole)?.span ?? placed(stretch, key.markStart, key.after),
		reference: stretch.text.slice(key.start, key.end),
		referenceSpan: placed(stretch, key.start, key.end),
		markSpan: placed(stretch, key.markStart, key.markEnd),
		mode: key.markStart + 1 < key.markEnd ? 'suppressAuthor' : 'parenthetical',
		...unescapedOf(stretch, key),
		...(prefix && { prefix }),
		...(locator && { locator }),
	};
}

/** What a key without braces was meant to be if escaped punctuation follows it. */
function unescapedOf(stretch: Stretch, { start, end, after }: PandocKey): Pick<CitationItem, 'unescaped'> {
	const wholeEnd = end === after ? escapedEnd(stretch.text, end) : end;
	return wholeEnd === end
		? {}
		: {
				unescaped: {
					text: stretch.text.slice(start, wholeEnd).replaceAll('\\', ''),
					span: placed(stretch, start, wholeEnd),
				},
			};
}
