/**
 * The rows of a table of separated values (https://www.rfc-editor.org/rfc/rfc4180). A cell in quotes may contain
 * separators, line ends, and quotes written twice. A quote that nobody closes costs its own row only.
 */

import type { Span } from '../../../util/span.ts';

export interface Cell {
	/** Without the quotes around it and without surrounding white space. */
	readonly text: string;
	/** The place of the text, without the quotes around it. */
	readonly span: Span;
}

export interface Row {
	readonly cells: readonly Cell[];
	readonly span: Span;
	/** The cell whose quote is not closed. */
	readonly unclosed?: Span | undefined;
}

interface RowRules {
	readonly mustClose: boolean;
	readonly columns?: number | undefined;
	/** The end of the row's first line. */
	readonly firstEnd?: number;
}

interface FoundCell {
	readonly cell: Cell;
	/** The separator or line end after the cell. */
	readonly end: number;
	/** The quote before the cell if it is not closed. */
	readonly unclosed?: Span;
}

/** In characters: ten times the longest abstract. What goes on for longer has lost its closing quote. */
const MAX_CELL_LENGTH = 100_000;

/** How often, on average, a character may be looked at in vain. Beyond this, no cell may hold line ends. */
const MAX_VAIN_LOOKS = 20;

const QUOTE = '"';

export class CsvRows {
	readonly #text: string;
	readonly #separator: string;
	#offset: number;
	#looks: number;
	/** The end of the last cell that was looked at. */
	#reached = 0;

	constructor(text: string, separator: string, from = 0) {
		this.#text = text;
		this.#separator = separator;
		this.#offset = from;
		this.#looks = MAX_VAIN_LOOKS * text.length;
	}

	/** Where the next row begins. */
	get offset(): number {
		return this.#offset;
	}

	/** The next row that is not blank. `columns`: the usual number of cells; undefined if unknown. */
	next(columns?: number): Row | undefined {
		while (this.#offset < this.#text.length && /[\r\n]/.test(this.#text.charAt(this.#offset))) {
			this.#offset++;
		}
		if (this.#offset >= this.#text.length) {
			return undefined;
		}
		const row = this.#rowWithLineEnds(columns) ?? this.#rowInLine(this.#offset, lineEnd(this.#text, this.#offset));
		this.#offset = row.span.end;
		return row;
	}

	/** Undefined if a quote is not closed, or if closing it further on is less likely than that it was forgotten. */
	#rowWithLineEnds(columns: number | undefined): Row | undefined {
		const start = this.#offset;
		const firstEnd = lineEnd(this.#text, start);
		const end = this.#looks > 0 ? this.#text.length : firstEnd;
		const row = this.#row(start, end, { mustClose: true, columns, firstEnd });
		if (row && (row.span.end <= firstEnd || columns === undefined || !this.#isSeveralRows(row, columns))) {
			return row;
		}
		this.#looks -= Math.min(this.#reached + MAX_CELL_LENGTH, this.#text.length) - start;
		return undefined;
	}

	/** Whether each line of `row` is a row of its own. */
	#isSeveralRows({ span }: Row, columns: number): boolean {
		for (let start = span.start; start < span.end; ) {
			const end = lineEnd(this.#text, start);
			if (this.#rowInLine(start, end).cells.length !== columns) {
				return false;
			}
			start = this.#text.startsWith('\r\n', end) ? end + 2 : end + 1;
		}
		return columns > 2;
	}

	#rowInLine(start: number, end: number): Row {
		return this.#row(start, end, { mustClose: false }) ?? { cells: [], span: { start, end } };
	}

	/**
	 * The row that begins at `start`. With `mustClose` undefined if a quote is not closed before `end`, or if there are
	 * cells of further lines beyond `columns`.
	 */
	#row(start: number, end: number, rules: RowRules): Row | undefined {
		const cells: Cell[] = [];
		let unclosed: Span | undefined;
		for (let at = start; ; at++) {
			const found = this.#cellAt(this.#afterBlanks(at, end), end);
			this.#reached = found.end;
			if (rules.mustClose && (found.unclosed || this.#isBeyond(cells, rules))) {
				return undefined;
			}
			unclosed ??= found.unclosed;
			cells.push(found.cell);
			at = found.end;
			if (at >= end || this.#text[at] !== this.#separator) {
				return { cells, span: { start, end: Math.min(at, end) }, unclosed };
			}
		}
	}

	/** Whether there are enough cells, and some of them are of further lines. */
	#isBeyond({ length }: readonly Cell[], { columns, firstEnd }: RowRules): boolean {
		return columns !== undefined && firstEnd !== undefined && length >= columns && this.#reached > firstEnd;
	}

	/** The cell that begins at `from`, and where it ends. An unclosed quote is left out. */
	#cellAt(from: number, end: number): FoundCell {
		if (from >= end || this.#text[from] !== QUOTE) {
			const to = this.#plainEnd(from, end);
			return { cell: this.#cell(from, to), end: to };
		}
		const closing = this.#closingQuote(from + 1, end);
		if (closing === undefined) {
			const to = this.#plainEnd(from, end);
			return { cell: this.#cell(from + 1, to), end: to, unclosed: { start: from, end: from + 1 } };
		}
		return { cell: this.#quotedCell(from + 1, closing), end: this.#afterBlanks(closing + 1, end) };
	}

	#afterBlanks(from: number, end: number): number {
		let at = from;
		while (at < end && this.#text[at] === ' ') {
			at++;
		}
		return at;
	}

	/** The quote that closes a cell: a separator or a line end follows. Others belong to the text. */
	#closingQuote(from: number, end: number): number | undefined {
		const last = Math.min(end, from + MAX_CELL_LENGTH);
		for (let at = from; at < last; at++) {
			if (this.#text[at] !== QUOTE) {
				continue;
			}
			if (this.#text[at + 1] === QUOTE && at + 1 < last && !this.#isEmptyEnd(from, at, end)) {
				at++;
				continue;
			}
			const next = this.#afterBlanks(at + 1, end);
			if (next >= end || this.#isCellEnd(next)) {
				return at;
			}
		}
		return undefined;
	}

	/** Whether the quote at `at` closes an empty cell, `""`. */
	#isEmptyEnd(from: number, at: number, end: number): boolean {
		return at === from && (at + 1 >= end || this.#isCellEnd(at + 1));
	}

	#isCellEnd(at: number): boolean {
		const character = this.#text[at];
		return character === this.#separator || character === '\n' || character === '\r';
	}

	#plainEnd(from: number, end: number): number {
		let at = from;
		while (at < end && !this.#isCellEnd(at)) {
			at++;
		}
		return at;
	}

	#quotedCell(start: number, end: number): Cell {
		const { text, span } = this.#cell(start, end);
		return { text: text.replaceAll('""', QUOTE), span };
	}

	#cell(start: number, end: number): Cell {
		const raw = this.#text.slice(start, end);
		const text = raw.trim();
		const from = start + raw.length - raw.trimStart().length;
		return { text, span: { start: from, end: from + text.length } };
	}
}

function lineEnd(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (character === '\n' || character === '\r') {
			return at;
		}
	}
	return text.length;
}
