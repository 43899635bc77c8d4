/** What in plain words looks like the mention of a paper. Knows no corpus. */

import { DOI_PREFIX } from '../../util/doi.ts';
import type { Span } from '../../util/span.ts';

export type WrittenMention = { readonly span: Span } & (
	| { readonly kind: 'identifier'; readonly name: string }
	/** `Zeng et al. 2025`, `Strubell & McCallum (2018)`, `Vaswani (2017)` */
	| {
			readonly kind: 'people';
			readonly first: string;
			readonly second: string | undefined;
			readonly others: boolean;
			readonly year: number;
	  }
	| { readonly kind: 'title'; readonly title: string }
);

const DOI = new RegExp(String.raw`(?:\bdoi:\s?)?(?<![\w/.])(${DOI_PREFIX}[^\s"{}<>\\]*[^\s"{}<>\\.,;:!?)\]])`, 'giu');
const ARXIV =
	/(?:\barxiv:\s?)?(?<![\w/.])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?![\w.]*\d)/giu;

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
const PEOPLE = new RegExp(
	String.raw`(?<![\p{L}.])(${NAME})(?:,?\s+(et\s+al\.?)|\s+(?:and|&|und|et)\s+(${NAME}))?,?\s+(?:\(((?:19|20)\d\d)[a-z]?\)|((?:19|20)\d\d)[a-z]?(?![\d\p{L}]))`,
	'gu',
);

/** In quotes or emphasis; or a whole line, or a whole item of a list. */
const TITLES = [
	/["“„«](?=\S)([^"”“»\n]{8,300})["”“»]/gu,
	/(?<![\p{L}\d*])\*{1,3}(?=\S)([^*\n]{8,300})\*{1,3}/gu,
	/(?<![\p{L}\d_])_{1,3}(?=\S)([^_\n]{8,300})_{1,3}/gu,
	/^[ \t>]*(?:[-*+]|\d{1,3}[.)]|#{1,6})?[ \t]*(\S[^\n]{8,300})$/gmu,
];

/** In the order of the text. Places may overlap: a title may hold a year. */
export function writtenMentions(text: string): WrittenMention[] {
	return [
		...found(text, DOI, ([, name = '']) => ({ kind: 'identifier', name })),
		...found(text, ARXIV, ([, name = '']) => ({ kind: 'identifier', name })),
		...found(text, PEOPLE, people),
		...TITLES.flatMap((pattern) => found(text, pattern, ([, title = '']) => ({ kind: 'title', title: title.trim() }))),
	].sort((one, other) => one.span.start - other.span.start);
}

type Without<T> = T extends unknown ? Omit<T, 'span'> : never;

function found(
	text: string,
	pattern: RegExp,
	read: (match: RegExpExecArray) => Without<WrittenMention> | undefined,
): WrittenMention[] {
	return [...text.matchAll(pattern)].flatMap((match) => {
		const mention = read(match);
		const span = { start: match.index, end: match.index + match[0].length };
		return mention ? [{ ...mention, span } as WrittenMention] : [];
	});
}

/** A lone name with a year in no parentheses may be a month or the beginning of a sentence. */
function people([, first = '', others, second, inParentheses, year]: RegExpExecArray):
	| Without<WrittenMention>
	| undefined {
	const isClear = others !== undefined || second !== undefined || inParentheses !== undefined;
	const written = Number(inParentheses ?? year);
	return isClear ? { kind: 'people', first, second, others: others !== undefined, year: written } : undefined;
}
