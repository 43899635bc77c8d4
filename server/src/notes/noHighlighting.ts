/**
 * Stands in for `@lezer/highlight` in the built files (`--alias` in package.json). The Markdown parser says with it which
 * colours its nodes have. A server shows none, so nothing of it is kept.
 */

/** What marks a node's colour. */
export class Tag {}

/** A colour, or a function that makes one of another. */
const anyTag = (): unknown => anyTag;

export const tags: object = new Proxy({}, { get: () => anyTag });

/** As a source of properties, it has none for any type of node. */
export function styleTags(): () => undefined {
	return () => undefined;
}
