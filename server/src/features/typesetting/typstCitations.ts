/** Citations as Typst writes them. Source: the reference of Typst (0.13), functions `cite` and `ref`, and its escapes. */

import type { CitationMode } from '../../notes/citation.ts';
import { type CitedWork, type FoundCitation, type InlinePart, inlineParts, type Typeset } from './citedWork.ts';

const FORMS: Readonly<Record<CitationMode, string>> = { parenthetical: '', inText: 'prose', suppressAuthor: 'year' };

/** A label as it may stand in `<...>`. */
const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?`;

const IS_LABEL = new RegExp(`^${LABEL}$`, 'u');

/** After `@key`, what would be read as more of the key, or as its supplement. */
const GOES_ON = /^(?:[\p{L}\p{N}_[-]|[.:][\p{L}\p{N}_])/u;

/** After `#cite(...)`, what would be read as more of the expression. */
const MORE_CODE = /^(?:[[(]|\.\p{L})/u;

/**
 * `@ash[p. 3]` or `#cite(<ash>, form: "prose")`, one for each work: Typst joins those that stand side by side. `next` is the
 * text behind the citation. Typst has no words before a key.
 */
export function typstCitation(works: readonly CitedWork[], next = ''): Typeset {
	if (works.some(({ prefix }) => prefix !== undefined)) {
		return { reason: 'prefix' };
	}
	const texts = works.map((work, index) => oneWork(work, index < works.length - 1 ? ' ' : next));
	return { text: texts.join(' ') };
}

function oneWork({ key, mode, locator }: CitedWork, next: string): string {
	const supplement = locator === undefined ? '' : `[${inlineParts(locator).map(typstOf).join('')}]`;
	if (mode === 'parenthetical' && IS_LABEL.test(key) && !GOES_ON.test(supplement === '' ? next : '')) {
		return `@${key}${supplement}`;
	}
	const label = IS_LABEL.test(key) ? `<${key}>` : `label(${JSON.stringify(key)})`;
	const form = FORMS[mode] === '' ? [] : [`form: "${FORMS[mode]}"`];
	const code = `#cite(${[label, ...(supplement === '' ? [] : [`supplement: ${supplement}`]), ...form].join(', ')})`;
	return MORE_CODE.test(next) ? `${code};` : code;
}

function typstOf(part: InlinePart): string {
	switch (part.kind) {
		case 'text':
			return part.text.replace(/[\\#$*_[\]@<>~`]|\/\/|\/\*/g, '\\$&').replaceAll('\u00a0', '~');
		case 'code':
			return `#raw(${JSON.stringify(part.text)})`;
		case 'formula':
			// Typst has a language of its own for formulas.
			return `#raw(${JSON.stringify(part.text.slice(1, -1))})`;
		case 'emphasis':
			return `_${part.parts.map(typstOf).join('')}_`;
		case 'strong':
			return `*${part.parts.map(typstOf).join('')}*`;
	}
}

const CITE = new RegExp(
	String.raw`#cite\(\s*(?:<(?<label>${LABEL})>|label\("(?<text>(?:[^"\\]|\\.)*)"\))(?<options>(?:\s*,\s*(?:supplement:\s*\[(?:[^[\]\\]|\\.)*\]|form:\s*"[a-z]+"|style:\s*"[^"]*"))*)\s*,?\s*\);?`,
	'gu',
);

const REFERENCE = new RegExp(
	String.raw`(?<![\p{L}\p{N}_@\\.])@(?<label>${LABEL})(?:\[(?<supplement>(?:[^[\]\\]|\\.)*)\])?`,
	'gu',
);

/**
 * The citations in Typst `text`. A reference such as `@ash`, which may be a user name or a figure elsewhere, counts if
 * `isKey`.
 */
export function typstCitations(text: string, isKey: (label: string) => boolean): FoundCitation[] {
	const calls = [...text.matchAll(CITE)].map((found) => {
		const { label, text: written, options = '' } = found.groups ?? {};
		const form = /form:\s*"(?<form>[a-z]+)"/.exec(options)?.groups?.['form'];
		const supplement = /supplement:\s*\[(?<content>(?:[^[\]\\]|\\.)*)\]/.exec(options)?.groups?.['content'];
		return citation(found, label ?? unquoted(written ?? ''), supplement, modeOf(form));
	});
	const references = [...text.matchAll(REFERENCE)].flatMap((found) => {
		const { label = '', supplement } = found.groups ?? {};
		return isKey(label) ? [citation(found, label, supplement, 'parenthetical')] : [];
	});
	return [...calls, ...references].sort((one, other) => one.span.start - other.span.start);
}

function modeOf(form: string | undefined): CitationMode {
	return form === 'prose' ? 'inText' : form === 'year' ? 'suppressAuthor' : 'parenthetical';
}

function unquoted(text: string): string {
	return text.replace(/\\(.)/g, '$1');
}

function citation(
	{ 0: whole, index }: RegExpExecArray,
	key: string,
	supplement: string | undefined,
	mode: CitationMode,
): FoundCitation {
	const locator = supplement
		?.replace(/(?<!\\)\*/g, '**')
		.replace(/(?<!\\)_/g, '*')
		.replace(/(?<!\\)~/g, ' ')
		.trim();
	return {
		span: { start: index, end: index + whole.length },
		works: [{ key, mode, ...(locator ? { locator } : {}) }],
	};
}
