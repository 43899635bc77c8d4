/**
 * Names as reference managers and databases write them, family name first: `Vaswani, Ashish`, `King, Martin Luther, Jr.`,
 * `van der Maaten, Laurens`, `Griffin DK`, and teams, which some end with a comma: `World Health Organization,`.
 */

import { oneLine } from '../../../util/oneLine.ts';
import type { NameDraft } from '../../paper.ts';
import { presentFields } from '../fields/presentFields.ts';
import { authorName, isParticle, isTeam } from './authorName.ts';
import { INITIALS, namesInCommaList, namesJoinedByAnd } from './nameLists.ts';
import { withoutNumber } from './nameNumber.ts';
import { isSuffix, isSuffixOfPerson } from './nameSuffix.ts';
import { isNobody } from './nobody.ts';

/** At the end of a list, or alone. */
const OTHERS = /(?:^|[,;]?\s+)(?:et\.?\s?al\.?|and others|others)$/i;

/** The people in fields that hold one name each, or several separated by semicolons. `et al.` is not a person. */
export function invertedNames(values: readonly string[]): readonly NameDraft[] {
	const written = values.flatMap((value) => value.split(';').flatMap(listedNames)).map(trimmedName);
	return written.filter((name) => name !== '' && !isNobody(name)).map(invertedName);
}

/** The names in a text that may hold several: `Smith, J. and Jones, B.`, `Smith J, Jones B`, without `et al.` */
function listedNames(value: string): readonly string[] {
	const names = value.trim().replace(OTHERS, '');
	return namesJoinedByAnd(names).flatMap((name) => namesInCommaList(name.split(',')) ?? [name]);
}

/** Whether a field ends the list of people with `et al.` */
export function namesOthers(value: string): boolean {
	return OTHERS.test(value.trim());
}

function trimmedName(name: string): string {
	return oneLine(name).trim();
}

/** In characters. A longer text is not a name and not worth parsing. */
const MAX_LENGTH = 200;

export function invertedName(text: string): NameDraft {
	const written = withoutNumber(text);
	if (written.length > MAX_LENGTH) {
		return { literal: written.slice(0, MAX_LENGTH) };
	}
	const [family = '', ...rest] = written.split(',').map((part) => part.trim());
	if (rest.length === 0) {
		return nameWithoutComma(family);
	}
	const [given = '', ...more] = rest.filter((part) => part !== '');
	if (given === '') {
		return { literal: family };
	}
	if (isSuffix(given) && more.length > 0) {
		return { ...familyParts(family), given: more.join(', '), suffix: given };
	}
	const [suffix = '', ...others] = more;
	if (others.length === 0 && isSuffixOfPerson(suffix)) {
		return { ...familyParts(family), given, suffix };
	}
	return { ...familyParts(family), ...givenParts([given, ...more].join(', ')) };
}

/** `Griffin DK` is a family name and initials. Any other name has its family name last, or is a team's. */
function nameWithoutComma(written: string): NameDraft {
	const words = written.split(' ');
	const plain = words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.slice(0, -1) : words;
	const start = plain.findIndex((_, index) => index > 0 && INITIALS.test(plain.slice(index).join(' ')));
	if (start < 0 || isTeam(words)) {
		return authorName(written);
	}
	const suffix = plain.length < words.length ? words.at(-1) : undefined;
	return {
		...familyParts(plain.slice(0, start).join(' ')),
		given: plain.slice(start).join(' '),
		...presentFields({ suffix }),
	};
}

/** The parts of `van der Maaten` and of `Smith Jr.` */
export function familyParts(written: string): NameDraft {
	if (!written.includes(' ')) {
		return { family: written };
	}
	const words = written.split(' ');
	const suffix = words.length > 1 && isSuffix(words.at(-1) ?? '') ? words.pop() : undefined;
	const start = words.findIndex((word, index) => !isParticle(word) || index === words.length - 1);
	const particle = words.slice(0, start).join(' ');
	return presentFields({ family: words.slice(start).join(' '), 'non-dropping-particle': particle, suffix });
}

/** The parts of `Robert R Jr`, of `Martin Luther, Jr.`, and of `Ludwig van`, whose particle belongs to the family name. */
function givenParts(written: string): NameDraft {
	const words = written.split(/,? /);
	const suffix = words.length > 1 && isSuffix(words.at(-1) ?? '') ? words.pop() : undefined;
	const end = words.findLastIndex((word, index) => !isParticle(word) || index === 0) + 1;
	if (suffix === undefined && end === words.length) {
		return { given: written };
	}
	const particle = words.slice(end).join(' ');
	return presentFields({ given: words.slice(0, end).join(' '), 'dropping-particle': particle, suffix });
}
