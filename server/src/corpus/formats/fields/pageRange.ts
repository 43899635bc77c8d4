/** Pages given as first and last page, or as one text. */

/**
 * `411` and `447` give `411-447`. `411-447` is kept, and so is a single number, which may be an article number. `+` as the
 * last page means that it is unknown.
 */
export function pageRange(first: string | undefined, last: string | undefined): string | undefined {
	const from = plainRange(first);
	const to = plainRange(last);
	if (from === undefined || to === undefined || to === from || to === '+' || from.includes('-')) {
		return from ?? to;
	}
	return `${from}-${to}`;
}

function plainRange(written: string | undefined): string | undefined {
	const text = written
		?.replace(/^pp?\.\s*/i, '')
		.replace(/\s*(?:--|[‐‑–—])\s*/g, '-')
		.trim();
	return text === '' ? undefined : text;
}
