/** Papers as citation styles take them: text without LaTeX, formulas as Unicode, and only CSL's own markup. */

import { IDENTIFIER_VARIABLES } from '../corpus/cslVariables.ts';
import type { CslItem } from '../corpus/paper.ts';
import { textRuns } from '../corpus/text/textRuns.ts';
import { type RichText, richText } from '../util/textKinds.ts';
import type { CslData } from './rendering.ts';

/** Not part of any citation, and long. */
const LEFT_OUT = new Set(['id', 'abstract', 'annote', 'keyword', 'note', 'references']);

const AS_WRITTEN = new Set<string>(['type', 'language', ...IDENTIFIER_VARIABLES]);

const known = new WeakMap<CslItem, CslData>();

export function cslData(item: CslItem): CslData {
	const data = known.get(item) ?? dataOf(item);
	known.set(item, data);
	return data;
}

function dataOf(item: CslItem): CslData {
	return Object.fromEntries(
		Object.entries(item)
			.filter(([name]) => !LEFT_OUT.has(name))
			.map(([name, value]) => [name, AS_WRITTEN.has(name) ? value : styled(value)]),
	);
}

/** The value with all texts in it as citation styles take them: titles, and the names of people. */
function styled(value: unknown): unknown {
	if (typeof value === 'string') {
		return cslText(richText(value));
	}
	if (Array.isArray(value)) {
		return value.map(styled);
	}
	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, styled(part)]))
		: value;
}

function cslText(rich: RichText): string {
	return textRuns(rich)
		.map(({ text, bold, italic }) => tagged(tagged(text.replace(/\s+/g, ' '), 'i', italic), 'b', bold))
		.join('')
		.trim();
}

function tagged(text: string, tag: 'i' | 'b', isStyled: boolean): string {
	return isStyled ? `<${tag}>${text}</${tag}>` : text;
}
