/** Lists of people as BibTeX writes them: `van der Maaten, Laurens and {World Health Organization} and others`. */

import type { PlainText } from '../../util/textKinds.ts';
import { isSuffixOfFamily } from '../formats/people/nameSuffix.ts';
import { plainPart } from '../names.ts';
import type { CslName } from '../paper.ts';
import { plainLatex } from './latexText.ts';

/** @param isTruncated whether the list ends with `and others` */
export function latexNames(names: readonly CslName[], isTruncated: boolean): string {
	return [...names.map(latexName), ...(isTruncated ? ['others'] : [])].join(' and ');
}

function latexName(name: CslName): string {
	return name.literal === undefined ? personLatex(name) : teamLatex(plainPart(name.literal));
}

/** In braces, so that it is one name. A group that begins with a command would be a letter with an accent to BibTeX. */
function teamLatex(team: PlainText): string {
	const latex = plainLatex(team);
	return latex.startsWith('\\') ? `{{}${latex}}` : `{${latex}}`;
}

function personLatex(name: CslName): string {
	const written = plainPart(name.given);
	const family = plainPart(name.family) || written;
	const particles = [name['dropping-particle'], name['non-dropping-particle']].map((part) => plainPart(part)).join(' ');
	const surname = `${plainLatex(particles)} ${familyLatex(family)}`.trim();
	const suffix = plainPart(name.suffix);
	const given = name.family === undefined || written === '' ? '' : givenLatex(written);
	if (suffix !== '') {
		return [surname, givenLatex(suffix), given].filter((part) => part !== '').join(', ');
	}
	if (given === '') {
		// An empty group makes several words one, without making them a team.
		return isOneWord(surname) || particles.trim() !== '' ? surname : `{${plainLatex(family)}}{}`;
	}
	// After a comma, `III` would be a suffix.
	return isSuffixOfFamily(written)
		? `${given} ${isOneWord(surname) ? surname : `{${surname}}`}`
		: `${surname}, ${given}`;
}

/** Braces keep together what BibTeX would take for particles, for several names, or for parts of one. */
function familyLatex(family: string): string {
	const latex = plainLatex(family);
	const words = family.split(/\s+/);
	const hasParticle = words.slice(0, -1).some(startsLower);
	return hasParticle || needsBraces(family) ? `{${latex}}` : latex;
}

function givenLatex(given: string): string {
	return needsBraces(given) ? `{${plainLatex(given)}}` : plainLatex(given);
}

function needsBraces(text: string): boolean {
	return /[,;=]|(?:^|\s)and(?:\s|$)/i.test(text) || /^(?:others|et\.?\s*al\.?)$/i.test(text);
}

function startsLower(word: string): boolean {
	const first = word.charAt(0);
	return first !== first.toUpperCase();
}

function isOneWord(latex: string): boolean {
	return !/\s/.test(latex);
}
