/** Removes empty members from objects. */

import type { ItemDraft } from '../../paper.ts';

/** The variables of an item, any of which may be undefined. */
export type CslDraft = { readonly [Name in keyof ItemDraft]?: ItemDraft[Name] | undefined };

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/**
 * `fields` without members that are undefined, empty texts or empty lists. `{title: 'On Rays', DOI: ''}` gives `{title:
 * 'On Rays'}`.
 */
export function presentFields<Fields extends object>(fields: Fields): Present<Fields> {
	// Builds a new object, because the engine is slow with objects whose members are deleted.
	const present: { -readonly [Name in keyof Fields]?: unknown } = {};
	for (const name in fields) {
		const value = fields[name];
		if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) {
			present[name] = value;
		}
	}
	return present as Present<Fields>;
}
