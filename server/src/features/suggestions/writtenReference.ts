/** The components of a reference that names no paper. Most keys consist of an author, a year and words of the title. */

import { foldText } from '../../util/fold.ts';

export interface WrittenReference {
	/** Folded words and numbers in order, the year among them. For `DevlinEtAl-2019_bert` these are `devlin`, `2019`, `bert`. */
	readonly parts: readonly string[];
	/** All parts except the year. */
	readonly words: readonly string[];
	readonly year: number | undefined;
	/** The folded text without punctuation: `devlinetal2019bert`. */
	readonly compact: string;
	/** The parts joined: `devlin2019bert`. */
	readonly bare: string;
	/** Number of letters in the words: what identifies a paper if numbers are ignored. */
	readonly letters: number;
}

/** In characters: no key is longer. What is may be half a file, in a citation that is not closed. */
const MAX_LENGTH = 300;

export function writtenReference(reference: string): WrittenReference {
	const pieces = piecesOf(reference.slice(0, MAX_LENGTH));
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

/** The piece without `etal`, which carries no information, either alone or at the end of a name. */
function withoutEtAl(piece: string): string {
	return /^(?:et|al|and)$/.test(piece) ? '' : piece.replace(/etal$/, '');
}

function isYear(piece: string): boolean {
	return /^(?:1[5-9]|20)\d\d$/.test(piece);
}

/** Index of a two-digit year: in `DevlinCLT19` it is the last part. */
function shortYearAt(parts: readonly string[]): number {
	const last = parts.length - 1;
	return last > 0 && /^\d\d$/.test(parts[last] ?? '') ? last : -1;
}

function fullYear(year: number): number {
	return year >= 100 ? year : year > 60 ? 1900 + year : 2000 + year;
}
