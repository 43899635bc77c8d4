/**
 * Lists of people: `First von Last and von Last, First and von Last, Jr, First`, as BibTeX splits them
 * (Markey, "Tame the BeaST", section 11), and BibLaTeX's `family=..., given=...` form.
 */

import type { CslName } from '../../paper.ts';
import { decodeLatex } from '../../text/latexDecoder.ts';
import { plainText } from '../../text/richText.ts';

export interface NameList {
	readonly names: readonly CslName[];
	/** The list ends with `and others`. */
	readonly isTruncated: boolean;
}

const AND = /\s+and(?:\s+and)*\s+/i;
const COMPLEX = /[\\{}$~`=]/;
/** `Doe, J.; Roe, R.`: what some exporters write for `and`. */
const SEMICOLONS = /^[^;,\\{}]+,[^;,\\{}]+(?:;[^;,\\{}]+,[^;,\\{}]+)+$/;
const OTHERS = /^(?:others|et\.?\s*al\.?)$/i;

/** The people of a field's LaTeX `source`, in order. */
export function nameList(source: string): NameList {
	const isComplex = COMPLEX.test(source);
	const parts = isComplex ? splitOutsideBraces(source, AND_AT) : splitPlain(source);
	const names: CslName[] = [];
	let isTruncated = false;
	for (const part of parts) {
		const name = part.trim();
		if (name.includes(';') && SEMICOLONS.test(name)) {
			for (const each of name.split(';')) {
				names.push(plainName(each.trim()));
			}
		} else if (OTHERS.test(name)) {
			isTruncated = true;
		} else if (name !== '' && name !== 'and') {
			names.push(isComplex && COMPLEX.test(name) ? complexName(name) : plainName(name));
		}
	}
	return { names, isTruncated };
}

const AND_AT = /\s+and(?=[\s{])\s*/iy;
const COMMA_AT = /\s*,\s*/y;
const SPACE_AT = /(?:[\s~]|\\ )+/y;

/** `source.split(AND)` for a source without braces; most lists have `and` in lower case, which needs no pattern. */
function splitPlain(source: string): readonly string[] {
	const parts: string[] = [];
	let start = 0;
	for (let at = source.indexOf('and'); at >= 0; at = source.indexOf('and', at + 3)) {
		if (at > start && isSpaceAt(source, at - 1) && isSpaceAt(source, at + 3)) {
			parts.push(source.slice(start, at));
			start = at + 3;
		}
	}
	parts.push(source.slice(start));
	return parts.length === 1 || source.includes('AND') ? source.split(AND) : parts;
}

function isSpaceAt(text: string, position: number): boolean {
	const code = text.charCodeAt(position);
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Parts of `text` between matches of `separator` that stand outside all braces. */
function splitOutsideBraces(text: string, separator: RegExp): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 0x7b) {
			depth += 1;
		} else if (code === 0x7d) {
			depth -= 1;
		} else if (depth <= 0) {
			separator.lastIndex = i;
			if (separator.test(text)) {
				parts.push(text.slice(start, i));
				start = separator.lastIndex;
				i = start - 1;
			} else if (code === 0x5c) {
				i += 1;
			}
		}
	}
	parts.push(text.slice(start));
	return parts;
}

/** A word of a name: its text, and whether BibTeX would take it for a particle. */
interface Word {
	readonly text: string;
	readonly isParticle: boolean;
}

/** `Family, Given` with nothing that needs a second look. */
const USUAL = /^([A-Z][\w'’-]*), ([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)$/;

function plainName(name: string): CslName {
	const usual = USUAL.exec(name);
	if (usual !== null && !SUFFIX.test(usual[2] ?? '')) {
		return { family: usual[1] ?? '', given: usual[2] ?? '' };
	}
	const parts = name.split(',').map((part) => part.trim());
	return nameOf(parts.map(plainWords));
}

function plainWords(part: string): Word[] {
	return part
		.split(/\s+/)
		.filter((text) => text !== '')
		.map((text) => ({ text, isParticle: startsLower(text) }));
}

function complexName(name: string): CslName {
	const extended = extendedName(name);
	if (extended !== undefined) {
		return extended;
	}
	if (isOneGroup(name)) {
		return { literal: decoded(name) };
	}
	return nameOf(splitOutsideBraces(name, COMMA_AT).map(complexWords));
}

function complexWords(part: string): Word[] {
	return splitOutsideBraces(part.trim(), SPACE_AT)
		.filter((text) => text.trim() !== '')
		.map((source) => {
			const text = decoded(source);
			// BibTeX takes the case of a word from its first letter outside braces; a whole word in braces has none.
			return { text, isParticle: startsLower(text) && !/^\{[^\\]/.test(source) };
		})
		.filter((word) => word.text !== '');
}

/** Whether one pair of braces holds it all: `{Barnes and Noble}`. */
function isOneGroup(name: string): boolean {
	if (!name.startsWith('{') || !name.endsWith('}') || /^\{\\[^{]{1,20}\}$/.test(name)) {
		return false;
	}
	let depth = 0;
	for (let i = 0; i < name.length - 1; i += 1) {
		const code = name.charCodeAt(i);
		depth += code === 0x7b ? 1 : code === 0x7d ? -1 : 0;
		if (depth === 0) {
			return false;
		}
	}
	return true;
}

function decoded(source: string): string {
	return COMPLEX.test(source) ? plainText(decodeLatex(source, 'source')) : source;
}

function startsLower(text: string): boolean {
	const first = text.charAt(0);
	return first !== first.toUpperCase();
}

/** The name whose comma-separated parts are `parts`. */
function nameOf(parts: readonly (readonly Word[])[]): CslName {
	const filled = parts.filter((part, index) => index === 0 || part.length > 0);
	const [first = [], second = [], ...rest] = filled;
	if (filled.length === 1) {
		return firstLastName(first);
	}
	const surname = particleAndFamily(first);
	if (rest.length === 0) {
		return isSuffix(second) ? { ...firstLastName(first), suffix: joined(second) } : { ...surname, ...given(second) };
	}
	return isSuffix(rest.flat()) && !isSuffix(second)
		? { ...surname, ...given(second), suffix: joined(rest.flat()) }
		: { ...surname, ...given(rest.flat()), suffix: joined(second) };
}

/** `First von Last`: the particles begin with the first word in lower case and end with the last before the family. */
function firstLastName(words: readonly Word[]): CslName {
	if (words.length <= 1) {
		return { family: joined(words) };
	}
	const last = words.length - 1;
	const firstParticle = words.findIndex((word, index) => word.isParticle && index < last);
	if (firstParticle < 0) {
		return { family: words[last]?.text ?? '', ...given(words.slice(0, last)) };
	}
	return { ...particleAndFamily(words.slice(firstParticle)), ...given(words.slice(0, firstParticle)) };
}

function particleAndFamily(words: readonly Word[]): CslName {
	const lastParticle = words.findLastIndex((word, index) => word.isParticle && index < words.length - 1);
	const isLed = words[0]?.isParticle === true && lastParticle >= 0;
	if (!isLed) {
		return { family: joined(words) };
	}
	return {
		family: joined(words.slice(lastParticle + 1)),
		'non-dropping-particle': joined(words.slice(0, lastParticle + 1)),
	};
}

function given(words: readonly Word[]): CslName {
	return words.length === 0 ? {} : { given: joined(words) };
}

function joined(words: readonly Word[]): string {
	return words.map((word) => word.text).join(' ');
}

const SUFFIX = /^(?:jr|sr|junior|senior|[ivx]{2,4}|iv|2nd|3rd|4th|esq|m\.?d|ph\.?d)\.?$/i;

function isSuffix(words: readonly Word[]): boolean {
	return words.length === 1 && SUFFIX.test(words[0]?.text ?? '');
}

const EXTENDED = /^"?(?:family|given|prefix|suffix)(?:-i)?\s*=/i;

/** `family=Müller, given=Hans, prefix=von, useprefix=true` (BibLaTeX manual, 3.4); nothing where it is another form. */
function extendedName(name: string): CslName | undefined {
	if (!EXTENDED.test(name)) {
		return undefined;
	}
	const parts = new Map<string, string>();
	for (const part of splitOutsideBraces(name, COMMA_AT)) {
		const equals = part.indexOf('=');
		const value = decoded(part.slice(equals + 1).trim()).replace(/^"|"$/g, '');
		parts.set(part.slice(0, equals).trim().replace(/^"/, '').toLowerCase(), value);
	}
	const particle = parts.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle';
	return {
		family: parts.get('family') ?? '',
		...optional('given', parts.get('given')),
		...optional('suffix', parts.get('suffix')),
		...optional(particle, parts.get('prefix')),
	};
}

function optional(name: keyof CslName, value: string | undefined): CslName {
	return value === undefined || value === '' ? {} : { [name]: value };
}
