/** What is selected in a note, as a query. */

/** A pasted title is shorter, and a longer query finds nothing. In characters. */
const MAX_QUERY_LENGTH = 200;

/** Markdown that stands around words: emphasis, code, headings, quotes, list items. */
const MARKUP = /[*_`~]+(?=\s|$|\p{P})|(?<=^|\s|\p{P})[*_`~]+|^\s*(?:#{1,6}|>|[-+*]|\d+\.)\s+/gmu;

/** Text has no query syntax: `“Attention”` is no phrase, `-based` excludes nothing, and `BERT: Pre-training` no field. */
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

/** Of `(Vaswani 2017)` the opening one has gone before; the last one of `S0140-6736(20)` belongs to it. */
function withoutLoneBracket(text: string): string {
	return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
}
