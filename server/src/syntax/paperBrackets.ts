/** Where `@paper[...]` begins and ends. Knows no Markdown; callers check whether a citation is allowed at the place. */

export const PAPER_OPEN = '@paper[';

/**
 * Position of the citation's `]`, on the same line or the next. Without one, the citation is not closed and ends at the
 * end of its line or where the next one begins.
 */
export function contentEndAt(text: string, from: number): { readonly end: number; readonly closed: boolean } {
	const next = text.indexOf(PAPER_OPEN, from);
	const reach = text.slice(from, next < 0 ? text.length : next);
	const [first = '', second] = reach.split('\n', 2);
	const bracket = closingBracket(second === undefined ? first : `${first}\n${second}`);
	return { end: from + (bracket ?? first.length), closed: bracket !== undefined };
}

const BRACKETS = /\\[^\n]|[[\]]/g;

/**
 * Inner brackets must be balanced (`p. 3 [sic]`), so that the link in `@paper[zeng and [a link](u)` does not close the
 * citation.
 */
function closingBracket(text: string): number | undefined {
	let depth = 0;
	for (const bracket of text.matchAll(BRACKETS)) {
		if (bracket[0] === ']' && depth-- === 0) {
			return bracket.index;
		}
		depth += bracket[0] === '[' ? 1 : 0;
	}
	return undefined;
}

/** A citation in a text, from its `@` to the position after its `]`. */
export interface Brackets {
	readonly start: number;
	/** Position after `@paper[`. */
	readonly contentStart: number;
	/** Position of the `]`, or the end of the line if there is none. */
	readonly contentEnd: number;
	readonly end: number;
}

/** The citation whose brackets enclose `offset`; undefined if there is none. */
export function bracketsAround(text: string, offset: number): Brackets | undefined {
	const start = text.lastIndexOf(PAPER_OPEN, offset - PAPER_OPEN.length);
	if (start < 0) {
		return undefined;
	}
	const contentStart = start + PAPER_OPEN.length;
	const { end, closed } = contentEndAt(text, contentStart);
	return offset <= end ? { start, contentStart, contentEnd: end, end: closed ? end + 1 : end } : undefined;
}
