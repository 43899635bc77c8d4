/** The months, by name and by number. */

/** In English, January first. */
export const MONTH_NAMES: readonly string[] =
	'January February March April May June July August September October November December'.split(' ');

/** `Jan` to `Dec`. */
export const SHORT_MONTH_NAMES: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3));

/** The first letters of each month in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const MONTH_PREFIXES: readonly RegExp[] = [
	/^(?:jan|ener|genn|gen\.?$|janv)/i,
	/^(?:feb|fév|fev)/i,
	/^(?:mar|mär|maerz)/i,
	/^(?:apr|avr|abr)/i,
	/^(?:may|mai|mag|mei)/i,
	/^(?:jun|juin|giu)/i,
	/^(?:jul|juil|lug)/i,
	/^(?:aug|août|aout|ago)/i,
	/^(?:sep|set)/i,
	/^(?:oct|okt|ott|out)/i,
	/^nov/i,
	/^(?:dec|dez|déc|dic)/i,
];

/** 1 to 12 for the name of a month, in full or abbreviated: `May`, `févr.`, `Dezember`. 0 for any other word. */
export function monthNumber(word: string): number {
	return MONTH_PREFIXES.findIndex((beginning) => beginning.test(word)) + 1;
}
