/**
 * LaTeX mathematics as a line of Unicode: `\mathbb{R}^n` gives `ℝⁿ`. Meant for reading and screen readers, not for
 * typesetting.
 */

import { oneLine } from '../../util/oneLine.ts';
import { ACCENTS, accented } from './latexAccents.ts';
import { LETTERS, SIGNS } from './latexSymbols.ts';
import { inAlphabet, isAlphabet, MATH_SYMBOLS, script } from './mathSymbols.ts';

/** Text in deeper braces is dropped. No formula nests forty levels. */
const MAX_DEPTH = 40;

const ACCENT_NAMES: ReadonlyMap<string, string> = new Map([
	['hat', '\u0302'],
	['widehat', '\u0302'],
	['tilde', '\u0303'],
	['widetilde', '\u0303'],
	['bar', '\u0304'],
	['overline', '\u0305'],
	['vec', '\u20d7'],
	['overrightarrow', '\u20d7'],
	['dot', '\u0307'],
	['ddot', '\u0308'],
	['check', '\u030c'],
	['breve', '\u0306'],
	['acute', '\u0301'],
	['grave', '\u0300'],
	['mathring', '\u030a'],
	['underline', '\u0332'],
]);

const FRACTIONS: ReadonlySet<string> = new Set(['frac', 'dfrac', 'tfrac', 'cfrac', 'sfrac', 'nicefrac', 'slashfrac']);
const IGNORED: ReadonlySet<string> = new Set(
	`left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle displaystyle textstyle scriptstyle
	scriptscriptstyle limits nolimits rm bf it sf tt mit boldmath nonumber notag xspace protect relax cal unboldmath
	! / operatorname mathop mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb text textrm textbf textit
	texttt textsf textsc textnormal mbox hbox emph mathord mathbin mathrel mathopen mathclose mathpunct mathinner
	overbrace underbrace smash ensuremath boxed fbox cancel substack limits emph phantom`
		.trim()
		.split(/\s+/),
);
const DROPPED: ReadonlySet<string> = new Set([
	'label',
	'tag',
	'begin',
	'end',
	'color',
	'hspace',
	'vspace',
	'textcolor',
]);
const SPACES: ReadonlySet<string> = new Set([' ', ',', ';', ':', '>', 'quad', 'qquad', 'space', 'enspace', '\n']);

/** `source`, given without its dollars, as Unicode. Unknown commands are replaced by their names. */
export function mathText(source: string): string {
	return oneLine(new MathReader(source).read()).trim();
}

class MathReader {
	readonly #source: string;
	#position = 0;
	#depth = 0;

	constructor(source: string) {
		this.#source = source;
	}

	/** Reads everything. A closing brace without an opening one is dropped. */
	read(): string {
		let out = '';
		while (this.#position < this.#source.length) {
			out += this.#sequence();
			this.#position += 1;
		}
		return out;
	}

	#sequence(): string {
		let out = '';
		while (this.#position < this.#source.length && this.#source[this.#position] !== '}') {
			out += this.#token();
		}
		return out;
	}

	#token(): string {
		const character = String.fromCodePoint(this.#source.codePointAt(this.#position) ?? 0x20);
		switch (character) {
			case '{':
				return this.#group();
			case '\\':
				return this.#command();
			case '^':
			case '_':
				this.#position += 1;
				return script(this.#argument(), character === '^');
			case '$':
				this.#position += 1;
				return '';
			case "'":
				this.#position += 1;
				return '′';
			default:
				this.#position += character.length;
				return character === '~' || character === '&' ? ' ' : character;
		}
	}

	#group(): string {
		this.#position += 1;
		if (this.#depth >= MAX_DEPTH) {
			return '';
		}
		this.#depth += 1;
		const content = this.#sequence();
		this.#depth -= 1;
		this.#position += 1;
		return content;
	}

	/** The next group, command or character, to which a script or an accent applies. */
	#argument(): string {
		while (this.#source[this.#position] === ' ') {
			this.#position += 1;
		}
		const next = this.#source[this.#position];
		if (next === undefined || next === '}' || this.#depth >= MAX_DEPTH) {
			return '';
		}
		this.#depth += 1;
		const argument = this.#token();
		this.#depth -= 1;
		return argument.trim();
	}

	#command(): string {
		const [whole = '\\', name = ''] =
			/\\([A-Za-z]+\*?|[\s\S]|$)/y.exec(this.#source.slice(this.#position, this.#position + 40)) ?? [];
		this.#position += whole.length;
		const bare = name.length > 1 && name.endsWith('*') ? name.slice(0, -1) : name;
		const letter = /^[A-Za-z]/.test(bare);
		const symbol = MATH_SYMBOLS.get(bare);
		if (symbol !== undefined && bare.length > 1) {
			this.#skipSpace(whole.length);
			return symbol;
		}
		return letter ? this.#namedCommand(bare) : this.#mark(bare);
	}

	#namedCommand(name: string): string {
		const accent = ACCENT_NAMES.get(name);
		if (accent !== undefined) {
			return accentedMath(this.#argument(), accent);
		}
		if (FRACTIONS.has(name)) {
			return `${factor(this.#argument())}/${factor(this.#argument())}`;
		}
		if (isAlphabet(name)) {
			return inAlphabet(name, this.#argument());
		}
		return this.#layoutCommand(name);
	}

	#layoutCommand(name: string): string {
		switch (name) {
			case 'sqrt':
				return this.#root();
			case 'not':
				return negated(this.#argument());
			case 'binom':
				return `(${this.#argument()} ${this.#argument()})`;
			case 'stackrel':
			case 'overset':
				return raisedOver(this.#argument(), this.#argument());
			case 'underset':
				return loweredUnder(this.#argument(), this.#argument());
			case 'pmod':
				return ` (mod ${this.#argument()})`;
			case 'bmod':
			case 'mod':
				return ' mod ';
			case 'left':
			case 'right':
				return this.#delimiter();
			default:
				return this.#plainCommand(name);
		}
	}

	#plainCommand(name: string): string {
		if (DROPPED.has(name)) {
			this.#argument();
			return '';
		}
		if (SPACES.has(name)) {
			return ' ';
		}
		if (IGNORED.has(name)) {
			return '';
		}
		const letter = LETTERS.get(name) ?? SIGNS.get(name);
		if (letter !== undefined) {
			this.#skipSpace(name.length + 1);
		}
		return letter ?? MATH_SYMBOLS.get(name) ?? name;
	}

	#mark(name: string): string {
		const accent = ACCENTS.get(name);
		if (SPACES.has(name)) {
			return ' ';
		}
		if (name === '\\') {
			return '; ';
		}
		if (name === '|') {
			return '‖';
		}
		if (accent !== undefined && /[\p{L}{\\]/u.test(this.#source[this.#position] ?? '')) {
			return accentedMath(this.#argument(), accent);
		}
		return IGNORED.has(name) ? '' : name;
	}

	#delimiter(): string {
		if (this.#source[this.#position] === '.') {
			this.#position += 1;
		}
		return '';
	}

	#root(): string {
		const [whole = '', index = ''] =
			/^\[([^\]]{0,40})\]/.exec(this.#source.slice(this.#position, this.#position + 42)) ?? [];
		this.#position += whole.length;
		const radicand = this.#argument();
		const sign = index === '3' ? '∛' : index === '4' ? '∜' : `${script(index, true)}√`;
		return sign + (Array.from(radicand).length > 1 ? `(${radicand})` : radicand);
	}

	/**
	 * `1\pm z` gives `1±z`, but `1 \pm z` gives `1 ± z`: a space after a command ends its name. `length` is the length of
	 * the command.
	 */
	#skipSpace(length: number): void {
		const before = this.#source[this.#position - length - 1];
		const isSpaced = before === ' ' && !/[_^]/.test(this.#source[this.#position + 1] ?? '');
		while (!isSpaced && this.#source[this.#position] === ' ') {
			this.#position += 1;
		}
	}
}

/** Numerator or denominator, in parentheses if a slash would change its meaning. */
function factor(text: string): string {
	return /^[\p{L}\p{N}\p{M}.,′₀-₉⁰-⁹∂∞]*$/u.test(text) ? text : `(${text})`;
}

function accentedMath(text: string, mark: string): string {
	return Array.from(text.normalize('NFD').replace(/\p{M}/gu, '')).length === 1 ? accented(text, mark) : text;
}

function negated(relation: string): string {
	return relation === '' ? '¬' : `${relation}\u0338`.normalize('NFC');
}

function raisedOver(above: string, base: string): string {
	return base + (above === '' ? '' : script(above, true));
}

function loweredUnder(below: string, base: string): string {
	return base + (below === '' ? '' : script(below, false));
}
