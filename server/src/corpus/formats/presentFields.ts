/** Objects without the members that have nothing to say. */

import type { CslItem } from '../paper.ts';

/** The variables of an item, of which any may have turned out to be absent. */
export type CslDraft = { readonly [Name in keyof CslItem]?: CslItem[Name] | undefined };

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** `fields` without members that are undefined, an empty text or an empty list. `{title: 'On Rays', DOI: ''}` gives `{title: 'On Rays'}`. */
export function presentFields<Fields extends object>(fields: Fields): Present<Fields> {
	const present = { ...fields };
	for (const name in present) {
		const value = present[name];
		if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
			delete present[name];
		}
	}
	return present as Present<Fields>;
}
