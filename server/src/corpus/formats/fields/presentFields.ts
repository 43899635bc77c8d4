/** Objects without the members that have nothing to say. */

import type { ItemDraft } from '../../paper.ts';

/** The variables of an item, of which any may have turned out to be absent. */
export type CslDraft = { readonly [Name in keyof ItemDraft]?: ItemDraft[Name] | undefined };

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** `fields` without members that are undefined, an empty text or an empty list. `{title: 'On Rays', DOI: ''}` gives `{title: 'On Rays'}`. */
export function presentFields<Fields extends object>(fields: Fields): Present<Fields> {
	// Built up, not cut down: the engine is slow with objects that lose members.
	const present: { -readonly [Name in keyof Fields]?: unknown } = {};
	for (const name in fields) {
		const value = fields[name];
		if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) {
			present[name] = value;
		}
	}
	return present as Present<Fields>;
}
