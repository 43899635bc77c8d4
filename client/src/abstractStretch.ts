/** The part of an abstract worth showing in one line for a query. */

/** A line of the quick pick holds about this many characters before the editor cuts it. */
const LINE_LENGTH = 160;

/** How much of the text before the first found word is kept, so that it stands in its sentence. */
const LEAD = 40;

/** The abstract from a little before the first word of `query` that occurs in it; from its beginning when none does. */
export function abstractStretch(abstract: string, query: string): string {
	const text = abstract.replace(/\s+/g, ' ').trim();
	const lower = text.toLowerCase();
	const places = query
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word.length > 2)
		.map((word) => lower.indexOf(word))
		.filter((place) => place > LINE_LENGTH - LEAD);
	const first = places.length > 0 ? Math.min(...places) : 0;
	if (first === 0) {
		return text.slice(0, LINE_LENGTH * 2);
	}
	const start = text.indexOf(' ', first - LEAD) + 1;
	return `… ${text.slice(start, start + LINE_LENGTH * 2)}`;
}
