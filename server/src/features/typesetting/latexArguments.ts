/** Reads the arguments behind a LaTeX command, one after another. */

/** In characters. No citation's argument is longer, and an unclosed one must not be looked for to the end each time. */
const MAX_LENGTH = 2000;

export class LatexArguments {
	readonly #text: string;
	#at: number;

	constructor(text: string, at: number) {
		this.#text = text;
		this.#at = at;
	}

	/** Position after the last argument that was read. */
	get end(): number {
		return this.#at;
	}

	/** Whether an argument in brackets or braces follows. */
	get hasMore(): boolean {
		return /[[{]/.test(this.#text.charAt(this.#next()));
	}

	/** The contents of up to two arguments in brackets. */
	options(): string[] {
		return this.#upToTwo('[', ']');
	}

	/** The contents of up to two arguments in parentheses. */
	parentheses(): string[] {
		return this.#upToTwo('(', ')');
	}

	/** The content of an argument in braces. */
	group(): string | undefined {
		return this.#argument('{', '}');
	}

	#upToTwo(open: string, close: string): string[] {
		const first = this.#argument(open, close);
		const second = first === undefined ? undefined : this.#argument(open, close);
		return [first, second].filter((content) => content !== undefined);
	}

	/** Position of what follows: spaces and one line break may stand before an argument. */
	#next(): number {
		const gap = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(this.#text.slice(this.#at, this.#at + MAX_LENGTH));
		return this.#at + (gap?.[0].length ?? 0);
	}

	#argument(open: string, close: string): string | undefined {
		const start = this.#next();
		if (this.#text[start] !== open) {
			return undefined;
		}
		let depth = 0;
		for (let at = start + 1; at < Math.min(this.#text.length, start + MAX_LENGTH); at += 1) {
			const sign = this.#text.charAt(at);
			if (sign === '\\') {
				at += 1;
			} else if (depth === 0 && sign === close) {
				this.#at = at + 1;
				return this.#text.slice(start + 1, at);
			} else if (sign === '{' || sign === '}') {
				depth += sign === '{' ? 1 : -1;
			}
		}
		return undefined;
	}
}
