/**
 * Cleans up what was typed or pasted: LaTeX, typographic quotes, hyphens at line ends, and the parts of a reference
 * other than names and years.
 */

/** `year > 2020` as in JabRef. */
const SPACED_COMPARISON = /(?<!\S)(year|y)\s*:?\s*([<>]=?|[≤≥])\s*(?=\d)/gi;
const QUOTES = /[“”„‟«»]/g;
/** Soft hyphens and zero-width spaces. */
const UNSEEN = /[\u00ad\u200b\ufeff]/g;

/** `et al.` after a name in the languages in which papers are written, and its prefixes while it is being typed. */
const AND_OTHERS =
	/(?<=[\p{L}\p{N}.][\s,;]+)(?:et\.?\s*al(?:\.|ii|iae|ia)?|&\s*al\.?|u\.\s?a\.?|and others|und andere|et\.?\s+a(?=$))(?=$|[\s,;:()[\]'’\d])/giu;
/** The same in words that a title may have as well, so only before a year, punctuation or the end. */
const AND_OTHER_WORDS =
	/(?<=[\p{L}\p{N}.][\s,;]+)(?:et (?:coll?\.|autres)|y (?:otros|cols?\.)|e (?:outros|altri|cols?\.)|m\.\s?fl\.|e\.\s?a\.|i in\.|и др\.?|외)(?=\s*(?:$|[,;:()[\]]|\d{4}))/giu;
const AND_OTHERS_UNSPACED =
	/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\s?(?:等人?|ら|ほか|他|外)(?=\s*(?:$|[,;()、。\d]))/gu;
/** `Devlin和Chang`: between names in Latin letters, a Chinese or Japanese `and` stands without spaces, too. */
const UNSPACED_AND = /(?<=\p{Script=Latin}\.?)(?:和|与|與|及|と|、|・)(?=\p{Script=Latin})/gu;
/** `, p. 4` at the end. */
const PAGES = /[\s,;]+pp?\.\s*\d+(?:\s*[-–]\s*\d+)?(?=[\s).;\]]*$)/i;
/** The label before an identifier, as in `arxiv 1706.03762`. */
const IDENTIFIER_LABEL =
	/(?<![\p{L}\p{N}])(?:arxiv|doi|pmid|pmcid)[\s:=#]*(?:(?:preprint|id|number|no\.?)[\s:=]+)*(?:arxiv[\s:]*)?(?=\d)/giu;
const IDENTIFIER_ADDRESS = /\bhttps?:\/\/(?:dx\.|www\.)?(?:doi\.org\/|arxiv\.org\/(?:abs|pdf|html)\/)/gi;

/** Matches most queries. They need no cleaning, which takes four times as long as reading them. */
const PLAIN = /^(?!.*\b(?:et|etal|and|und|y|e|arxiv|doi|pmc?id)\b)[a-z0-9 -]*$/i;

/** The query as somebody would type it. */
export function plainQuery(text: string): string {
	if (PLAIN.test(text)) {
		return text;
	}
	return withoutLatex(text.normalize('NFKC'))
		.replace(UNSEEN, '')
		.replace(QUOTES, '"')
		.replace(SPACED_COMPARISON, '$1:$2')
		.replace(AND_OTHERS, ' ')
		.replace(AND_OTHER_WORDS, ' ')
		.replace(AND_OTHERS_UNSPACED, ' ')
		.replace(UNSPACED_AND, ' ')
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

/** `M{\"u}ller` becomes `Muller`: accents do not matter, so the command is dropped and the letter kept. */
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
