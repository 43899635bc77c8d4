/** Fixes that replace the reference of a citation's item with another key. */

import { fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationItem } from '../../notes/citation.ts';
import { keyInstead } from '../../notes/citationForms.ts';
import { meantKey } from '../../notes/reference.ts';
import { type Edit, type Fix, fixBy } from './finding.ts';

export interface CitedItem {
	readonly citation: Citation;
	readonly item: CitationItem;
}

/** The edit that makes the item cite `key`. Undefined if the citation's syntax cannot hold that key. */
export function keyEdit({ citation, item }: CitedItem, key: string): Edit | undefined {
	const newText = keyInstead(citation.syntax, item, key);
	return newText === undefined ? undefined : { span: meantKey(item).span, newText };
}

/** The fix that does the same: one, or none. */
export function citeInstead(cited: CitedItem, key: string, preferred: boolean): Fix[] {
	const edit = keyEdit(cited, key);
	return edit ? [fixBy(fixTitles.cite(key), edit, { preferred })] : [];
}
