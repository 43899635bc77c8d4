/** The part of a paper that a citation means, in words. */

const PLURALS: Readonly<Record<string, string>> = { appendix: 'appendices', opus: 'opera' };

/** `page 12`, `pages 12–15` */
export function locatorText(term: string, value: string, isSeveral: boolean): string {
	return `${isSeveral ? (PLURALS[term] ?? `${term}s`) : term} ${value}`;
}
