/** Converts the LaTeX of bibliographies and abstracts to rich text in one pass. Mathematics is left unchanged. */

import { type LatexSource, type RichText, richText } from '../../util/textKinds.ts';
import { LatexCommandReader, type LatexMode } from './latexCommandReader.ts';
import { LatexCursor } from './latexCursor.ts';
import { LatexGroups } from './latexGroups.ts';
import { mathAt } from './mathSpans.ts';

/** 1 for characters with a meaning in LaTeX text. */
const SPECIAL = new Uint8Array(128);
for (const character of "\\{}$~`'-") {
	SPECIAL[character.charCodeAt(0)] = 1;
}

const PROTECTED_WORD = /\{[\p{L}\p{N}.'+()-]{1,40}\}/uy;
/** A crystal's faces. Nobody protects a number. */
const NUMBER_IN_BRACES = /\{[\d\s.,-]{1,40}\}/y;
const COMMAND_GROUP = /\{\s{0,9}\\[A-Za-z"'`^~=.]/y;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Rich text for LaTeX source, or for rich text that still contains some LaTeX; see `richText.ts`. Spaces are kept as in
 * the source.
 */
export function decodeLatex(source: LatexSource, mode: 'source'): RichText;
export function decodeLatex(source: RichText, mode: 'leftover'): RichText;
export function decodeLatex(source: string, mode: LatexMode): RichText {
	return richText(new LatexDecoder(source, mode).decode());
}

class LatexDecoder {
	readonly #cursor: LatexCursor;
	readonly #groups = new LatexGroups();
	readonly #commands: LatexCommandReader;
	readonly #mode: LatexMode;
	#openQuotes = 0;
	#openDoubleQuotes = 0;

	constructor(source: string, mode: LatexMode) {
		this.#cursor = new LatexCursor(source);
		this.#commands = new LatexCommandReader(this.#cursor, this.#groups, mode);
		this.#mode = mode;
	}

	decode(): string {
		const cursor = this.#cursor;
		const { source } = cursor;
		while (cursor.position < source.length) {
			const start = cursor.position;
			let end = start;
			let code = source.charCodeAt(end);
			while (end < source.length && (code >= 128 || SPECIAL[code] === 0)) {
				end += 1;
				code = source.charCodeAt(end);
			}
			if (end > start) {
				this.#emit(source.slice(start, end), end - start);
			}
			if (end < source.length) {
				this.#special(source.charAt(end));
			}
		}
		return this.#groups.finish();
	}

	#special(character: string): void {
		switch (character) {
			case '\\':
				this.#commands.read();
				break;
			case '{':
				this.#groups.begin({ isLiteral: this.#mode === 'leftover' && !this.#isGroup() });
				this.#cursor.position += 1;
				break;
			case '}':
				this.#closeBrace();
				break;
			case '$':
				this.#dollar();
				break;
			case '~':
				this.#tilde();
				break;
			case '-':
				this.#hyphens();
				break;
			case '`':
				this.#openingQuote();
				break;
			default:
				this.#closingQuote();
		}
	}

	/** Adds `text` in place of the `length` characters at the cursor. */
	#emit(text: string, length: number): void {
		this.#groups.add(text);
		this.#cursor.position += length;
	}

	/** In text that is not LaTeX, `{BERT}`, `{\em x}` and the `{2}` of `H_{2}O` are groups, but not `{a, b}` and `{111}`. */
	#isGroup(): boolean {
		const { source, position } = this.#cursor;
		const isScript = /[_^] ?$/.test(source.slice(Math.max(0, position - 2), position));
		NUMBER_IN_BRACES.lastIndex = position;
		if (!isScript && NUMBER_IN_BRACES.test(source)) {
			return false;
		}
		PROTECTED_WORD.lastIndex = position;
		COMMAND_GROUP.lastIndex = position;
		return PROTECTED_WORD.test(source) || COMMAND_GROUP.test(source);
	}

	#closeBrace(): void {
		this.#groups.end('}');
		this.#cursor.position += 1;
	}

	/** A dollar that does not start a formula is written as `\$`, so that no later step takes it for one. */
	#dollar(): void {
		const { source, position } = this.#cursor;
		const math = mathAt(source, position, this.#mode === 'source');
		if (math === undefined) {
			this.#emit('\\$', 1);
		} else {
			this.#emit(`$${math.content}$`, math.end - position);
		}
	}

	#tilde(): void {
		const before = this.#cursor.before();
		const after = this.#cursor.ahead(1);
		const isAddress = before === '/';
		// In "about ~5%" a space precedes the tilde, so the tilde is not a space itself.
		const isApproximate = /\s/.test(before) && /\d/.test(after);
		const joinsWords = /[\p{L}\p{N}.)}]/u.test(before) && /[\p{L}\p{N}\\({$]/u.test(after);
		const isSpace = this.#mode === 'source' ? !isAddress && !isApproximate : joinsWords;
		this.#emit(isSpace ? ' ' : '~', 1);
	}

	/**
	 * Two hyphens are an en dash and three an em dash, except in text that is not LaTeX, where `--flag` may be a program's
	 * option.
	 */
	#hyphens(): void {
		let length = 1;
		while (this.#cursor.ahead(length) === '-') {
			length += 1;
		}
		const isOption =
			this.#mode === 'leftover' && /^$|[\s`(]/.test(this.#cursor.before()) && /[a-z]/i.test(this.#cursor.ahead(length));
		const dash = isOption ? undefined : length === 2 ? '–' : length === 3 ? '—' : undefined;
		this.#emit(dash ?? '-'.repeat(length), length);
	}

	#openingQuote(): void {
		const isFence = this.#mode === 'leftover' && this.#cursor.ahead(2) === '`';
		if (this.#cursor.ahead(1) === '`' && !isFence) {
			this.#openDoubleQuotes += 1;
			this.#emit('“', 2);
		} else if (this.#mode === 'source') {
			this.#openQuotes += 1;
			this.#emit('‘', 1);
		} else {
			this.#emit('`', 1);
		}
	}

	/** Whether the two apostrophes at the cursor stand before a word, as in `Ana ''Bo'' Cruz`, where they open a quote. */
	#beginsWord(): boolean {
		return /^$|[\s([]/.test(this.#cursor.before()) && WORD_CHARACTER.test(this.#cursor.ahead(2));
	}

	#closingQuote(): void {
		const next = this.#cursor.ahead(1);
		if (next === "'" && (this.#mode === 'source' || this.#openDoubleQuotes > 0)) {
			const opens = this.#openDoubleQuotes <= 0 && this.#beginsWord();
			this.#openDoubleQuotes += opens ? 1 : -1;
			this.#emit(opens ? '“' : '”', 2);
			return;
		}
		const closes = this.#openQuotes > 0 && !WORD_CHARACTER.test(next);
		this.#openQuotes -= closes ? 1 : 0;
		this.#emit(closes ? '’' : "'", 1);
	}
}
