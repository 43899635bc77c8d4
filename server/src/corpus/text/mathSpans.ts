/** Finds mathematics in text (`$x$` and `$$x$$`) and distinguishes it from money. */

export interface MathSpan {
	/** The text between the dollars, trimmed. */
	readonly content: string;
	/** Position after the closing dollar. */
	readonly end: number;
}

/** Longer than any formula in a title or an abstract. The search for a closing dollar stops here. */
const MAX_MATH_LENGTH = 2000;

/** Longest distance to a closing dollar for an opening one inside braces. */
const MAX_NESTED_LENGTH = 200;

const MATH_SIGN = /[\\^_{}=<>|+*/]/;
const AMOUNT = /^\d[\d.,]*\s*(?:[kKmMbB]|thousand|[mb]illion|trillion|USD)?\b/;
/**
 * Single letters and numbers joined by signs, as in `1 - p` and `0.5 - x, 2`. Nobody writes amounts of money this way.
 */
const DIFFERENCE = /^\d[\d.,]*\s*[-–−]\s*(?=.*\p{L})(?:\p{L}(?!\p{L})|[^\p{L}]){0,80}(?<=[\p{L}\p{N})])$/u;
const PROSE = /\p{L}{3,}\s+\p{L}{3,}/u;

/**
 * The formula that starts with the dollar at `position`; undefined if that dollar is money or stray. In LaTeX
 * (`isLatex`) two dollars enclose a formula unless they clearly do not. Elsewhere Pandoc's rule applies: no space just
 * inside the dollars, no digit after them (https://pandoc.org/MANUAL.html#math).
 */
export function mathAt(text: string, position: number, isLatex: boolean): MathSpan | undefined {
	const isDisplayed = text.charCodeAt(position + 1) === 0x24;
	const open = position + (isDisplayed ? 2 : 1);
	const close = closingDollar(text, open);
	if (close === undefined || close === open) {
		return undefined;
	}
	const raw = text.slice(open, close);
	const content = trimmedMath(raw);
	const end = Math.min(text.length, close + (isDisplayed && text.charCodeAt(close + 1) === 0x24 ? 2 : 1));
	const after = text.charAt(end);
	const isMath = isLatex ? looksLikeLatexMath(content) : looksLikeMath(raw, after);
	return isMath && content !== '' ? { content, end } : undefined;
}

/** The last space of `$x\ $` is part of a command, so its backslash is removed too. */
function trimmedMath(raw: string): string {
	const content = raw.trim();
	return content.endsWith('\\') && !content.endsWith('\\\\') ? content.slice(0, -1).trimEnd() : content;
}

/** The first dollar outside braces, as in `$\textbf{2$\%$}$`; if braces are unbalanced, the first dollar. */
function closingDollar(text: string, from: number): number | undefined {
	let limit = Math.min(text.length, from + MAX_MATH_LENGTH);
	let depth = 0;
	let first: number | undefined;
	for (let i = from; i < limit; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x24) {
			if (depth <= 0) {
				return i;
			}
			if (first === undefined) {
				first = i;
				limit = Math.min(limit, i + MAX_NESTED_LENGTH);
			}
		}
		depth += braceStep(code);
		if (code === 0x5c) {
			i += 1;
		} else if (code === 0x0a && isBlankLine(text, i + 1)) {
			return first;
		}
	}
	return first;
}

/** The change in brace depth that a character causes. */
function braceStep(code: number): number {
	return code === 0x7b ? 1 : code === 0x7d ? -1 : 0;
}

function isBlankLine(text: string, lineStart: number): boolean {
	return /[^\S\n\r]*[\n\r]/y.test(text.slice(lineStart, lineStart + 20));
}

function looksLikeLatexMath(content: string): boolean {
	return (
		MATH_SIGN.test(content) ||
		!(AMOUNT.test(content) && /\s/.test(content)) ||
		/^\d+\s*[-–]\s*\d+$/.test(content) ||
		DIFFERENCE.test(content)
	);
}

function looksLikeMath(raw: string, after: string): boolean {
	const hasSpaceInside = raw.trim() !== raw;
	if (raw.includes('\\') || /[\^_]/.test(raw)) {
		return !hasSpaceInside || raw.includes('\\');
	}
	return (
		!hasSpaceInside &&
		(!/\d/.test(after) || /^[^\s\d]+$/.test(raw)) &&
		!PROSE.test(raw) &&
		(!(AMOUNT.test(raw) && /\s|[-–/]$/.test(raw)) || DIFFERENCE.test(raw))
	);
}
