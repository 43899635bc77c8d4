/** Words that connect other words. No title ends with one, and no name contains one. */

const WORDS = new Set(
	'a an the of in and or nor for with without from by via as at into onto upon than that this is are be to using under over through towards toward between across'.split(
		' ',
	),
);

/** @param word in lower case */
export function isFunctionWord(word: string): boolean {
	return WORDS.has(word);
}
