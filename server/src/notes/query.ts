/** What the writer is looking for at the cursor. */

import { lastSeparator, SICI_SEMICOLON } from '../syntax/separator.ts';
import { overlaps, type Span } from '../util/span.ts';
import type { Citation, CitationItem } from './citation.ts';
import { citationAt, type Note, proseOf } from './note.ts';
import { citationsIn } from './scan.ts';
import type { Stretch } from './words.ts';

export interface Query {
	/** What is typed so far. For `@paper[zeng2025; see @ver en|v]` this is `ver en`. */
	readonly query: string;
	/** What a chosen key replaces: the query and, if no other word follows, the rest of its last word: `ver env`. */
	readonly span: Span;
	/** Whether the citation has its closing bracket. */
	readonly closed: boolean;
	readonly citation: Citation;
	/** The other items of the citation. For `@paper[zeng2025; see @ver en|v]` this is `zeng2025`. */
	readonly others: readonly CitationItem[];
}

/** The query at the cursor; undefined outside citations. */
export function queryAt(note: Note, offset: number): Query | undefined {
	const citation = citationWithContentAt(note, offset);
	if (!citation) {
		return begunPandocQuery(note, offset);
	}
	const content: Stretch = { text: citation.content, offset: citation.contentSpan.start };
	const cursor = offset - content.offset;
	const start = citation.syntax === 'paper' ? queryStart(content.text, cursor) : keyStart(citation, offset);
	if (start === undefined) {
		return undefined;
	}
	const end =
		citation.syntax === 'paper' && citation.closed ? wordEnd(content.text, cursor) : restEnd(content.text, cursor);
	const span = { start: content.offset + start, end: content.offset + end };
	const others = citation.items.filter(({ referenceSpan }) => !overlaps(referenceSpan, span));
	return {
		query: content.text.slice(start, cursor),
		span,
		closed: citation.closed,
		citation,
		others: isBare(citation) ? itemsBeside(note, citation.span.start) : others,
	};
}

function citationWithContentAt(note: Note, offset: number): Citation | undefined {
	const citation = citationAt(note, offset);
	const inside = citation && citation.contentSpan.start <= offset && offset <= citation.contentSpan.end;
	return inside ? citation : undefined;
}

/** Where Pandoc's syntax is enabled, a lone `@`, in brackets or not, starts a citation whose key comes next. */
function begunPandocQuery(note: Note, offset: number): Query | undefined {
	const start = offset - 1;
	if (!note.syntaxes.includes('pandoc') || note.text[start] !== '@' || !mayCiteAt(note, start)) {
		return undefined;
	}
	const here = { start: offset, end: offset };
	const span = { start, end: offset };
	const citation: Citation = {
		syntax: 'pandoc',
		span,
		contentSpan: here,
		content: '',
		items: [],
		closed: true,
		problems: [],
	};
	return { query: '', span: here, closed: true, citation, others: itemsBeside(note, start) };
}

/** A Pandoc citation without brackets, or in brackets that are not a valid citation yet. */
export function isBare({ syntax, span, contentSpan }: Citation): boolean {
	return syntax === 'pandoc' && span.end === contentSpan.end;
}

/**
 * The other items in the brackets around the `@` at `start`: `a` in `[@a; @|]` and `[@a; @b|`. In Pandoc's syntax the
 * brackets are not a citation while a key or the closing bracket is missing, so each key in them is parsed as a bare
 * citation. Without a closing bracket they extend to `start`.
 */
function itemsBeside(note: Note, start: number): readonly CitationItem[] {
	const stretch = proseOf(note, start)?.stretches.find(
		({ offset, text }) => offset <= start && start < offset + text.length,
	);
	if (!stretch) {
		return [];
	}
	const { text, offset } = stretch;
	const at = start - offset;
	const open = Math.max(text.lastIndexOf('[', at), text.lastIndexOf(']', at));
	if (text[open] !== '[') {
		return [];
	}
	const close = text.slice(at).search(/[[\]]/) + at;
	const brackets = { start: open + offset, end: text[close] === ']' ? close + offset : start };
	return note.citations
		.filter(({ span }) => overlaps(span, brackets) && span.start !== start)
		.flatMap(({ items }) => items);
}

const MARK_BEFORE = /^(?:.*\s)?[-+]?@(?=[^@]*$)/s;

/** Where the query starts: after the semicolon, the space, and a prefix such as `see @`. */
function queryStart(content: string, cursor: number): number {
	const itemStart = lastSeparator(content, cursor) + 1;
	const item = content.slice(itemStart, cursor);
	const mark = MARK_BEFORE.exec(item)?.[0].length ?? 0;
	const space = /^\s*/.exec(item.slice(mark))?.[0].length ?? 0;
	return itemStart + mark + space;
}

/** Where the key at `offset` starts. In Pandoc's citations a query is possible only at a key. */
function keyStart(citation: Citation, offset: number): number | undefined {
	const item = citation.items.find((one) => one.referenceSpan.start <= offset && offset <= one.referenceSpan.end);
	return item && item.referenceSpan.start - citation.contentSpan.start;
}

/**
 * The rest of a key after the cursor, if no other word follows it. Limited to 300 characters: no key is longer, but a
 * line may be a megabyte long.
 */
const REST_OF_KEY = /[^\s,;\]@]{0,300}?(?=[.:?!]{0,3}(?:[^\S\n]*(?:[,;\n]|$)))/y;

function restEnd(content: string, cursor: number): number {
	REST_OF_KEY.lastIndex = cursor;
	return cursor + (REST_OF_KEY.exec(content)?.[0].length ?? 0);
}

/** The same between brackets, where no sentence follows: a key may end with punctuation. */
const REST_OF_WORD = new RegExp(
	String.raw`(?![-+]?@)(?:[^\s,;]|${SICI_SEMICOLON}){0,300}(?=[^\S\n]*(?:[,;\n]|$))`,
	'y',
);

function wordEnd(content: string, cursor: number): number {
	REST_OF_WORD.lastIndex = cursor;
	return cursor + (REST_OF_WORD.exec(content)?.[0].length ?? 0);
}

const SCAFFOLD = /@(?:p(?:a(?:p(?:e(?:r)?)?)?)?)?$/;

/**
 * The beginning of `@paper` at the cursor, where a citation may begin; undefined elsewhere, and once it is a citation.
 */
export function scaffoldAt(note: Note, offset: number): Span | undefined {
	const sign =
		note.syntaxes.includes('paper') && SCAFFOLD.exec(note.text.slice(Math.max(0, offset - '@paper'.length), offset));
	if (!sign || /[\p{L}\p{N}_[]/u.test(note.text[offset] ?? '')) {
		return undefined;
	}
	const start = offset - sign[0].length;
	return mayCiteAt(note, start) ? { start, end: offset } : undefined;
}

/** Whether a citation may begin at the `@` at `start`. It is not one yet. */
function mayCiteAt(note: Note, start: number): boolean {
	let allowed = false;
	for (const stretch of proseOf(note, start)?.stretches ?? []) {
		citationsIn(stretch, {
			...note,
			visitAt: (at) => {
				allowed ||= at === start;
			},
		});
	}
	return allowed;
}
