/** Which people two records have in common. */

import { editDistance } from '../../util/editDistance.ts';
import { foldedWords } from '../../util/fold.ts';
import { plainPart } from '../names.ts';
import type { CslName } from '../paper.ts';

/** A person or team, folded. */
export interface Person {
	/** The last word of the family name, because sources treat particles and double surnames differently. */
	readonly family: string;
	/** The first word, where the family name has several: `garcia` of García Márquez. */
	readonly firstFamily: string;
	/** All letters of the name in alphabetical order, so that an exchange of given and family name does not matter. */
	readonly letters: string;
	/** The first letters of the given names. */
	readonly initials: string;
	readonly given: readonly string[];
}

/** A letter that was lost when a text was converted: `D?llmann`. */
const LOST = /[?\ufffd]/g;
/** Stands for it in folded names: a letter, so that it parts no word, that no name has. */
const LOST_LETTER = 'ʘ';

export function peopleOf(names: readonly CslName[] | undefined): readonly Person[] {
	return names?.map(personOf).filter(({ family }) => family.replaceAll(LOST_LETTER, '') !== '') ?? [];
}

function personOf(name: CslName): Person {
	const written = plainPart(name.literal ?? name.family);
	const family = foldedWords(LOST.test(written) ? written.replace(LOST, LOST_LETTER) : written);
	const given = name.literal === undefined ? foldedWords(plainPart(name.given).replace(LOST, LOST_LETTER)) : [];
	const particle = foldedWords(plainPart(name['non-dropping-particle'] ?? name['dropping-particle']));
	return {
		family: name.literal === undefined ? (family.at(-1) ?? given.at(-1) ?? '') : family.join(''),
		firstFamily: name.literal === undefined && family.length > 1 ? (family[0] ?? '') : '',
		letters: [...given, ...particle, ...family].join('').split('').sort().join(''),
		initials: initialsOf(given),
		given,
	};
}

/** `Mary Jane`, `M. J.` and `MJ` give `mj`. */
function initialsOf(given: readonly string[]): string {
	const [only = ''] = given;
	const areInitials = given.length === 1 && only.length <= 3 && !/[aeiouy]/.test(only);
	return areInitials ? only : given.map((word) => word.charAt(0)).join('');
}

/** The first person's family name, for a key under which a record is found. */
export function firstFamily(names: readonly CslName[] | undefined): string {
	const [first] = names ?? [];
	const words = first === undefined ? [] : foldedWords(plainPart(first.literal ?? first.family ?? first.given));
	return first?.literal === undefined ? (words.at(-1) ?? '') : words.join('');
}

/**
 * How much of the shorter list is in the longer one, from 0 to 1. Undefined if a list is empty. A family name with other
 * initials is another person.
 */
export function sharedPeople(a: readonly Person[], b: readonly Person[]): number | undefined {
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	if (shorter.length === 0) {
		return undefined;
	}
	const free = new Set(longer);
	let shared = 0;
	for (const person of shorter) {
		for (const other of free) {
			if (isSamePerson(person, other)) {
				free.delete(other);
				shared++;
				break;
			}
		}
	}
	return shared / shorter.length;
}

function isSamePerson(a: Person, b: Person): boolean {
	if (a.letters === b.letters) {
		return true;
	}
	const [initial, other] = [a.initials.charAt(0), b.initials.charAt(0)];
	const isInitialKnown = [initial, other].every((letter) => letter !== '' && letter !== LOST_LETTER);
	if (isInitialKnown && initial !== other && !shareGivenName(a, b)) {
		return false;
	}
	return (
		a.family === b.family || isVariant(a, b) || isVariant(b, a) || (isInitialKnown && isMistyped(a.family, b.family))
	);
}

/** `Mary Jane` and `Jane`; also teams that were read as people: `The Shore Team` and `Shore Team`. */
function shareGivenName(a: Person, b: Person): boolean {
	return a.given.some((word) => word.length > 3 && b.given.includes(word));
}

/** Whether `a` has the family name of the other person with lost letters, or beside a second one. */
function isVariant(a: Person, b: Person): boolean {
	return isDamaged(a, b) || isPartOfDouble(a, b);
}

function isMistyped(a: string, b: string): boolean {
	return Math.min(a.length, b.length) >= 6 && editDistance(a, b, 1) !== undefined;
}

/** Whether the family name of `damaged` has lost letters and may be that of the other. */
function isDamaged({ family: damaged }: Person, { family }: Person): boolean {
	return (
		damaged.includes(LOST_LETTER) &&
		damaged.length > 2 &&
		new RegExp(`^${damaged.replaceAll(LOST_LETTER, '.{1,2}')}$`, 'u').test(family)
	);
}

function isPartOfDouble(double: Person, { family }: Person): boolean {
	return double.firstFamily.length > 3 && double.firstFamily === family;
}
