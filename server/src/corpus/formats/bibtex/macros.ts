/** The values of fields put together: macros expanded, pieces joined. */

import type { Piece, RawEntry, RawField } from './rawEntry.ts';

/** The month macros that every BibTeX style defines (btxdoc, section 3), as the words they stand for. */
const MONTHS: ReadonlyMap<string, string> = new Map(
	'January February March April May June July August September October November December'
		.split(' ')
		.map((month): [string, string] => [month.slice(0, 3).toLowerCase(), month]),
);

/** Macros by name in lower case. */
export type Macros = ReadonlyMap<string, string>;

/** A value as LaTeX source, with the traits of all its pieces. */
export interface FieldValue {
	readonly source: string;
	readonly traits: number;
}

/** A piece that names no known macro. */
export type UndefinedMacro = (name: string, piece: Piece) => void;

const NUMBER_LIKE = /^[\d\s.,:/–-]*$/;

export class MacroTable {
	readonly #defined: Map<string, string>;
	readonly #text: string;

	/** `known`: macros from elsewhere, such as the other files of a corpus. */
	constructor(text: string, known: Macros) {
		this.#text = text;
		this.#defined = new Map(known);
	}

	/** Takes in the macros of a `@string`, which may use those before it. */
	define(entry: RawEntry, onUndefined: UndefinedMacro): void {
		for (const field of entry.fields) {
			this.#defined.set(field.name, this.value(field, onUndefined).source);
		}
	}

	entries(): Macros {
		return this.#defined;
	}

	/** An undefined macro stands for its own name. */
	value(field: RawField, onUndefined: UndefinedMacro): FieldValue {
		const [first] = field.pieces;
		if (first === undefined) {
			return { source: '', traits: 0 };
		}
		if (field.pieces.length === 1) {
			return this.#piece(first, onUndefined);
		}
		let source = '';
		let traits = 0;
		for (const piece of field.pieces) {
			const value = this.#piece(piece, onUndefined);
			source += value.source;
			traits |= value.traits;
		}
		return { source, traits };
	}

	#piece(piece: Piece, onUndefined: UndefinedMacro): FieldValue {
		const source = this.#text.slice(piece.start, piece.end);
		if (piece.kind === 'text') {
			return { source, traits: piece.traits };
		}
		if (NUMBER_LIKE.test(source)) {
			return { source, traits: 0 };
		}
		const name = source.toLowerCase();
		const expansion = this.#defined.get(name) ?? MONTHS.get(name);
		if (expansion === undefined) {
			onUndefined(source, piece);
		}
		// Whatever a macro holds, it is decoded as if it held everything.
		return { source: expansion ?? source, traits: expansion === undefined ? 0 : ALL_TRAITS };
	}
}

const ALL_TRAITS = 15;
