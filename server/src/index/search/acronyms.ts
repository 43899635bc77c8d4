/** Initials by which a title or a venue may be meant. */

import { initialsOf } from './paperTerms.ts';

/** Part of a line. */
export interface Section {
	readonly start: number;
	readonly end: number;
}

/** A shorter word is no acronym that anyone would look for. */
export const SHORTEST_ACRONYM = 3;

/** Those initials of the section that hold `letters`. Nearly always none: a look at them in place tells it of most. */
export function initialsWith(line: string, section: Section, letters: string): readonly string[] {
	return (maskOf(letters) & ~initialsMask(line, section)) === 0
		? initialsOf(line.slice(section.start, section.end)).filter((initials) => initials.includes(letters))
		: [];
}

/** A bit for each letter that begins a word; those that share their last five bits share one. */
function initialsMask(line: string, { start, end }: Section): number {
	let mask = 0;
	for (let at = line.indexOf(' ', start); at >= 0 && at + 1 < end; at = line.indexOf(' ', at + 1)) {
		mask |= 1 << (line.charCodeAt(at + 1) & 31);
	}
	return mask;
}

function maskOf(letters: string): number {
	let mask = 0;
	for (let at = 0; at < letters.length; at++) {
		mask |= 1 << (letters.charCodeAt(at) & 31);
	}
	return mask;
}
