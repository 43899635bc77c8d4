/** The values of fields put together: macros expanded, pieces joined. */

import { type LatexSource, latexSource } from '../../../util/textKinds.ts';
import type { MacroExchange } from '../../sharedMacros.ts';
import { MONTH_NAMES } from '../dates/months.ts';
import { expansionAllowance } from '../expansion.ts';
import { EntryScanner } from './entryScanner.ts';
import type { Piece, RawEntry, RawField } from './rawEntry.ts';

/** The month macros that every BibTeX style defines (btxdoc, section 3), as the words they stand for. */
const MONTH_MACROS: ReadonlyMap<string, LatexSource> = new Map(
	MONTH_NAMES.map((month): [string, LatexSource] => [month.slice(0, 3).toLowerCase(), latexSource(month)]),
);

/** A value, with the traits of all its pieces. */
export interface FieldValue {
	readonly source: LatexSource;
	readonly traits: number;
}

/** Told of a piece that names no macro known so far; `isBelow`: the file defines it further down. */
export type UndefinedMacro = (name: string, piece: Piece, isBelow: boolean) => void;

const NUMBER_LIKE = /^[\d\s.,:/–-]*$/;

/** Characters of a macro that other files are given. */
const MAX_SHARED_LENGTH = 10_000;

/** Macros of other files that stand for one another: more than anyone writes, fewer than a stack holds. */
const MAX_DEPTH = 30;

export class MacroTable {
	/** Values by name in lower case. */
	readonly #defined = new Map<string, LatexSource>();
	readonly #text: string;
	readonly #exchange: MacroExchange | undefined;
	/** All macros of the file, once one was not defined above its use: BibTeX leaves such a field empty, JabRef does not care. */
	#ofFile: MacroTable | undefined;
	/** Values of macros of other files, as far as they were asked for. */
	readonly #shared = new Map<string, LatexSource | undefined>();
	#depth = 0;
	/** Characters that macros may still stand for. */
	#allowance: number;

	/** `text` is the file; `exchange` leads to the others, if there are any. */
	constructor(text: string, exchange: MacroExchange | undefined) {
		this.#text = text;
		this.#exchange = exchange;
		this.#allowance = expansionAllowance(text.length);
	}

	/** Takes in the macros of a `@string`, which may use those before it. */
	define(entry: RawEntry, onUndefined: UndefinedMacro): void {
		for (const field of entry.fields) {
			this.#defined.set(field.name, this.value(field, onUndefined).source);
			const source = this.#text.slice(field.nameEnd, field.end).replace(/^\s*=\s*/, '');
			if (source.length <= MAX_SHARED_LENGTH) {
				this.#exchange?.define({ name: field.name, source });
			}
		}
	}

	/** An undefined macro stands for its own name. */
	value({ pieces }: RawField, onUndefined: UndefinedMacro): FieldValue {
		return this.#joined(pieces, this.#text, onUndefined);
	}

	#joined(pieces: readonly Piece[], text: string, onUndefined: UndefinedMacro): FieldValue {
		const [first] = pieces;
		if (first === undefined) {
			return { source: latexSource(''), traits: 0 };
		}
		if (pieces.length === 1) {
			return this.#piece(first, text, onUndefined);
		}
		let source = '';
		let traits = 0;
		for (const piece of pieces) {
			const value = this.#piece(piece, text, onUndefined);
			source += value.source;
			traits |= value.traits;
		}
		return { source: latexSource(source), traits };
	}

	#piece(piece: Piece, text: string, onUndefined: UndefinedMacro): FieldValue {
		const source = latexSource(text.slice(piece.start, piece.end));
		if (piece.kind === 'text') {
			return { source, traits: piece.traits };
		}
		if (NUMBER_LIKE.test(source)) {
			return { source, traits: 0 };
		}
		const name = source.toLowerCase();
		const known = this.#defined.get(name) ?? MONTH_MACROS.get(name);
		const below = known === undefined ? this.#definedBelow(name) : undefined;
		const expansion = this.#affordable(known ?? below ?? this.#sharedValue(name));
		if (below !== undefined || expansion === undefined) {
			onUndefined(source, piece, below !== undefined);
		}
		// Whatever a macro holds, it is decoded as if it held everything.
		return { source: expansion ?? source, traits: expansion === undefined ? 0 : ALL_TRAITS };
	}

	#affordable(expansion: LatexSource | undefined): LatexSource | undefined {
		this.#allowance -= expansion?.length ?? 0;
		return this.#allowance < 0 ? undefined : expansion;
	}

	#definedBelow(name: string): LatexSource | undefined {
		this.#ofFile ??= this.#wholeFile();
		return this.#ofFile.#defined.get(name);
	}

	/** The table at the end of the file. It looks no further down. */
	#wholeFile(): MacroTable {
		const sourceOf = (name: string): string | undefined => this.#exchange?.sourceOf(name);
		const table = new MacroTable(this.#text, { sourceOf, define: () => {} });
		table.#ofFile = table;
		const scanner = new EntryScanner(/@\s*string/i.test(this.#text) ? this.#text : '', () => {});
		for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
			if (entry.type === 'string') {
				table.define(entry, () => {});
			}
		}
		return table;
	}

	/** What another file of the corpus says that `name` stands for, with the macros of this one and of all others. */
	#sharedValue(name: string): LatexSource | undefined {
		if (this.#shared.has(name) || this.#depth > MAX_DEPTH) {
			return this.#shared.get(name);
		}
		const source = this.#exchange?.sourceOf(name);
		// From here on it is known, so that macros that stand for each other come to an end.
		this.#shared.set(name, undefined);
		if (source !== undefined) {
			const text = `@string{x = ${source}}`;
			const [field] = new EntryScanner(text, () => {}).next()?.fields ?? [];
			this.#depth++;
			this.#shared.set(name, field && this.#joined(field.pieces, text, () => {}).source);
			this.#depth--;
		}
		return this.#shared.get(name);
	}
}

const ALL_TRAITS = 15;
