/** Finds elements and texts in an XML tree. */

import { oneLine } from '../../../util/oneLine.ts';
import { type MarkupSource, markupSource } from '../../../util/textKinds.ts';
import type { XmlElement } from './xmlElement.ts';

/** The elements at `path`, from child to child: `AuthorList/Author`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
	let level: readonly XmlElement[] = [element];
	for (const name of path.split('/')) {
		level = level.flatMap((each) =>
			each.children.filter((child) => typeof child !== 'string' && child.name === name),
		) as XmlElement[];
	}
	return level;
}

/** The first of these elements. */
export function elementAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
	return element && elementsAt(element, path)[0];
}

/** The text of an element and all its descendants, on one line. */
export function textIn(element: XmlElement): MarkupSource {
	return markupSource(oneLine(rawText(element)).trim());
}

function rawText(element: XmlElement): string {
	return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

/** The lines of its text, which EndNote separates with `&#xD;`. Line ends of the file are only layout. */
export function linesWithin(element: XmlElement): readonly MarkupSource[] {
	return rawText(element)
		.split('\r')
		.map((line) => markupSource(oneLine(line).trim()));
}

/** The text at `path`; undefined if there is none. */
export function textAt(element: XmlElement | undefined, path: string): MarkupSource | undefined {
	const found = elementAt(element, path);
	return (found && textIn(found)) || undefined;
}

/** The text at `path` with its line ends and indentation, which have a meaning in running text. */
export function proseAt(element: XmlElement, path: string): MarkupSource | undefined {
	const found = elementAt(element, path);
	return (found && markupSource(rawText(found).trim())) || undefined;
}

/** The non-empty texts at `path`. */
export function textsAt(element: XmlElement | undefined, path: string): readonly MarkupSource[] {
	return element
		? elementsAt(element, path)
				.map(textIn)
				.filter((text) => text !== '')
		: [];
}
