/** The record of one CSL item, from JSON or YAML. */

import type { Span } from '../../../util/span.ts';
import { withRichText } from '../../../util/textKinds.ts';
import type { PaperRecord } from '../../paper.ts';
import { type CslFields, cslExtra, cslItem, textOf } from './cslItem.ts';

export interface CslSource {
	readonly fields: CslFields;
	/** The whole item. */
	readonly span: Span;
	/** Place of a field's value, without quotes. */
	readonly spanOf: (field: string) => Span | undefined;
}

/** The fields that may hold an item's key. The first one present counts; the others are further names. */
export const KEY_FIELDS = ['citation-key', 'citekey', 'id'];

/** Undefined if the item has neither a key nor a title. */
export function cslRecord({ fields, span, spanOf }: CslSource): PaperRecord | undefined {
	const names = namesIn(fields);
	const key = keyOf(fields);
	const aliases = [...new Set(names)].filter((name) => name !== key);
	const item = cslItem(fields);
	if (names.length === 0 && item.title === undefined) {
		return undefined;
	}
	const keyField = KEY_FIELDS.find((field) => key !== undefined && textOf(fields.get(field)) === key);
	const keySpan = spanOf(keyField ?? 'title');
	const extra = cslExtra(fields);
	return withRichText<PaperRecord>({
		...(key === undefined ? {} : { key }),
		...(aliases.length > 0 ? { aliases } : {}),
		item: key === undefined ? item : { id: key, ...item },
		...(extra ? { extra } : {}),
		span,
		...(keySpan ? { keySpan } : {}),
	});
}

/** The key of an item with these fields; undefined if it has none. */
export function keyOf(fields: CslFields): string | undefined {
	return namesIn(fields)[0];
}

function namesIn(fields: CslFields): readonly string[] {
	return KEY_FIELDS.flatMap((field) => textOf(fields.get(field)) ?? []);
}
