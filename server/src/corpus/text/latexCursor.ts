/** A position in LaTeX source, and methods to examine the text from there. */

/** The longest argument that is read as a whole. URLs are shorter. */
const MAX_ARGUMENT_LENGTH = 4000;

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;

export function isLetterCode(code: number): boolean {
	return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isSpaceCode(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

export class LatexCursor {
	readonly source: string;
	position = 0;
	/** How many more characters may be searched for the ends of arguments, which may not exist. */
	#lookahead: number;

	constructor(source: string) {
		this.source = source;
		this.#lookahead = 2 * source.length + MAX_ARGUMENT_LENGTH;
	}

	/** The character before the position, or before the position plus `offset`; empty outside the text. */
	before(): string {
		return this.source.charAt(this.position - 1);
	}

	ahead(offset: number): string {
		return this.source.charAt(this.position + offset);
	}

	opensAt(position: number): boolean {
		return this.source.charCodeAt(position) === OPEN;
	}

	/**
	 * The name of the command at the position, after its backslash: letters, or one other character; empty at the end of
	 * the text.
	 */
	commandName(): string {
		const start = this.position + 1;
		let end = start;
		while (isLetterCode(this.source.charCodeAt(end))) {
			end += 1;
		}
		return this.source.slice(start, Math.max(end, start + 1));
	}

	skipSpaces(position: number): number {
		let end = position;
		while (isSpaceCode(this.source.charCodeAt(end))) {
			end += 1;
		}
		return end;
	}

	/** End of the argument that opens at `open`; just after its brace if it is not closed. */
	argumentEnd(open: number): number {
		const limit = Math.min(this.source.length, open + Math.min(MAX_ARGUMENT_LENGTH, this.#lookahead));
		let depth = 0;
		for (let i = open; i < limit; i += 1) {
			const code = this.source.charCodeAt(i);
			depth += code === OPEN ? 1 : code === CLOSE ? -1 : 0;
			i += code === BACKSLASH ? 1 : 0;
			if (depth === 0) {
				return i + 1;
			}
		}
		this.#lookahead -= limit - open;
		return open + 1;
	}

	/**
	 * Position of the next `mark` at or after `start`, searched within the maximum length of an argument; -1 if there is
	 * none.
	 */
	find(mark: string, start: number): number {
		const reach = Math.min(MAX_ARGUMENT_LENGTH, this.#lookahead);
		const found = this.source.slice(start, start + reach).indexOf(mark);
		this.#lookahead -= found < 0 ? reach : 0;
		return found < 0 ? -1 : start + found;
	}

	/** Position after the `[...]` at `position` if an argument follows it, otherwise `position`. */
	optionalArgumentEnd(position: number): number {
		if (this.source.charCodeAt(position) !== OPEN_BRACKET) {
			return position;
		}
		const end = this.source.slice(position, position + 80).indexOf(']');
		const after = this.skipSpaces(position + end + 1);
		return end > 0 && this.opensAt(after) ? after : position;
	}
}
