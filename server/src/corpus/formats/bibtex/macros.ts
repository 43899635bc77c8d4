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

/** Told of a piece that names no macro known so far; `isBelow`: the file defines it further down. */
export type UndefinedMacro = (name: string, piece: Piece, isBelow: boolean) => void;

const NUMBER_LIKE = /^[\d\s.,:/–-]*$/;

/** All macros of a file may stand for so many times its length, each use counted: a journal's name is some ten times as long as its macro. */
const MOST_EXPANSION = 20;
/** In a short file, for so many characters. */
const LEAST_EXPANSION = 100_000;

export class MacroTable {
	readonly #defined: Map<string, string>;
	readonly #text: string;
	readonly #allOfFile: () => Macros;
	#below: Macros | undefined;
	/** What is left of that: thirty macros that each stand for two of the one before stand for gigabytes. */
	#allowance: number;

	/**
	 * `known`: macros from elsewhere, such as the other files of a corpus. `allOfFile` is asked once, when a macro is not
	 * defined above its use: BibTeX leaves such a field empty, JabRef and most people do not care about the order.
	 */
	constructor(text: string, known: Macros, allOfFile: () => Macros = () => new Map()) {
		this.#text = text;
		this.#defined = new Map(known);
		this.#allOfFile = allOfFile;
		this.#allowance = LEAST_EXPANSION + MOST_EXPANSION * text.length;
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
		const above = this.#affordable(this.#defined.get(name) ?? MONTHS.get(name));
		const expansion = above ?? this.#affordable(this.#definedBelow(name));
		if (above === undefined) {
			onUndefined(source, piece, expansion !== undefined);
		}
		// Whatever a macro holds, it is decoded as if it held everything.
		return { source: expansion ?? source, traits: expansion === undefined ? 0 : ALL_TRAITS };
	}

	#affordable(expansion: string | undefined): string | undefined {
		this.#allowance -= expansion?.length ?? 0;
		return this.#allowance < 0 ? undefined : expansion;
	}

	#definedBelow(name: string): string | undefined {
		this.#below ??= this.#allOfFile();
		return this.#below.get(name);
	}
}

const ALL_TRAITS = 15;
