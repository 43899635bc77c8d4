/** Acronyms made of the initials of a title or a venue. */

import { initialsOf } from './paperTerms.ts';

/** A part of a line. */
export interface Section {
	readonly start: number;
	readonly end: number;
}

/** In letters. Nobody searches for shorter acronyms. */
export const MIN_ACRONYM_LENGTH = 3;

/**
 * The initials of the section that contain `letters`. Nearly always there are none, which a quick test in place finds
 * out for most sections.
 */
export function initialsWith(line: string, section: Section, letters: string): readonly string[] {
	return (maskOf(letters) & ~initialsMask(line, section)) === 0
		? initialsOf(line.slice(section.start, section.end)).filter((initials) => initials.includes(letters))
		: [];
}

/** A bit for each letter that begins a word. Letters with the same last five bits share one. */
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
