/** The text selected in a note, as a search query. */

/** In characters. A pasted title is shorter, and a longer query finds nothing. */
const MAX_QUERY_LENGTH = 200;

/** Markdown markup around words: emphasis, code, headings, quotes, list items. */
const MARKUP = /[*_`~]+(?=\s|$|\p{P})|(?<=^|\s|\p{P})[*_`~]+|^\s*(?:#{1,6}|>|[-+*]|\d+\.)\s+/gmu;

/**
 * Removes query syntax, because the text has none: `“Attention”` is not a phrase, `-based` excludes nothing, and `BERT:
 * Pre-training` names no field.
 */
export function selectedQuery(selected: string): string {
	const words = selected
		.replace(MARKUP, ' ')
		.replace(/@paper\[|\[-?@|["“”„«»]/g, ' ')
		.replace(/:(?=\s|$)/gm, ' ')
		.replace(/(^|\s)-+/g, '$1')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.,;:!?()[\]]+|[\s.,;:!?([\]]+$/g, '');
	const cut = words.length > MAX_QUERY_LENGTH ? words.lastIndexOf(' ', MAX_QUERY_LENGTH) : words.length;
	return withoutLoneBracket(words.slice(0, cut > 0 ? cut : MAX_QUERY_LENGTH));
}

/**
 * The opening bracket of `(Vaswani 2017)` was removed before, so its closing one goes too; that of `S0140-6736(20)`
 * stays.
 */
function withoutLoneBracket(text: string): string {
	return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
}
