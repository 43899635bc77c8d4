/** What a reference that names no paper is made of: a key is mostly an author, a year and words of the title. */

import { foldText } from '../../util/fold.ts';

export interface WrittenReference {
	/** Folded words and numbers in order, the year among them. For `DevlinEtAl-2019_bert` these are `devlin`, `2019`, `bert`. */
	readonly parts: readonly string[];
	/** All but the year. */
	readonly words: readonly string[];
	readonly year: number | undefined;
	/** The folded text without punctuation: `devlinetal2019bert`. */
	readonly compact: string;
	/** The parts run together: `devlin2019bert`. */
	readonly bare: string;
	/** How many letters the words have: what is left to tell papers apart when numbers count for nothing. */
	readonly letters: number;
}

export function writtenReference(reference: string): WrittenReference {
	const pieces = piecesOf(reference);
	const parts = pieces.map(withoutEtAl).filter((piece) => piece !== '');
	const yearAt = parts.findIndex(isYear) >= 0 ? parts.findIndex(isYear) : shortYearAt(parts);
	const words = parts.filter((_, index) => index !== yearAt);
	return {
		parts,
		words,
		year: yearAt < 0 ? undefined : fullYear(Number(parts[yearAt])),
		compact: pieces.join(''),
		bare: parts.join(''),
		letters: words.join('').replace(/\p{N}/gu, '').length,
	};
}

/** `vaswaniAttention2017` and `vaswani-attention:2017` both give `vaswani`, `attention`, `2017`. */
function piecesOf(reference: string): string[] {
	const spaced = reference.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
	return foldText(spaced).match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** `etal` says nothing, alone or at the end of a name. */
function withoutEtAl(piece: string): string {
	return /^(?:et|al|and)$/.test(piece) ? '' : piece.replace(/etal$/, '');
}

function isYear(piece: string): boolean {
	return /^(?:1[5-9]|20)\d\d$/.test(piece);
}

/** In `DevlinCLT19` the last two digits are the year. */
function shortYearAt(parts: readonly string[]): number {
	const last = parts.length - 1;
	return last > 0 && /^\d\d$/.test(parts[last] ?? '') ? last : -1;
}

function fullYear(year: number): number {
	return year >= 100 ? year : year > 60 ? 1900 + year : 2000 + year;
}
