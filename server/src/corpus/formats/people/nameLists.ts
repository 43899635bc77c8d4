/** Several people in a text that should name one: joined by commas or by `and`. */

import { isTeam } from './authorName.ts';
import { isSuffix, isSuffixOfFamily } from './nameSuffix.ts';

/** `DK`, `D.K.`, `C D`, `J-P` */
export const INITIALS = /^(?:\p{Lu}\.?-?){1,4}(?: (?:\p{Lu}\.?-?){1,3})*$/u;

/** `Smith JB`, `van der Berg A.` */
const WITH_INITIALS = /^(?:[\p{L}\p{M}'’-]{2,} ){1,3}(?:\p{Lu}\.?-?){1,3}$/u;
/** `J. B. Smith`, `Ann van der Berg` */
const GIVEN_FIRST = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){1,4}$/u;

/**
 * The names in a list with commas, given its parts: `Smith J, Jones B`; `Yang, Z., Jiang, B.`; `Ann Lee, Bo Ray, Cy Day`.
 * Undefined if the parts are those of one name, which has at most two commas: `King, Martin Luther, Jr.`
 */
export function namesInCommaList(parts: readonly string[]): readonly string[] | undefined {
	const names = parts.map((part) => part.trim());
	const some = names.slice(0, MAX_CHECKED);
	if (names.length < 2 || names.includes('')) {
		return undefined;
	}
	if (some.every((name) => WITH_INITIALS.test(name) && !isSuffix(name.split(' ').at(-1) ?? ''))) {
		return names;
	}
	if (names.length > 2 && some.every((name) => GIVEN_FIRST.test(name) && !isTeam(name.split(' ')))) {
		return names;
	}
	const isPaired = names.length > 3 && names.length % 2 === 0;
	return isPaired && names.every((name, index) => index % 2 === 0 || isGiven(name)) ? pairs(names) : undefined;
}

/** Names looked at to tell a list from a name. */
const MAX_CHECKED = 50;

function isGiven(name: string): boolean {
	return INITIALS.test(name) || (/^\p{Lu}\p{L}+(?: (?:\p{Lu}\p{L}*\.?))*$/u.test(name) && !isSuffixOfFamily(name));
}

function pairs(names: readonly string[]): readonly string[] {
	return names.flatMap((name, index) => (index % 2 === 0 ? [`${name}, ${names[index + 1] ?? ''}`] : []));
}

const AND = /\s+(?:and|&)\s+/i;
/** Words of organisations, which may have an `and` in their names: `Centers for Disease Control and Prevention`. */
const OF_ORGANISATIONS =
	/^(?:of|for|the|in|on|to|development|department|ministry|centers?|centre|school|college|office|agency|bureau|board|service|society|association|company|inc|ltd|press|law|arts?|labou?r|food|drug|skills|control|prevention|nutrition|medicine|health|human|national|international|.{3,}(?:tion|ture|try|ment|ics|ogy|ciences?|ties|rces|fairs|ices|cies|stry|merce|fare))$/i;

/** The people in `Smith, J. and Jones, B.` or `Ann Lee and Bo Ray`; the text itself if it may name an organisation. */
export function namesJoinedByAnd(text: string): readonly string[] {
	const parts = text.split(AND);
	return parts.length > 1 && parts.every(isPerson) ? parts : [text];
}

function isPerson(part: string): boolean {
	const name = part.trim().replace(/,$/, '');
	const words = name.split(/[\s,]+/);
	if (isTeam(words) || words.some((word) => OF_ORGANISATIONS.test(word))) {
		return false;
	}
	return /^[^,]{2,40},\s*\p{Lu}[^,]*$/u.test(name) || WITH_INITIALS.test(name) || GIVEN_FIRST.test(name);
}
