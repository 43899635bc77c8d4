/**
 * Authors' names as in running text, given name first: `Laurens van der Maaten`, `Martin Luther King Jr.`, `Olmo Team`.
 */

import { isFamilyFirstName } from '../../familyFirst.ts';
import type { NameDraft } from '../../paper.ts';
import { withoutNumber } from './nameNumber.ts';
import { isSuffix } from './nameSuffix.ts';

const PARTICLES = new Set(
	"van von de der den del della delle degli dalla di da do dos das du des la le el al af av zu zum zur ter ten te 't bin ibn bint im vom ul ur y".split(
		' ',
	),
);

/** Capitalised words that begin a family name of two words, as in `Luc Van Gool`. */
const FAMILY_OPENERS = new Set(
	'Van Von De Der Den Del Della Di Da Dos Du El Al La Le Ben Bin Ter Ten St. San'.split(' '),
);

const TEAM_WORD =
	/^(?:the|team|group|consortium|collaboration|labs?|project|initiative|community|foundation|research|institute|university|authors|workshop|network|organi[sz]ation|committee|council)$/i;
const TEAM_SHAPE = /(?:[-\p{Ll}]AI|&)$/u;

export function isParticle(word: string): boolean {
	return PARTICLES.has(word);
}

/** Whether the words name a team rather than a person: `Olmo Team`, `Team Olmo`, `DeepSeek-AI`, `BigScience Workshop`. */
export function isTeam(words: readonly string[]): boolean {
	const [first = ''] = words;
	const last = words.at(-1) ?? '';
	return TEAM_SHAPE.test(last) || TEAM_WORD.test(last) || (words.length > 1 && TEAM_WORD.test(first));
}

/** The parts of a name. A team is a `literal`; a single name is a `family`; `张 伟` has its family name first. */
export function authorName(written: string): NameDraft {
	const words = withoutNumber(written)
		.split(/\s+/)
		.filter((word) => word !== '');
	if (isTeam(words)) {
		return { literal: words.join(' ') };
	}
	if (isFamilyFirstName(words)) {
		return { family: words[0] ?? '', given: words[1] ?? '' };
	}
	const suffix = words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.pop()?.replace(/,$/, '') : undefined;
	const familyStart = startOfFamily(words);
	const particleEnd = Math.min(endOfParticles(words, familyStart), words.length - 1);
	const parts = {
		family: words.slice(particleEnd).join(' '),
		given: words.slice(0, familyStart).join(' '),
		'non-dropping-particle': words.slice(familyStart, particleEnd).join(' '),
		suffix: suffix ?? '',
	};
	return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}

/**
 * Index of the first word of the family name, including particles: 1 in `Laurens van der Maaten` and in `Luc Van Gool`.
 */
function startOfFamily(words: readonly string[]): number {
	let start = words.length - 1;
	while (start > 1 && opensFamily(words[start - 1])) {
		start--;
	}
	return start === 1 && isParticle(words[0] ?? '') ? 0 : Math.max(start, 0);
}

function opensFamily(word: string | undefined): boolean {
	return word !== undefined && (PARTICLES.has(word) || FAMILY_OPENERS.has(word));
}

function endOfParticles(words: readonly string[], start: number): number {
	let end = start;
	while (isParticle(words[end] ?? '')) {
		end++;
	}
	return end;
}
