/** Other spellings of a typed word: letters and digits together or apart, a key as its parts. */

import { simplifiedHan } from './hanVariants.ts';
import { fullYear } from './queryFilters.ts';
import { searchWords } from './searchWords.ts';

/**
 * The letters and digits of a word that might be written apart: `gpt` and `3` for `gpt3`. Undefined if there is only
 * one kind.
 */
export function apartOf(word: string): readonly string[] | undefined {
	const pieces = MIXED.test(word) ? word.match(PIECES) : undefined;
	return pieces && pieces.length > 1 ? pieces : undefined;
}

/** A longer word, or one with a year, is not a name with two spellings. */
const MIXED = /^(?!.*\d{4})(?=.*\d)(?=.*\p{L})[\p{L}\p{N}]{2,12}$/u;
const PIECES = /\p{L}+|\p{N}+/gu;

/** `gpt3` if `3` follows `gpt`: only letters and digits are joined. `before` may itself be such a word. */
export function togetherWith(before: string, word: string): string | undefined {
	const isBorder = /\d$/.test(before) ? /^\p{L}/u.test(word) : /\p{L}$/u.test(before) && /^\d/.test(word);
	return isBorder && MIXED.test(before + word) ? before + word : undefined;
}

/**
 * Parts that a word may consist of, which may be anywhere in a paper: `devlin`, `2019` and `bert` for
 * `devlin2019bert`, `vaswani`, `attention` and `2017` for `vaswaniAttention2017`, `2017` for `2017a`, `devlin` and
 * `2019` for `Devlin19`. Folded; empty if there is only one part.
 */
export function ingredientsOf(value: string): readonly string[] {
	const stretches = value.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const written = stretches.map(simplifiedHan);
	const pieces = written.flatMap((stretch) => stretch.replace(NAME_JOINER, ' ').trim().split(' ')).flatMap(piecesOf);
	return pieces.length > stretches.length || pieces.some((piece, index) => piece !== stretches[index])
		? [...new Set(pieces.flatMap(searchWords))]
		: [];
}

/** "And" between names that are written without a space: `张伟和李娜`, `山田太郎と佐藤花子`, and after a Korean name. */
const NAME_JOINER = /(?<=\p{Script=Han}{2})[和与與及と](?=\p{Script=Han}{2})|(?<=^\p{Script=Hangul}{2,4})[와과]$/gu;

const ET_AL = /(?<=\p{L}{2})et-?al$/iu;
const YEAR = /(?<!\d)((?:1[5-9]|20)\d\d)(?!\d)/;
/** `19` in `Devlin19`. */
const SHORT_YEAR = /^(\p{L}{3,})(\d\d)$/u;
const HUMPS = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{N}+|\p{Lo}+/gu;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;

function piecesOf(stretch: string): string[] {
	const [, family = '', short = ''] = SHORT_YEAR.exec(stretch) ?? [];
	if (short !== '') {
		return [family, String(fullYear(short))];
	}
	const [names = '', year, after = ''] = stretch.split(YEAR);
	const before = year === undefined ? names : names.replace(ET_AL, '');
	const rest = year === undefined ? '' : after;
	const pieces = [before, year ?? '', /^\p{L}$/u.test(rest) ? '' : rest];
	return pieces.filter((piece) => piece !== '').flatMap(humpsOf);
}

function humpsOf(piece: string): readonly string[] {
	return INNER_CAPITAL.test(piece) ? (piece.match(HUMPS) ?? [piece]) : [piece];
}

/** The year that `17` may mean: `2017`. */
export function shortYear({ kind, whole }: { readonly kind: string; readonly whole: string }): string | undefined {
	return kind === 'word' && /^\d\d$/.test(whole) ? String(fullYear(whole)) : undefined;
}

/** The neighbours of the years in the query as their corrections: 2017 and 2019 for 2018. */
export function nearYears({
	terms,
}: {
	readonly terms: readonly { readonly parts: readonly string[]; readonly ingredients: readonly string[] }[];
}): ReadonlyMap<string, readonly string[]> {
	const years = terms
		.flatMap(({ parts, ingredients }) => [...parts, ...ingredients])
		.filter((word) => WHOLE_YEAR.test(word));
	return new Map(years.map((year) => [year, [String(Number(year) - 1), String(Number(year) + 1)]]));
}

const WHOLE_YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Whether a paper may match the term without a word that one of its pieces is a prefix of. */
export function hasForms(term: {
	readonly kind: string;
	readonly whole: string;
	readonly parts: readonly string[];
	readonly together: string | undefined;
	readonly ingredients: readonly string[];
}): boolean {
	return (
		term.together !== undefined ||
		term.ingredients.length > 0 ||
		shortYear(term) !== undefined ||
		term.parts.some((part) => apartOf(part) !== undefined)
	);
}
