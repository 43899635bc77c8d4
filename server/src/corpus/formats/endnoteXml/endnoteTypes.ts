/** Maps EndNote's reference types, which its XML and its tagged files share, to CSL types. */

/**
 * EndNote's names and numbers of reference types. Source: the table of types in EndNote's `RSXML.dtd`, and exported
 * files.
 */
const TYPES: readonly (readonly [type: string, numbers: readonly number[], name: RegExp])[] = [
	['article-journal', [17, 43], /journal|electronic article/i],
	['book', [6, 28, 44], /^(?:book|edited book|electronic book)$/i],
	['chapter', [5, 60], /section|chapter/i],
	['paper-conference', [10, 47], /conference/i],
	['thesis', [32], /thesis|dissertation/i],
	['report', [27, 46], /report|government/i],
	['webpage', [12, 16], /web ?page|electronic source/i],
	['article-magazine', [19], /magazine/i],
	['article-newspaper', [23], /newspaper/i],
	['patent', [25], /patent/i],
	['manuscript', [34, 36], /manuscript|unpublished/i],
	['software', [9], /computer program|software/i],
	['dataset', [59], /dataset|database/i],
	['standard', [58], /standard/i],
	['entry-encyclopedia', [53], /encyclop/i],
	['entry-dictionary', [52], /dictionary/i],
	['post-weblog', [56], /blog/i],
	['article', [71], /preprint/i],
	['motion_picture', [3, 21], /film|broadcast|audiovisual/i],
	['personal_communication', [26], /personal communication/i],
	['legal_case', [7], /^case$/i],
	['legislation', [31], /statute/i],
	['bill', [4], /^bill$/i],
	['graphic', [2], /artwork/i],
	['map', [20], /^map$/i],
];

/** Types that are not part of a larger work. Their second title is that of a series. */
const STANDALONE_TYPES: ReadonlySet<string> = new Set([
	'book',
	'thesis',
	'report',
	'software',
	'dataset',
	'manuscript',
]);

/** The CSL type of `Journal Article` or of the number 17. The name decides; `document` if neither is known. */
export function endnoteType(name: string, number?: number): string {
	const byName = TYPES.find(([, , pattern]) => pattern.test(name));
	return (byName ?? TYPES.find(([, numbers]) => number !== undefined && numbers.includes(number)))?.[0] ?? 'document';
}

/** Whether a work of this CSL type is no part of a larger one. */
export function isStandalone(type: string): boolean {
	return STANDALONE_TYPES.has(type);
}
