/** Reads one LaTeX command together with its arguments. */

import { ACCENTS, accented } from './latexAccents.ts';
import { DROPPED_ARGUMENTS, SILENT, SWITCHES, VERBATIM, WRAPS, type Wrap } from './latexCommands.ts';
import { isLetterCode, type LatexCursor } from './latexCursor.ts';
import type { LatexGroups } from './latexGroups.ts';
import { LETTERS, LOGOS, SIGNS } from './latexSymbols.ts';
import { MATH_SYMBOLS } from './mathSymbols.ts';

/**
 * `source`: the text is LaTeX, so braces, tildes and unknown commands are interpreted as in LaTeX. `leftover`: the text
 * is another format with some LaTeX in it, and anything that may be meant literally is kept.
 */
export type LatexMode = 'source' | 'leftover';

/** Vietnamese puts two accents on a letter. More than three are garbage. */
const MAX_ACCENTS = 3;

const ACCENTABLE = /[\p{L}\p{N}]/u;

/** Formulas that exporters have broken in this way are at most as long as a script. */
const ESCAPED_MATH = /\\\$([^$]{1,80}?)\\\$(?!\d)/y;
/** A script, a command, a letter, a number, or a crystal direction: `_2`, `\bar{1}`, `m`, `40`, `(1100)`. */
const FORMULA = /^(?:[_^]\S[^\s]*|[_^]\{.*\}|\\[a-z]{2,20}(?![A-Za-z])\S*|[A-Za-z]|-?\d+|[([{]?-?[\d{}, -]+[)\]}]?)$/;

const ESCAPED_COMMAND = /\\[A-Za-z]{2,}(?:\{[^{}]{0,150}\})*$/;

/** An abstract has a few such commands. */
const MAX_LOOKS = 100;

const STAR = 0x2a;
const BACKSLASH = 0x5c;

export class LatexCommandReader {
	readonly #cursor: LatexCursor;
	readonly #groups: LatexGroups;
	readonly #mode: LatexMode;
	/** For each open `\{`, whether it belongs to an escaped command. */
	readonly #escapedBraces: boolean[] = [];
	readonly #hasBackslash: boolean;
	/** Better BibTeX balances braces that it escapes: `\{\vphantom\}{{GaN}}\vphantom\{\}`. */
	readonly #hasPhantoms: boolean;
	#looks = 0;

	constructor(cursor: LatexCursor, groups: LatexGroups, mode: LatexMode) {
		this.#cursor = cursor;
		this.#groups = groups;
		this.#mode = mode;
		this.#hasBackslash = cursor.source.includes('textbackslash');
		this.#hasPhantoms = cursor.source.includes('\\vphantom');
	}

	/** Reads the command at the cursor's backslash and moves past it. Its last argument remains open as a group. */
	read(): void {
		const name = this.#cursor.commandName();
		const after = this.#cursor.position + 1 + name.length;
		const accent = ACCENTS.get(name);
		if (accent !== undefined && this.#accent(accent, after)) {
			return;
		}
		if (name === '$' && this.#mode === 'source' && this.#escapedMath()) {
			return;
		}
		if (name === '{' && this.#mode === 'source' && this.#isEmptyPair(after)) {
			this.#cursor.position = after + '\\}'.length;
			return;
		}
		if (name === 'ifmmode' || name === 'verb') {
			this.#special(name, after);
		} else if (name === '(' || name === '[') {
			this.#delimitedMath(name === '(' ? '\\)' : '\\]');
		} else if (!this.#symbol(name, after)) {
			this.#textCommand(name, after);
		}
	}

	/**
	 * Puts one or more accents on the next letter: `\'e`, `\'{e}`, `\'\i`, `\'\^e`. Returns false if nothing follows that
	 * can have an accent.
	 */
	#accent(mark: string, after: number): boolean {
		const { source } = this.#cursor;
		const next = this.#cursor.skipSpaces(after);
		if (this.#cursor.opensAt(next)) {
			this.#cursor.position = next + 1;
			this.#groups.begin({ accent: mark });
			return true;
		}
		if (source.charCodeAt(next) === BACKSLASH) {
			return this.#accentOnCommand(mark, next);
		}
		const letter = String.fromCodePoint(source.codePointAt(next) ?? 0x20);
		if (!ACCENTABLE.test(letter)) {
			return false;
		}
		this.#groups.add(accented(letter, mark));
		this.#cursor.position = next + letter.length;
		return true;
	}

	#accentOnCommand(mark: string, position: number): boolean {
		const [, name = ''] = /^\\([A-Za-z]+|.)/.exec(this.#cursor.source.slice(position, position + 20)) ?? [];
		const letter = LETTERS.get(name);
		const inner = ACCENTS.get(name);
		if (letter !== undefined) {
			this.#groups.add(accented(letter, mark));
			this.#cursor.position = this.#cursor.skipSpaces(position + 1 + name.length);
			return true;
		}
		// The inner accent is closer to the letter, so its mark comes first.
		const isStack = inner !== undefined && mark.length < MAX_ACCENTS;
		return isStack && this.#accent(inner + mark, position + 1 + name.length);
	}

	#special(name: 'ifmmode' | 'verb', after: number): void {
		const end = name === 'verb' ? this.#verbatim(after) : this.#textBranch(after);
		if (end === undefined) {
			this.#textCommand(name, after);
		} else {
			this.#cursor.position = end;
		}
	}

	/** The end of `+x_1+` in `\verb+x_1+`, whose content is added as it is; undefined for `\verb{...}`. */
	#verbatim(after: number): number | undefined {
		const { source } = this.#cursor;
		const start = source.charCodeAt(after) === STAR ? after + 1 : after;
		const mark = source.charAt(start);
		const end = /^[^\s\p{L}{\\]$/u.test(mark) ? this.#cursor.find(mark, start + 1) : -1;
		if (end < 0) {
			return undefined;
		}
		const content = source.slice(start + 1, end);
		this.#groups.add(this.#mode === 'source' ? content.replace(/[${}\\]/g, protectedSign) : content);
		return end + 1;
	}

	/** Where the text begins in `\ifmmode \check{z}\else \v{z}\fi{}`, after the branch for mathematics. */
	#textBranch(after: number): number | undefined {
		const end = this.#cursor.find('\\fi', after);
		if (end < 0) {
			return undefined;
		}
		const other = this.#cursor.source.slice(after, end).lastIndexOf('\\else');
		return this.#cursor.skipSpaces(other < 0 ? end + '\\fi'.length : after + other + '\\else'.length);
	}

	#delimitedMath(closing: string): void {
		const start = this.#cursor.position + 2;
		const end = this.#cursor.find(closing, start);
		const content = end < 0 ? '' : this.#cursor.source.slice(start, end).trim();
		this.#groups.add(content === '' ? '' : `$${content}$`);
		this.#cursor.position = content === '' ? start : end + 2;
	}

	/** Exporters that escape every dollar write `SiO$_{2}$` as `SiO\$\_\{2\}\$`. This is a formula, not money. */
	#escapedMath(): boolean {
		ESCAPED_MATH.lastIndex = this.#cursor.position;
		const [whole = '', escaped = ''] = ESCAPED_MATH.exec(this.#cursor.source) ?? [];
		const content = escaped.replace(/\\([_^{}])|(\\)textbackslash\{\}/g, '$1$2');
		const isMath = FORMULA.test(content);
		if (isMath) {
			this.#groups.add(`$${content}$`);
			this.#cursor.position += whole.length;
		}
		return isMath;
	}

	#symbol(name: string, after: number): boolean {
		const logo = LOGOS.get(name);
		const text = name === '$' ? '\\$' : (logo ?? LETTERS.get(name) ?? this.#literal(this.#sign(name)));
		if (text === undefined) {
			return false;
		}
		const isWord = isLetterCode(name.charCodeAt(0));
		this.#groups.add(text);
		this.#cursor.position = isWord && logo === undefined ? this.#cursor.skipSpaces(after) : after;
		return true;
	}

	/**
	 * A brace that LaTeX prints is written as `\{`, so that no later step takes it for a group. But in `\textbackslash
	 * emph\{x\}`, `In\_\{x\}` and `{\{}GaAs{\}}` an exporter has escaped an argument or a group.
	 */
	#literal(sign: string | undefined): string | undefined {
		if (this.#mode !== 'source' || (sign !== '{' && sign !== '}')) {
			return sign;
		}
		if (sign === '{') {
			this.#escapedBraces.push(this.#isAlone() || this.#followsEscaped());
			return this.#escapedBraces.at(-1) ? sign : `\\${sign}`;
		}
		return (this.#escapedBraces.pop() ?? this.#isAlone()) || this.#hasPhantoms ? sign : `\\${sign}`;
	}

	/** Whether the cursor is at the brace of `{\{}` or `{\}}`. */
	#isAlone(): boolean {
		return this.#cursor.before() === '{' && this.#cursor.ahead(2) === '}';
	}

	/** Whether `\}` follows at once. Exporters write `\{\}` for the `{}` after a command; it is no set. */
	#isEmptyPair(after: number): boolean {
		return this.#cursor.source.startsWith('\\}', after);
	}

	/** Looking back costs time, so only text with a `\textbackslash` is looked at, and not too often. */
	#followsEscaped(): boolean {
		const { source, position } = this.#cursor;
		if (this.#hasPhantoms || /[_^] ?$/.test(source.slice(Math.max(0, position - 2), position))) {
			return true;
		}
		this.#looks += this.#hasBackslash ? 1 : 0;
		return this.#hasBackslash && this.#looks <= MAX_LOOKS && ESCAPED_COMMAND.test(this.#groups.tail());
	}

	#sign(name: string): string | undefined {
		const isUnlikely = this.#mode === 'leftover' && name.length === 1 && /[\s*+|]/.test(name);
		return isUnlikely ? undefined : (SIGNS.get(name) ?? MATH_SYMBOLS.get(name));
	}

	#textCommand(name: string, after: number): void {
		const isStarred = this.#cursor.source.charCodeAt(after) === STAR;
		const next = this.#cursor.skipSpaces(isStarred ? after + 1 : after);
		const opens = this.#cursor.opensAt(next);
		const type = SWITCHES.get(name);
		if (type !== undefined) {
			this.#cursor.position = next;
			this.#groups.switchType(type);
		} else if (opens && (VERBATIM.has(name) || name === 'ensuremath')) {
			this.#wholeArgument(name, next);
		} else if (DROPPED_ARGUMENTS.has(name)) {
			this.#dropArguments(DROPPED_ARGUMENTS.get(name) ?? 0, next);
		} else if (WRAPS.has(name) || SILENT.has(name) || opens) {
			this.#cursor.position = this.#cursor.optionalArgumentEnd(next);
			this.#beginArgument(WRAPS.get(name));
		} else {
			this.#unknownCommand(name, after);
		}
	}

	#beginArgument(wrap: Wrap | undefined): void {
		if (this.#cursor.opensAt(this.#cursor.position)) {
			this.#cursor.position += 1;
			this.#groups.begin({ wrap });
		}
	}

	/** Reads an argument that is not running text: a URL or mathematics. */
	#wholeArgument(name: string, open: number): void {
		const end = this.#cursor.argumentEnd(open);
		const text = this.#cursor.source.slice(open + 1, end - 1);
		const isMath = name === 'ensuremath' && text.trim() !== '';
		this.#groups.add(isMath ? `$${text.replaceAll('$', '').trim()}$` : text.replace(/\\([_%&#~$])/g, '$1'));
		this.#cursor.position = end;
	}

	#dropArguments(count: number, position: number): void {
		let end = this.#cursor.optionalArgumentEnd(position);
		for (let dropped = 0; dropped < count && this.#cursor.opensAt(end); dropped += 1) {
			end = this.#cursor.skipSpaces(this.#cursor.argumentEnd(end));
		}
		this.#cursor.position = end;
		this.#beginArgument(undefined);
	}

	/**
	 * In LaTeX, the name of an unknown command is no text, so it prints nothing. Elsewhere it may be meant literally or
	 * stand for a name, and is kept as a word: `\modelname beats` gives `modelname beats`.
	 */
	#unknownCommand(name: string, after: number): void {
		if (this.#mode === 'source' && isLetterCode(name.charCodeAt(0)) && !ACCENTS.has(name)) {
			this.#cursor.position = this.#cursor.skipSpaces(after);
			return;
		}
		const isWord = name.length > 1 && !/[A-Za-z:\\/]/.test(this.#cursor.before());
		const keepsBackslash = this.#mode === 'leftover' && !isWord;
		this.#groups.add((keepsBackslash ? '\\' : '') + name);
		this.#cursor.position = after;
	}
}

/** A character that stands for itself in rich text. */
function protectedSign(sign: string): string {
	return sign === '\\' ? '\\textbackslash{}' : `\\${sign}`;
}
