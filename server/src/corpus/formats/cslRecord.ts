/** The record of one CSL item, from JSON or YAML. */

import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import { type CslFields, cslExtra, cslItem, textOf } from './cslItem.ts';

export interface CslSource {
	readonly fields: CslFields;
	/** The whole item. */
	readonly span: Span;
	/** Where the value of a field stands, without quotes. */
	readonly spanOf: (field: string) => Span | undefined;
}

/** An item keeps its key in one of these; the first that is there counts, the others are further names. */
const KEY_FIELDS = ['citation-key', 'citekey', 'id'];

/** Nothing, where the item has neither a key nor a title. */
export function cslRecord({ fields, span, spanOf }: CslSource): PaperRecord | undefined {
	const names = KEY_FIELDS.flatMap((field) => textOf(fields.get(field)) ?? []);
	const key = names.find((name) => !isAddress(name));
	const aliases = [...new Set(names)].filter((name) => name !== key);
	const item = cslItem(fields);
	if (names.length === 0 && item.title === undefined) {
		return undefined;
	}
	const keyField = KEY_FIELDS.find((field) => key !== undefined && textOf(fields.get(field)) === key);
	const keySpan = spanOf(keyField ?? 'title');
	const extra = cslExtra(fields);
	return {
		...(key === undefined ? {} : { key }),
		...(aliases.length > 0 ? { aliases } : {}),
		item: key === undefined ? item : { id: key, ...item },
		...(extra ? { extra } : {}),
		span,
		...(keySpan ? { keySpan } : {}),
	};
}

/** Zotero's `http://zotero.org/users/1/items/AB12` is no key that anyone could cite: it is kept as an alias only. */
function isAddress(key: string): boolean {
	return /^[a-z]+:\/\//i.test(key);
}
