/** Numbers as titles, volumes and editions write them. */

const ROMAN = /^m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/;
const ROMAN_VALUES: ReadonlyMap<string, number> = new Map([
	['i', 1],
	['v', 5],
	['x', 10],
	['l', 50],
	['c', 100],
	['d', 500],
	['m', 1000],
]);

const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map(
	[
		['one', 'first', '1st'],
		['two', 'second', '2nd'],
		['three', 'third', '3rd'],
		['four', 'fourth', '4th'],
		['five', 'fifth', '5th'],
		['six', 'sixth', '6th'],
		['seven', 'seventh', '7th'],
		['eight', 'eighth', '8th'],
		['nine', 'ninth', '9th'],
		['ten', 'tenth', '10th'],
	].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** The value of a Roman numeral in lower case; undefined if it is none. */
export function romanValue(word: string): number | undefined {
	if (word === '' || !ROMAN.test(word)) {
		return undefined;
	}
	const values = [...word].map((letter) => ROMAN_VALUES.get(letter) ?? 0);
	return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The number that a folded word means: `12`, `ii`, `second`, `3rd`. Undefined if it means none. */
export function numberOfWord(word: string): string | undefined {
	const named = NAMED_NUMBERS.get(word);
	if (named !== undefined) {
		return String(named);
	}
	if (/^\d+$/.test(word)) {
		return word.replace(/^0+(?=\d)/, '');
	}
	// `mix`, `di`, `civil` are words; a numeral up to 39 is written in i, v and x.
	return /^[ivx]+$/.test(word) ? romanValue(word)?.toString() : undefined;
}
