/** The values of fields, with macros expanded and pieces joined. */

import { type LatexSource, latexSource } from '../../../util/textKinds.ts';
import type { MacroExchange } from '../../sharedMacros.ts';
import { MONTH_NAMES } from '../dates/months.ts';
import { expansionAllowance } from '../expansion.ts';
import { EntryScanner } from './entryScanner.ts';
import type { Piece, RawEntry, RawField } from './rawEntry.ts';

/** The month macros defined by every BibTeX style (btxdoc, section 3), and the words they stand for. */
const MONTH_MACROS: ReadonlyMap<string, LatexSource> = new Map(
	MONTH_NAMES.map((month): [string, LatexSource] => [month.slice(0, 3).toLowerCase(), latexSource(month)]),
);

/** A value and the combined traits of its pieces. */
export interface FieldValue {
	readonly source: LatexSource;
	readonly traits: number;
}

/** Called for an unknown macro name. `isBelow`: whether the file defines the macro further down. */
export type UndefinedMacro = (name: string, piece: Piece, isBelow: boolean) => void;

const NUMBER_LIKE = /^[\d\s.,:/–-]*$/;

/** Longest macro, in characters, that is shared with other files. */
const MAX_SHARED_LENGTH = 10_000;

/** Longest chain of macros from other files: more than anyone uses, but small enough for the call stack. */
const MAX_DEPTH = 30;

export class MacroTable {
	/** Values by name, in lower case. */
	readonly #defined = new Map<string, LatexSource>();
	readonly #text: string;
	readonly #exchange: MacroExchange | undefined;
	/**
	 * All macros of the file, computed once a macro is used before its definition. BibTeX leaves such a field empty;
	 * JabRef does not mind.
	 */
	#ofFile: MacroTable | undefined;
	/** Values of macros from other files that have been looked up. */
	readonly #shared = new Map<string, LatexSource | undefined>();
	#depth = 0;
	/** Number of characters that macros may still expand to. */
	#allowance: number;

	/** `text` is the file. `exchange` gives access to the macros of other files, if there are any. */
	constructor(text: string, exchange: MacroExchange | undefined) {
		this.#text = text;
		this.#exchange = exchange;
		this.#allowance = expansionAllowance(text.length);
	}

	/** Adds the macros of a `@string`, which may use earlier ones. */
	define(entry: RawEntry, onUndefined: UndefinedMacro): void {
		for (const field of entry.fields) {
			this.#defined.set(field.name, this.value(field, onUndefined).source);
			const source = this.#text.slice(field.nameEnd, field.end).replace(/^\s*=\s*/, '');
			if (source.length <= MAX_SHARED_LENGTH) {
				this.#exchange?.define({ name: field.name, source });
			}
		}
	}

	/** An undefined macro expands to its own name. */
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
		// An expanded macro may contain anything, so it is decoded with all traits.
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

	/** The table at the end of the file. It does not look further down. */
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

	/** The value that another file of the corpus gives to `name`, using the macros of this file and all others. */
	#sharedValue(name: string): LatexSource | undefined {
		if (this.#shared.has(name) || this.#depth > MAX_DEPTH) {
			return this.#shared.get(name);
		}
		const source = this.#exchange?.sourceOf(name);
		// Stored before its expansion, so that circular macros terminate.
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
