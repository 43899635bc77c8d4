/** Words that databases write instead of the authors of a paper without any. */

/** Web of Science, also in its BibTeX: `{[}Anonymous]`. Scopus: `[No author name available]`. */
const NOBODY = /^\{?\[\}?(?:anonymous|no authors?\b[^\]]{0,40})\][}.]?$/i;

/** Whether `text`, one name of a list, stands for no author. */
export function isNobody(text: string): boolean {
	return NOBODY.test(text);
}
