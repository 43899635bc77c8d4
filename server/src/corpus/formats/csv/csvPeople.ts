/** People in a cell of a table, which holds all of them in one of many notations. */

import { oneLine } from '../../../util/oneLine.ts';
import type { NameDraft } from '../../paper.ts';
import { invertedNames, namesOthers } from '../people/invertedName.ts';

/** `DK`, `D.K.`, `Ann B.`: what follows a comma in one person's name, or ends the name `Curie M` */
const INITIALS_LAST = /(?:^|\s)(?:\p{Lu}\.?[- ]?){1,4}$/u;

/** In characters. No list of authors in a cell is longer. */
const MAX_LENGTH = 200_000;

/**
 * The people in `cell`: `Curie, Marie; Curie, Pierre`, `Marie Curie|Pierre Curie`, `Curie M., Curie P.`, `Marie Curie
 * and Pierre Curie`, `Curie, Marie (571)`, where Scopus adds its number of the person.
 */
export function peopleIn(cell: string): readonly NameDraft[] {
	const list = oneLine(cell.slice(0, MAX_LENGTH)).replace(/ ?\(\d{4,}\)/g, '');
	return invertedNames(separated(list).filter((name) => !namesOthers(name)));
}

/** Whether a list ends with `et al.` */
export function isTruncated(cell: string): boolean {
	return namesOthers(separated(oneLine(cell.slice(0, MAX_LENGTH))).at(-1) ?? '');
}

function separated(list: string): readonly string[] {
	const separator = ['|', ';'].find((each) => list.includes(each));
	const parts = separator === undefined ? ofSentence(list) : list.split(separator);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `A and B` and `A, B and C`, where a comma may also stand within a name. */
function ofSentence(list: string): readonly string[] {
	const parts = list.split(/,? (?:and|&) /);
	return parts.flatMap((part) => (isOneName(part) ? [part] : part.split(',')));
}

/** Whether the comma in `text`, if any, stands between the family name and the given name. */
function isOneName(text: string): boolean {
	const parts = text.split(',').map((part) => part.trim());
	if (parts.length !== 2) {
		return parts.length < 2;
	}
	const [first = '', second = ''] = parts;
	const isFamilyAndInitials = first.includes(' ') && INITIALS_LAST.test(first);
	const isSecondWhole = second.includes(' ') && !INITIALS_LAST.test(second);
	return !isFamilyAndInitials && !(first.includes(' ') && isSecondWhole);
}
