/** Where `@paper[...]` begins and ends. Knows no Markdown; callers check whether a citation is allowed at the place. */

export const PAPER_OPEN = '@paper[';

/** `@paper[`, also as Chinese and Japanese input methods write it: `＠paper【`. */
const OPENING = /[@＠]paper[[［【]/y;
const NEXT_OPENING = /[@＠]paper[[［【]/g;

/** The bracket that closes one: `]`, or `】` for `【`. */
export function closingBracketOf(opening: string | undefined): string {
	return opening === '【' ? '】' : opening === '［' ? '］' : ']';
}

/** Whether `@paper[` stands at `start`. */
export function opensAt(text: string, start: number): boolean {
	OPENING.lastIndex = start;
	return OPENING.test(text);
}

/**
 * Position of the citation's `]`, on any line of its paragraph. Without one, the citation is not closed and ends at the
 * end of its line or where the next one begins.
 */
export function contentEndAt(text: string, from: number): { readonly end: number; readonly closed: boolean } {
	NEXT_OPENING.lastIndex = from;
	const reach = NEXT_OPENING.exec(text)?.index ?? text.length;
	const bracket = closingBracket(text, from, reach);
	if (bracket !== undefined) {
		return { end: bracket, closed: true };
	}
	const lineEnd = text.slice(from, reach).indexOf('\n');
	return { end: lineEnd < 0 ? reach : from + lineEnd, closed: false };
}

const BRACKETS = /\\[^\n]|[[\]［］【】]|\n[^\S\n]*\n/g;

/**
 * Inner brackets must be balanced (`p. 3 [sic]`), so that the link in `@paper[zeng and [a link](u)` does not close the
 * citation. A blank line ends the paragraph.
 */
function closingBracket(text: string, from: number, reach: number): number | undefined {
	let depth = 0;
	BRACKETS.lastIndex = from;
	for (let found = BRACKETS.exec(text); found && found.index < reach; found = BRACKETS.exec(text)) {
		const [sign] = found;
		if (sign.startsWith('\n')) {
			return undefined;
		}
		if (/[\]］】]/.test(sign) && sign.length === 1 && depth-- === 0) {
			return found.index;
		}
		depth += /^[[［【]$/.test(sign) ? 1 : 0;
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
	const start = lastOpening(text, offset - PAPER_OPEN.length);
	if (start === undefined) {
		return undefined;
	}
	const contentStart = start + PAPER_OPEN.length;
	const { end, closed } = contentEndAt(text, contentStart);
	return offset <= end ? { start, contentStart, contentEnd: end, end: closed ? end + 1 : end } : undefined;
}

/** The last place at or before `from` where `@paper[` stands. */
function lastOpening(text: string, from: number): number | undefined {
	for (let name = text.lastIndexOf('paper', from + 1); name > 0; name = text.lastIndexOf('paper', name - 1)) {
		if (opensAt(text, name - 1)) {
			return name - 1;
		}
	}
	return undefined;
}
