/**
 * What was typed or pasted, without what only its writing put in: LaTeX, bent quotes, hyphens of a line's end, and what a
 * reference says beside names and years.
 */

/** `year > 2020`, as JabRef has it. */
const SPACED_COMPARISON = /(?<!\S)(year|y)\s*:?\s*([<>]=?|[≤≥])\s*(?=\d)/gi;
const QUOTES = /[“”„‟«»]/g;
/** Soft hyphens, and spaces without width. */
const UNSEEN = /[\u00ad\u200b\ufeff]/g;

/** `et al.` after a name, in the languages in which papers are written, and what is typed on the way to it. */
const AND_OTHERS =
	/(?<=[\p{L}\p{N}.][\s,;]+)(?:et\.?\s*al(?:\.|ii|iae|ia)?|&\s*al\.?|u\.\s?a\.?|and others|und andere|et\.?\s+a(?=$))(?=$|[\s,;:()[\]'’\d])/giu;
const AND_OTHERS_IN_HAN = /(?<=\p{Script=Han})(?:等人?|ら)(?=$|[\s,;()，、；（）\d])/gu;
/** `, p. 4` at the end. */
const PAGES = /[\s,;]+pp?\.\s*\d+(?:\s*[-–]\s*\d+)?(?=[\s).;\]]*$)/i;
/** What names an identifier that follows, `arxiv 1706.03762`. */
const IDENTIFIER_LABEL =
	/(?<![\p{L}\p{N}])(?:arxiv|doi|pmid|pmcid)[\s:=#]*(?:(?:preprint|id|number|no\.?)[\s:=]+)*(?:arxiv[\s:]*)?(?=\d)/giu;
const IDENTIFIER_ADDRESS = /\bhttps?:\/\/(?:dx\.|www\.)?(?:doi\.org\/|arxiv\.org\/(?:abs|pdf|html)\/)/gi;

/** What most queries are, which need no closer look: it takes four times as long as to read them. */
const PLAIN = /^(?!.*\b(?:et|etal|and|und|arxiv|doi|pmc?id)\b)[a-z0-9 -]*$/i;

/** The query as it would be typed. */
export function plainQuery(text: string): string {
	if (PLAIN.test(text)) {
		return text;
	}
	return withoutLatex(text)
		.replace(UNSEEN, '')
		.replace(QUOTES, '"')
		.replace(SPACED_COMPARISON, '$1:$2')
		.replace(AND_OTHERS, ' ')
		.replace(AND_OTHERS_IN_HAN, ' ')
		.replace(PAGES, ' ')
		.replace(IDENTIFIER_ADDRESS, '')
		.replace(IDENTIFIER_LABEL, '');
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
