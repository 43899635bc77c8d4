/** What was typed or pasted, without what only its writing put in: LaTeX, bent quotes, hyphens of a line's end. */

/** `year > 2020`, as JabRef has it. */
const SPACED_COMPARISON = /(?<!\S)(year|y)\s*:?\s*([<>]=?|[≤≥])\s*(?=\d)/gi;
const QUOTES = /[“”„‟«»]/g;
/** Soft hyphens, and spaces without width. */
const UNSEEN = /[\u00ad\u200b\ufeff]/g;

/** The query as it would be typed. */
export function plainQuery(text: string): string {
	return withoutLatex(text).replace(UNSEEN, '').replace(QUOTES, '"').replace(SPACED_COMPARISON, '$1:$2');
}

const LATEX_LETTERS: Readonly<Record<string, string>> = {
	ss: 'ss',
	o: 'o',
	O: 'O',
	l: 'l',
	L: 'L',
	ae: 'ae',
	AE: 'AE',
	oe: 'oe',
	aa: 'a',
	AA: 'A',
	i: 'i',
	j: 'j',
};

/** `M{\"u}ller` is `Muller`: accents do not matter, so the command goes and the letter stays. */
function withoutLatex(text: string): string {
	if (!/[\\{}$]/.test(text)) {
		return text;
	}
	return text
		.replace(/\\(ss|ae|AE|oe|aa|AA|[oOlLij])(?![a-zA-Z])\s?/g, (_, letter: string) => LATEX_LETTERS[letter] ?? letter)
		.replace(/\\(?:["'`^~=.]|[cvHkrubdt](?=[\s{]))\s*\{?\s*(\p{L})\s*\}?/gu, '$1')
		.replace(/\\[a-zA-Z]+(?=\{)/g, '')
		.replace(/[\\{}$]/g, '');
}
