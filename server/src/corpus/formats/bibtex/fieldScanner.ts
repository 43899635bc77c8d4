/** Reads the fields of one entry, `name = value, ...` up to its closing brace, and repairs missing parts. */

import { bibtexFixes, bibtexMessages } from '../../../messages/bibtexMessages.ts';
import { shortened } from '../../../util/shortened.ts';
import type { Span } from '../../../util/span.ts';
import { isEntryStart } from './entryStart.ts';
import { closing, fieldLine, goesOnAt, isFieldAt, isNameCode, skipBlanks, trimmedEnd, valueEnd } from './fieldMarks.ts';
import { insertion, type Mend, type Piece, type RawField, type SyntaxNote } from './rawEntry.ts';
import { AT, CLOSE, COMMA, EQUALS, HASH, OPEN, PERCENT, QUOTE } from './signs.ts';
import { scanText } from './valueScanner.ts';

/** After this many unclosed groups between fields, stop searching for ends. Each search runs to the end of the file. */
const MAX_UNCLOSED_GROUPS = 20;

export interface EntryFrame {
	readonly type: string;
	/** Position of the `@`. */
	readonly start: number;
	/** Position after the key and its comma. */
	readonly bodyStart: number;
	/** Character code of the brace or parenthesis that closes the entry. */
	readonly closer: number;
}

export class FieldScanner {
	readonly #text: string;
	readonly #frame: EntryFrame;
	readonly #report: (note: SyntaxNote) => void;
	readonly #fields: RawField[] = [];
	#position: number;
	/** The latest possible end of the entry: the start of the next one, once this one is known to be unclosed. */
	#limit: number;
	#isBroken = false;
	#unclosedGroups = 0;
	#end = -1;

	constructor(text: string, frame: EntryFrame, report: (note: SyntaxNote) => void) {
		this.#text = text;
		this.#frame = frame;
		this.#report = report;
		this.#position = frame.bodyStart;
		this.#limit = text.length;
	}

	read(): { fields: readonly RawField[]; end: number } {
		while (this.#end < 0) {
			this.#step();
		}
		return { fields: this.#fields, end: this.#end };
	}

	#step(): void {
		this.#position = skipBlanks(this.#text, this.#position);
		const code = this.#text.charCodeAt(this.#position);
		if (this.#position >= this.#limit) {
			this.#endUnclosed(this.#limit);
		} else if (code === COMMA) {
			this.#position += 1;
		} else if (code === this.#frame.closer || code === CLOSE) {
			this.#close();
		} else if (code === PERCENT) {
			this.#skipLine();
		} else if (code === AT && isEntryStart(this.#text, this.#position)) {
			this.#endUnclosed(this.#position);
		} else {
			this.#field();
		}
	}

	#close(): void {
		if (goesOnAt(this.#text, this.#position + 1)) {
			const span = { start: this.#position, end: this.#position + 1 };
			this.#note(bibtexMessages.extraClosingBrace, span, { title: bibtexFixes.removeBrace, span, newText: '' });
			this.#position += 1;
		} else {
			this.#end = this.#position + 1;
		}
	}

	/** Ends an unclosed entry. Its last value may include fields that are on their own lines. */
	#endUnclosed(end: number): void {
		if (!this.#isBroken) {
			this.#isBroken = true;
			this.#limit = end;
			if (this.#reopenLast()) {
				return;
			}
			const { start, type, bodyStart, closer } = this.#frame;
			const at = trimmedEnd(this.#text, start + 1, end);
			const mend = insertion(bibtexFixes.closingBrace, at, `\n${String.fromCharCode(closer)}`);
			this.#note(bibtexMessages.unclosedEntry(type), { start, end: Math.min(bodyStart, end) }, mend);
		}
		this.#end = trimmedEnd(this.#text, this.#frame.start + 1, end);
	}

	/** Cuts the last value where a line begins like a field, and continues from there. */
	#reopenLast(): boolean {
		const last = this.#fields.at(-1);
		const piece = last?.pieces.at(-1);
		if (last === undefined || piece?.kind !== 'text') {
			return false;
		}
		const cut = fieldLine(this.#text, piece.start, this.#limit);
		if (cut >= piece.end) {
			return false;
		}
		this.#fields.pop();
		const pieces = [...last.pieces.slice(0, -1), { ...piece, end: valueEnd(this.#text, piece.start, cut) }];
		this.#fields.push({ ...last, pieces, end: cut });
		this.#position = cut;
		const span = { start: piece.start - 1, end: piece.start };
		this.#note(bibtexMessages.unclosedValue(shortened(last.name)), span, closing(this.#text, piece.start, cut));
		return true;
	}

	#field(): void {
		const start = this.#position;
		const nameEnd = this.#nameEnd(start);
		const after = skipBlanks(this.#text, nameEnd);
		const code = this.#text.charCodeAt(after);
		if (nameEnd === start) {
			this.#skipJunk(start, code);
		} else if (code === EQUALS || code === OPEN || code === QUOTE) {
			const name = this.#text.slice(start, nameEnd);
			if (code !== EQUALS) {
				const mend = insertion(bibtexFixes.equalsSign, nameEnd, ' =');
				this.#note(bibtexMessages.noEqualsSign(shortened(name)), { start, end: nameEnd }, mend);
			}
			this.#value(name, nameEnd, code === EQUALS ? after + 1 : after);
		} else {
			this.#noteJunk(start, nameEnd);
			this.#position = nameEnd;
		}
	}

	#nameEnd(start: number): number {
		let end = start;
		while (end < this.#limit && isNameCode(this.#text.charCodeAt(end))) {
			end += 1;
		}
		return end;
	}

	#skipJunk(start: number, code: number): void {
		const end = code === OPEN ? this.#groupEnd(start) : start + 1;
		this.#noteJunk(start, end);
		this.#position = end;
	}

	/** Position after the group that opens at `open`; after the opening brace if the group is not closed. */
	#groupEnd(open: number): number {
		if (this.#unclosedGroups >= MAX_UNCLOSED_GROUPS) {
			return open + 1;
		}
		const { close } = scanText(this.#text, open, this.#limit);
		this.#unclosedGroups += close < 0 ? 1 : 0;
		return close < 0 ? open + 1 : close + 1;
	}

	/**
	 * One problem per stretch of junk, and one stretch per entry, so that a damaged entry does not fill the problem list.
	 */
	#noteJunk(start: number, end: number): void {
		if (!this.#isBroken) {
			this.#isBroken = true;
			const found = this.#text.slice(start, Math.min(end, start + 30));
			this.#note(bibtexMessages.notAField(found), { start, end });
		}
	}

	#value(name: string, nameEnd: number, from: number): void {
		const pieces: Piece[] = [];
		this.#position = skipBlanks(this.#text, from);
		let goesOn = true;
		while (goesOn) {
			const piece = this.#piece();
			if (piece === undefined) {
				break;
			}
			pieces.push(piece);
			const next = skipBlanks(this.#text, this.#position);
			goesOn = this.#text.charCodeAt(next) === HASH;
			this.#position = goesOn ? skipBlanks(this.#text, next + 1) : this.#position;
		}
		const start = nameEnd - name.length;
		this.#fields.push({ name: name.toLowerCase(), nameEnd, start, end: this.#position, pieces });
		this.#afterValue(name);
	}

	#afterValue(name: string): void {
		const next = skipBlanks(this.#text, this.#position);
		if (!this.#isBroken && next < this.#limit && isFieldAt(this.#text, next)) {
			const end = this.#position;
			const mend = insertion(bibtexFixes.comma, end, ',');
			this.#note(bibtexMessages.noCommaAfterField(shortened(name)), { start: end - 1, end }, mend);
		}
	}

	#piece(): Piece | undefined {
		const start = this.#position;
		const code = this.#text.charCodeAt(start);
		if (code === OPEN || code === QUOTE) {
			return this.#textPiece(start);
		}
		if (code === AT && isEntryStart(this.#text, start)) {
			return undefined;
		}
		const end = this.#bareEnd(start);
		this.#position = end;
		return end === start ? undefined : { kind: 'bare', start, end: trimmedEnd(this.#text, start, end), traits: 0 };
	}

	#textPiece(open: number): Piece | undefined {
		const { close, traits, nextEntry, stop } = scanText(this.#text, open, this.#limit);
		if (close >= 0 && (nextEntry < 0 || this.#isFollowed(close))) {
			this.#position = close + 1;
			return { kind: 'text', start: open + 1, end: close, traits };
		}
		return this.#unclosedPiece(open, nextEntry, stop);
	}

	/**
	 * Whether the text after the value that ends at `close` fits a value. If so, what looked like an entry was part of the
	 * value.
	 */
	#isFollowed(close: number): boolean {
		const code = this.#text.charCodeAt(skipBlanks(this.#text, close + 1));
		return code === COMMA || code === HASH || code === this.#frame.closer;
	}

	/** Ends an unclosed value before the first line that looks like a field, or else at the end of the entry. */
	#unclosedPiece(open: number, nextEntry: number, stop: number): Piece {
		if (nextEntry >= 0) {
			this.#limit = Math.min(this.#limit, nextEntry);
		}
		const end = fieldLine(this.#text, open, Math.min(this.#limit, stop));
		const isQuote = this.#text.charCodeAt(open) === QUOTE;
		if (!this.#isBroken) {
			this.#isBroken = true;
			const what = isQuote ? bibtexMessages.unclosedQuote : bibtexMessages.unclosedBrace;
			this.#note(what, { start: open, end: open + 1 }, closing(this.#text, open + 1, end));
		}
		this.#position = end;
		return { kind: 'text', start: open + 1, end: valueEnd(this.#text, open + 1, end), traits: 15 };
	}

	#bareEnd(start: number): number {
		let end = start;
		while (end < this.#limit && !this.#endsBare(this.#text.charCodeAt(end))) {
			end += 1;
		}
		const next = skipBlanks(this.#text, end);
		const isWord = next > end && isNameCode(this.#text.charCodeAt(next)) && !isFieldAt(this.#text, next);
		return isWord && next < this.#limit && end > start ? this.#lineOfBare(end) : end;
	}

	/** `title = Two words,` without braces: the value extends to the comma or the end of the line. */
	#lineOfBare(from: number): number {
		let end = from;
		while (end < this.#limit) {
			const code = this.#text.charCodeAt(end);
			if (code === COMMA || code === 0x0a || code === 0x0d || code === CLOSE || code === this.#frame.closer) {
				break;
			}
			end += 1;
		}
		return end;
	}

	#endsBare(code: number): boolean {
		return (
			code <= 0x20 || code === COMMA || code === HASH || code === CLOSE || code === this.#frame.closer || code === QUOTE
		);
	}

	#skipLine(): void {
		while (this.#position < this.#limit && !/[\n\r]/.test(this.#text.charAt(this.#position))) {
			this.#position += 1;
		}
	}

	#note(message: string, span: Span, mend?: Mend): void {
		this.#report({ message, span, ...(mend ? { mend } : {}) });
	}
}
