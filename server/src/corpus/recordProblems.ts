/** Problems of a record that could be read, in any format. Each message says how to fix it. */

import { entryMessages } from '../messages/entryMessages.ts';
import { identifierMessages } from '../messages/identifierMessages.ts';
import { citableKey, isCitable } from '../syntax/key.ts';
import { isCutDoi, isDoi } from '../util/doi.ts';
import type { Problem } from '../util/problem.ts';
import { shortened } from '../util/shortened.ts';
import type { Span } from '../util/span.ts';
import { wrongIsbns } from './identifiers/isbn.ts';
import type { CslDate, CslItem, PaperRecord } from './paper.ts';

export type DateVariable = 'issued' | 'accessed' | 'event-date' | 'original-date';

export type CheckedVariable = 'DOI' | 'ISBN' | DateVariable;

/**
 * The place of `written` as a variable or a part of one; undefined if it is inherited, because then it is a problem of
 * the other record.
 */
export type PlaceOf = (variable: CheckedVariable, written: string) => Span | undefined;

const DATES: readonly DateVariable[] = ['issued', 'accessed', 'event-date', 'original-date'];

export function recordProblems(record: PaperRecord, placeOf: PlaceOf): Problem[] {
	const ofVariables = [...identifierProblems(record.item), ...dateProblems(record.item)];
	const placed = ofVariables.flatMap(({ variable, written, ...problem }) => {
		const span = placeOf(variable, written);
		return span === undefined ? [] : [{ ...problem, span }];
	});
	return [...keyProblems(record), ...placed];
}

function keyProblems({ key, keySpan, span }: PaperRecord): Problem[] {
	if (key === undefined || isCitable(key)) {
		return [];
	}
	const message = entryMessages.uncitableKey(shortened(key), shortened(citableKey(key)));
	return [{ code: 'uncitable-key', message, span: keySpan ?? span }];
}

/** A problem of a variable whose place is not known yet. */
interface VariableProblem extends Omit<Problem, 'span'> {
	readonly variable: CheckedVariable;
	/** The value in the record. */
	readonly written: string;
}

function identifierProblems({ DOI, ISBN }: CslItem): VariableProblem[] {
	const problems: VariableProblem[] = [];
	if (DOI !== undefined && !isDoi(DOI)) {
		const message = (isCutDoi(DOI) ? identifierMessages.cutDoi : identifierMessages.notADoi)(shortened(DOI));
		problems.push({ code: 'malformed-identifier', message, variable: 'DOI', written: DOI });
	}
	return ISBN === undefined ? problems : [...problems, ...isbnProblems(ISBN)];
}

function isbnProblems(text: string): VariableProblem[] {
	return wrongIsbns(text).map(({ isbn, message }) => ({
		code: 'malformed-identifier',
		message,
		variable: 'ISBN',
		written: isbn,
	}));
}

function dateProblems(item: CslItem): VariableProblem[] {
	const problems: VariableProblem[] = [];
	for (const variable of DATES) {
		const written = item[variable] === undefined ? undefined : impossibleDay(item[variable]);
		if (written !== undefined) {
			problems.push({
				code: 'impossible-date',
				message: entryMessages.notInCalendar('day', written),
				variable,
				written,
			});
		}
	}
	return problems;
}

/** A day that its month does not have, such as `2015-02-30`. */
function impossibleDay(date: CslDate): string | undefined {
	for (const [year = 0, month = 1, day] of date['date-parts'] ?? []) {
		if (day !== undefined && (month > 12 || day > daysOf(year, month))) {
			return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
		}
	}
	return undefined;
}

/** Years up to 99 are treated as 20th-century years here, which only matters for leap days. */
function daysOf(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
