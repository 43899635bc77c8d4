/** What a paper's names, dates and texts are once they have been written and read again. */

import { type PlainText, type RichText, richText } from '../../util/textKinds.ts';
import { DATE_VARIABLES, NAME_VARIABLES } from '../cslVariables.ts';
import { plainPart } from '../names.ts';
import type { CslDate, CslName, DateVariable } from '../paper.ts';
import { decodedText } from '../text/textRuns.ts';
import type { ExportedPaper } from './exportedPaper.ts';

/** A value that a format cannot hold, or holds in another form. */
export interface Loss {
	readonly reason: string;
	/** The variables of the item, and members of `extra`, that are another or missing when the paper is read again. */
	readonly fields: (paper: ExportedPaper) => readonly string[];
}

export function always(...fields: readonly string[]): Loss['fields'] {
	return () => fields;
}

/** The fields `names` of papers for which `isLost`. */
export function where(isLost: (paper: ExportedPaper) => boolean, ...names: readonly string[]): Loss['fields'] {
	return (paper) => (isLost(paper) ? names : []);
}

type Parts = { readonly [Part in keyof CslName]?: PlainText };

/** The lists with a name for which `read` does not give the same parts. */
export function changedNames(
	read: (name: CslName) => readonly { readonly [Part in keyof CslName]?: string }[],
): Loss['fields'] {
	return ({ item }) =>
		NAME_VARIABLES.filter((variable) =>
			(item[variable] ?? []).some((name) => {
				const [again, ...more] = read(name);
				return again === undefined || more.length > 0 || !isSame(plainParts(name), plainParts(again as CslName));
			}),
		);
}

function plainParts(name: CslName): Parts {
	return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, plainPart(text)]));
}

/** The dates for which `read` does not give the same date. */
export function changedDates(read: (date: CslDate, variable: DateVariable) => CslDate | undefined): Loss['fields'] {
	return ({ item }) =>
		DATE_VARIABLES.filter((variable) => {
			const date = item[variable];
			return date !== undefined && !isSame(date, read(date, variable) ?? {});
		});
}

/** Whether both have the same members, in any order. */
function isSame(one: object, other: object): boolean {
	const sorted = (members: object) => JSON.stringify(Object.entries(members).sort());
	return sorted(one) === sorted(other);
}

/** The texts of an item for which `isLost`. */
export function changedTexts(isLost: (text: RichText) => boolean): Loss['fields'] {
	return ({ item }) =>
		Object.entries(item).flatMap(([name, text]) => (typeof text === 'string' && isLost(richText(text)) ? [name] : []));
}

/** Whether what `text` is decoded to is decoded further when it is read again, or has tags in formulas. */
export function isDamaged(text: RichText): boolean {
	const once = decodedText(text);
	return decodedText(once) !== once || text.includes('$<$');
}
