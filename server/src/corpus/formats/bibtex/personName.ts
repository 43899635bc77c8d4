/**
 * A name: `First von Last`, `von Last, First` or `von Last, Jr, First` (Markey, "Tame the BeaST", section 11), a team in
 * braces, or BibLaTeX's `family=..., given=...` (manual, 3.4).
 */

import { type LatexSource, latexSource, type PlainText, unmarked } from '../../../util/textKinds.ts';
import { isFamilyFirstName } from '../../familyFirst.ts';
import type { NameDraft } from '../../paper.ts';
import { decodeLatex } from '../../text/latexDecoder.ts';
import { plainText } from '../../text/richText.ts';
import { withoutNumber } from '../people/nameNumber.ts';
import { isSuffix, isSuffixOfFamily, isSuffixOfPerson } from '../people/nameSuffix.ts';
import { splitOutsideBraces } from './splitting.ts';

const COMPLEX = /[\\{}$~`=]/;
const COMMA_AT = /,/y;
/** A space after a command only ends the command's name: `\L ukasz` is one word. */
const SPACE_AT = /(?<!\\[A-Za-z]{1,12}\s{0,3})\s(?:[\s~]|\\ )*|(?:~|\\ )(?:[\s~]|\\ )*/y;

/** The person or team that `source` names. */
export function personName(written: LatexSource): NameDraft {
	const source = latexSource(withoutNumber(written));
	return hasMarkup(source) ? complexName(source) : plainName(unmarked(source));
}

/** Whether `source` contains anything besides letters, blanks and punctuation. */
export function hasMarkup(source: LatexSource): boolean {
	return COMPLEX.test(source);
}

/** A word of a name, and whether BibTeX treats it as a particle. */
interface Word {
	readonly text: PlainText;
	readonly isParticle: boolean;
}

/** `Family, Given` without anything that needs further parsing. */
const USUAL = /^([A-Z][\w'’-]*), ([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)$/;

function plainName(name: PlainText): NameDraft {
	const usual = USUAL.exec(name);
	if (usual !== null && !isSuffixOfFamily(usual[2] ?? '')) {
		return { family: usual[1] ?? '', given: usual[2] ?? '' };
	}
	const parts = name.split(',').map((part) => part.trim());
	return nameOf(parts.map(plainWords));
}

function plainWords(part: PlainText): Word[] {
	return part
		.split(/\s+/)
		.filter((text) => text !== '')
		.map((text) => ({ text, isParticle: startsLower(text) }));
}

function complexName(name: LatexSource): NameDraft {
	const extended = extendedName(name);
	if (extended !== undefined) {
		return extended;
	}
	if (isOneGroup(name)) {
		return { literal: decoded(name) };
	}
	return nameOf(splitOutsideBraces(name, COMMA_AT).map(complexWords));
}

function complexWords(part: LatexSource): Word[] {
	return splitOutsideBraces(latexSource(part.trim()), SPACE_AT)
		.filter((text) => text.trim() !== '')
		.map((source) => {
			const text = decoded(source);
			// BibTeX takes the case of a word from its first letter outside braces. A word entirely in braces has no case.
			return { text, isParticle: startsLower(text) && !/^\{[^\\]/.test(source) };
		})
		.filter((word) => word.text !== '');
}

/** Whether one pair of braces encloses the whole name: `{Barnes and Noble}`. */
function isOneGroup(name: LatexSource): boolean {
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

function decoded(source: LatexSource): PlainText {
	// No name has braces: what looks like one is left over from an exporter.
	return hasMarkup(source) ? plainText(decodeLatex(source, 'source')).replace(/[{}]/g, '') : unmarked(source);
}

function startsLower(text: string): boolean {
	const first = text.charAt(0);
	return first !== first.toUpperCase();
}

/** The name whose comma-separated parts are `parts`. */
function nameOf(parts: readonly (readonly Word[])[]): NameDraft {
	const filled = parts.filter((part, index) => index === 0 || part.length > 0);
	const [first = [], second = [], ...rest] = filled;
	if (filled.length === 1) {
		return firstLastName(first);
	}
	const surname = particleAndFamily(first);
	if (rest.length === 0) {
		return isSuffixOfFamily(joined(second))
			? { ...firstLastName(first), suffix: joined(second) }
			: { ...surname, ...given(second) };
	}
	const last = joined(rest.flat());
	return isSuffixOfPerson(last) && !isSuffix(joined(second)) && !isSuffixOfFamily(joined(second))
		? { ...surname, ...given(second), suffix: last }
		: { ...surname, ...given(rest.flat()), suffix: joined(second) };
}

/**
 * `First von Last`: the particles start at the first word in lower case and end before the family name. `张 伟` is `Last
 * First`.
 */
function firstLastName(words: readonly Word[]): NameDraft {
	if (words.length <= 1) {
		return { family: joined(words) };
	}
	if (isFamilyFirstName(words.map(({ text }) => text))) {
		return { family: words[0]?.text ?? '', ...given(words.slice(1)) };
	}
	const last = words.length - 1;
	const firstParticle = words.findIndex((word, index) => word.isParticle && index < last);
	if (firstParticle < 0) {
		return { family: words[last]?.text ?? '', ...given(words.slice(0, last)) };
	}
	return { ...particleAndFamily(words.slice(firstParticle)), ...given(words.slice(0, firstParticle)) };
}

function particleAndFamily(words: readonly Word[]): NameDraft {
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

function given(words: readonly Word[]): NameDraft {
	return words.length === 0 ? {} : { given: joined(words) };
}

function joined(words: readonly Word[]): PlainText {
	return words.map((word) => word.text).join(' ');
}

const EXTENDED = /^"?(?:family|given|prefix|suffix)(?:-i)?\s*=/i;

/** `family=Müller, given=Hans, prefix=von, useprefix=true` (BibLaTeX manual, 3.4); undefined for other forms. */
function extendedName(name: LatexSource): NameDraft | undefined {
	if (!EXTENDED.test(name)) {
		return undefined;
	}
	const parts = new Map<string, PlainText>();
	for (const part of splitOutsideBraces(name, COMMA_AT)) {
		const equals = part.indexOf('=');
		const value = decoded(latexSource(part.slice(equals + 1).trim())).replace(/^"|"$/g, '');
		parts.set(part.slice(0, equals).trim().replace(/^"/, '').toLowerCase(), value);
	}
	const particle = parts.get('useprefix')?.toLowerCase() === 'false' ? 'dropping-particle' : 'non-dropping-particle';
	return {
		family: parts.get('family') ?? '',
		...optional('given', parts.get('given')),
		...optional('suffix', parts.get('suffix')),
		...optional(particle, parts.get('prefix')),
	};
}

function optional(name: keyof NameDraft, value: PlainText | undefined): NameDraft {
	return value === undefined || value === '' ? {} : { [name]: value };
}
