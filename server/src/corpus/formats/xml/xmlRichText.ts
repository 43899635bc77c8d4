/**
 * Converts the content of XML elements to rich text (`text/richText.ts`): inline tags become CSL's, MathML becomes text.
 */

import { oneLine } from '../../../util/oneLine.ts';
import { type RichText, richText } from '../../../util/textKinds.ts';
import { mathRichText } from './mathMl.ts';
import type { XmlElement, XmlNode } from './xmlElement.ts';

/** Inline elements of PubMed, JATS, HTML and Atom, and the corresponding CSL tags. */
const TAGS: ReadonlyMap<string, string> = new Map(
	Object.entries({ i: 'i em italic it', b: 'b strong bold', sup: 'sup', sub: 'sub inf' }).flatMap(([tag, names]) =>
		names.split(' ').map((name): [string, string] => [name, tag]),
	),
);

const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'br', 'div', 'li']);

/** Values of EndNote's `<style face="italic">`, which may contain several. */
const FACES: readonly (readonly [string, string])[] = [
	['italic', 'i'],
	['bold', 'b'],
	['superscript', 'sup'],
	['subscript', 'sub'],
];

/** Each paragraph on one line. Paragraphs are separated by blank lines. */
export function richTextIn(element: XmlElement): RichText {
	const text = withTags(element.children).replace(/\r\n?/g, '\n');
	const paragraphs = text
		.split(/\n[^\S\n]*\n\s*/)
		.map((paragraph) => oneLine(paragraph).trim())
		.filter((paragraph) => paragraph !== '');
	return richText(paragraphs.join('\n\n'));
}

function withTags(nodes: readonly XmlNode[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : elementText(node))).join('');
}

function elementText(element: XmlElement): string {
	if (element.name === 'math') {
		return mathRichText(element);
	}
	const inner = withTags(element.children);
	if (PARAGRAPHS.has(element.name)) {
		return `\n\n${inner}\n\n`;
	}
	const tags = element.name === 'style' ? faces(element) : [TAGS.get(element.name) ?? ''];
	return tags.reduce((text, tag) => (tag === '' || text === '' ? text : `<${tag}>${text}</${tag}>`), inner);
}

function faces(element: XmlElement): readonly string[] {
	const face = element.attributes.get('face') ?? '';
	return FACES.filter(([name]) => face.includes(name)).map(([, tag]) => tag);
}
