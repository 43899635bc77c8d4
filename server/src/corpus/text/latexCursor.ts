/** A place in LaTeX source, and what can be asked of the text from there. */

/** The longest argument that is read as a whole: addresses are shorter. */
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
	/** What is left to spend on looking for the ends of arguments that may have none. */
	#lookahead: number;

	constructor(source: string) {
		this.source = source;
		this.#lookahead = 2 * source.length + MAX_ARGUMENT_LENGTH;
	}

	/** The character right before the position, or `offset` behind it; empty outside the text. */
	before(): string {
		return this.source.charAt(this.position - 1);
	}

	ahead(offset: number): string {
		return this.source.charAt(this.position + offset);
	}

	opensAt(position: number): boolean {
		return this.source.charCodeAt(position) === OPEN;
	}

	/** The name of the command whose backslash is at the position: letters, or one other character; empty at the end. */
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

	/** Where the argument that opens at `open` ends; right behind its brace where it has no end. */
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

	/** Where `mark` next stands from `start` on, within the length of an argument; -1 where it does not. */
	find(mark: string, start: number): number {
		const reach = Math.min(MAX_ARGUMENT_LENGTH, this.#lookahead);
		const found = this.source.slice(start, start + reach).indexOf(mark);
		this.#lookahead -= found < 0 ? reach : 0;
		return found < 0 ? -1 : start + found;
	}

	/** Behind the `[...]` at `position` when an argument follows it, else `position`. */
	optionalArgumentEnd(position: number): number {
		if (this.source.charCodeAt(position) !== OPEN_BRACKET) {
			return position;
		}
		const end = this.source.slice(position, position + 80).indexOf(']');
		const after = this.skipSpaces(position + end + 1);
		return end > 0 && this.opensAt(after) ? after : position;
	}
}
