/**
 * Walks through a JSON file and reads only what is asked for. What is skipped, such as the images of a notebook, is neither
 * decoded nor kept. Nothing is thrown: the first fault ends the walk.
 */

import { jsonMessages } from '../../messages/jsonMessages.ts';
import type { Span } from '../../util/span.ts';

/** What ended a walk before the end of the file. */
export interface JsonFault {
	readonly message: string;
	readonly offset: number;
}

const SPACE = /\s*/y;
const BARE_WORD = /[-+.\w]+/y;
const NEXT_SIGN = /["{}[\]]/g;

export class JsonWalk {
	readonly text: string;
	/** Set when the walk has ended early. All methods do nothing from then on. */
	fault: JsonFault | undefined;
	#at = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** Calls `visit` for each member of the object here, with the walk at its value. A value that `visit` leaves is skipped. */
	eachMember(visit: (name: string) => void): void {
		this.#each('{', '}', () => {
			const name = this.#next() === '"' ? this.string() : this.#fail(jsonMessages.noFieldName);
			if (!name) {
				return;
			}
			if (this.#next() !== ':') {
				this.#fail(jsonMessages.noColon);
				return;
			}
			this.#at++;
			this.#visitValue(() => visit(this.text.slice(name.start, name.end)));
		});
	}

	/** The same for the elements of the list here. */
	eachElement(visit: () => void): void {
		this.#each('[', ']', () => this.#visitValue(visit));
	}

	/** The string here, without its quotes; undefined if something else is here, which is then skipped. */
	string(): Span | undefined {
		if (this.#next() !== '"') {
			this.skip();
			return undefined;
		}
		const start = this.#at + 1;
		const end = stringEnd(this.text, start);
		if (end === undefined) {
			return this.#fail(jsonMessages.noClosingQuote);
		}
		this.#at = end + 1;
		return { start, end };
	}

	/** Whether the value here is a list. */
	get isAtList(): boolean {
		return this.#next() === '[';
	}

	/** Moves past the value here, whatever is in it. */
	skip(): void {
		const first = this.#next();
		if (first === '"') {
			this.string();
		} else if (first === '{' || first === '[') {
			this.#skipNested();
		} else {
			BARE_WORD.lastIndex = this.#at;
			const word = BARE_WORD.exec(this.text)?.[0];
			this.#at += word?.length ?? 0;
			if (word === undefined) {
				this.#fail(jsonMessages.noValue);
			}
		}
	}

	#skipNested(): void {
		let depth = 0;
		do {
			NEXT_SIGN.lastIndex = this.#at;
			const sign = NEXT_SIGN.exec(this.text);
			this.#at = sign?.index ?? this.text.length;
			if (sign?.[0] === '"') {
				this.string();
				continue;
			}
			if (!sign) {
				this.#fail(jsonMessages.noValue);
			}
			this.#at++;
			depth += sign?.[0] === '{' || sign?.[0] === '[' ? 1 : -1;
		} while (depth > 0 && !this.fault);
	}

	#each(opening: string, closing: '}' | ']', visit: () => void): void {
		if (this.#next() !== opening) {
			this.skip();
			return;
		}
		this.#at++;
		if (this.#next() === closing) {
			this.#at++;
			return;
		}
		while (!this.fault) {
			visit();
			const next = this.#next();
			if (!this.fault && next !== ',' && next !== closing) {
				this.#fail(jsonMessages.noCommaOrEnd(closing));
			}
			this.#at++;
			if (next === closing) {
				return;
			}
		}
	}

	#visitValue(visit: () => void): void {
		this.#next();
		const before = this.#at;
		visit();
		if (this.#at === before && !this.fault) {
			this.skip();
		}
	}

	/** Skips white space and returns the next character; `''` at the end and after a fault. */
	#next(): string {
		SPACE.lastIndex = this.#at;
		SPACE.test(this.text);
		this.#at = SPACE.lastIndex;
		return this.fault ? '' : this.text.charAt(this.#at);
	}

	#fail(message: string): undefined {
		const offset = Math.min(this.#at, this.text.length);
		this.fault ??= { message: offset === this.text.length ? jsonMessages.fileEnds : message, offset };
		return undefined;
	}
}

/** Where the string that begins at `from`, after its opening quote, is closed. */
function stringEnd(text: string, from: number): number | undefined {
	for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
		let backslashes = at;
		while (backslashes > from && text[backslashes - 1] === '\\') {
			backslashes--;
		}
		if ((at - backslashes) % 2 === 0) {
			return at;
		}
	}
	return undefined;
}
