/**
 * Emphasis, quotes and the like, by Pandoc's rules. They matter because a key inside them is cited in the text, and a
 * semicolon inside them separates no papers: `[see *@a; @b*]` is not a citation in brackets.
 */

import { mayBeginAt } from '../syntax/citationStart.ts';
import { LOOK_BACK, type Prose } from './nonProse.ts';

/** Whether a word ends right before `at`, as Pandoc sees it: `a`, `e.g.`. Three full stops are an ellipsis, no word. */
export function isAfterString(text: string, at: number): boolean {
	if (text[at - 1] !== '.') {
		return !mayBeginAt(text, at);
	}
	let start = at;
	while (text[start - 1] === '.' && at - start < MAX_STOPS) {
		start--;
	}
	return (at - start) % 3 !== 0;
}

/** A multiple of three: a longer row of full stops tells no more. */
const MAX_STOPS = 30;

const WORD = /[\p{L}\p{N}]/u;

function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

interface OpenDelimiter {
	/** `*`, `_`, `"`, `'`, `”`, `’`, `^`, `~` or `~~`: the sign that closes it. */
	readonly closer: string;
	/** How many signs are still to be closed: 2 for `**`. Always 1 for other signs than `*` and `_`. */
	count: number;
	/** Where the content begins. */
	readonly start: number;
	/** How many pieces precede it. */
	readonly pieces: number;
}

/** Most delimiters that are open at once. Nobody nests as many, and all of them are looked through. */
const MAX_OPEN = 20;

/** The delimiters that are open in one text, innermost last. */
export class Delimiters {
	readonly #open: OpenDelimiter[] = [];
	readonly #prose: Prose;
	readonly #text: string;
	/** Called with the number of pieces before a delimiter when it is closed. */
	readonly #onClose: (pieces: number) => void;
	/** Position after the latest emphasis. Pandoc reads no citation there. */
	emphasisEnd = -1;
	/** Position of the `[` of the latest note, `^[...]`. */
	noteStart = -1;

	constructor(prose: Prose, onClose: (pieces: number) => void) {
		this.#prose = prose;
		this.#text = prose.text;
		this.#onClose = onClose;
	}

	/** Takes the sign at `at`, after `pieces` pieces. Returns the position after it. */
	take(at: number, pieces: number): number {
		const sign = this.#text[at] ?? '';
		if (sign === '^' && this.#text[at + 1] === '[' && !this.#last('^')) {
			this.noteStart = at + 1;
			return at + 1;
		}
		if (sign === '*' || sign === '_') {
			return this.#takeEmphasis(at, pieces);
		}
		if (sign === '~' && this.#text[at + 1] === '~') {
			return this.#takePair('~~', at, pieces);
		}
		return this.#takePair(sign, at, pieces);
	}

	/** What is open at `at`, innermost last, if nothing more of the text before `at` counts; undefined otherwise. */
	restAt(at: number): string | undefined {
		const isNear = Math.max(this.emphasisEnd, this.noteStart) >= at - 1;
		return isNear || this.#open.some((one) => this.#mayCloseWord(one, at))
			? undefined
			: this.#open.map(({ closer, count }) => `${closer}${count}`).join(' ');
	}

	/** Whether a superscript or subscript may still be closed: no space has followed it. */
	#mayCloseWord({ closer, start }: OpenDelimiter, at: number): boolean {
		return (closer === '^' || closer === '~') && !/\s/.test(this.#text.slice(Math.max(start, at - LOOK_BACK, 0), at));
	}

	/** Opens what `restAt` has given. */
	reopen(open: string): void {
		for (const one of open.split(' ')) {
			this.#push(one.slice(0, -1), Number(one.slice(-1)), 0, 0);
		}
	}

	#last(closer: string): OpenDelimiter | undefined {
		return this.#open.findLast((one) => one.closer === closer);
	}

	#push(closer: string, count: number, start: number, pieces: number): void {
		if (this.#open.length === MAX_OPEN) {
			this.#open.shift();
		}
		this.#open.push({ closer, count, start, pieces });
	}

	#close(delimiter: OpenDelimiter): void {
		this.#open.splice(this.#open.indexOf(delimiter));
		this.#onClose(delimiter.pieces);
	}

	#takeEmphasis(at: number, pieces: number): number {
		const sign = this.#text[at] ?? '';
		let end = at;
		while (this.#text[end] === sign) {
			end++;
		}
		let here = at;
		while (here < end) {
			const outer = this.#last(sign);
			const closed = outer ? this.#closable(outer, here, end) : 0;
			if (!outer || closed === 0) {
				this.#openEmphasis(here, end, pieces);
				return end;
			}
			here += closed;
			this.emphasisEnd = here;
			if (closed === outer.count) {
				this.#close(outer);
			} else {
				outer.count -= closed;
			}
		}
		return end;
	}

	/** How many of the signs from `here` to `end` close `outer`. */
	#closable({ closer, count }: OpenDelimiter, here: number, end: number): number {
		const length = end - here;
		if (closer === '_' && WORD.test(characterAt(this.#text, end))) {
			return 0;
		}
		if (count === 1) {
			return length === 2 ? 0 : 1;
		}
		return count === 2 ? (length >= 2 ? 2 : 0) : Math.min(length, 3);
	}

	#openEmphasis(here: number, end: number, pieces: number): void {
		const sign = this.#text[here] ?? '';
		const isLiteral =
			end - here > 3 ||
			/^(?:[ \t]|$)/.test(this.#text.slice(end, end + 1)) ||
			(sign === '_' && isAfterString(this.#text, here));
		if (!isLiteral) {
			this.#push(sign, end - here, end, pieces);
		}
	}

	#takePair(sign: string, at: number, pieces: number): number {
		const end = at + sign.length;
		const outer = this.#last(sign);
		if (outer && this.#closes(outer, at, end)) {
			this.#close(outer);
		} else if (!/^(?:\s|$)/.test(this.#text.slice(end, end + 1)) && !(sign === "'" && isAfterString(this.#text, at))) {
			const closer = CLOSERS[sign];
			if (closer !== undefined) {
				this.#push(closer, 1, end, pieces);
			}
		}
		return end;
	}

	/** Superscripts and subscripts hold no space. An apostrophe inside a word closes nothing. */
	#closes({ closer, start }: OpenDelimiter, at: number, end: number): boolean {
		if (closer === '^' || closer === '~') {
			return !/\s/.test(this.#text.slice(start, at));
		}
		return closer !== "'" || !WORD.test(characterAt(this.#text, end));
	}

	/**
	 * Whether a `]` at `end` can close the brackets that these delimiters stand in. Emphasis that nobody closed goes on to
	 * the end of the paragraph, and quotes to where they end.
	 */
	mayEndAt(end: number): boolean {
		return this.#open.every(({ closer }) => {
			const isEmphasis = closer === '*' || closer === '_';
			return !isEmphasis && ('^~~'.includes(closer) || this.#prose.after(closer, end) === undefined);
		});
	}
}

const CLOSERS: Readonly<Record<string, string>> = {
	'"': '"',
	"'": "'",
	'“': '”',
	'‘': '’',
	'^': '^',
	'~': '~',
	'~~': '~~',
};
