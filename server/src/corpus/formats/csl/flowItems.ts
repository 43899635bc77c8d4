/** The items of a list in YAML's flow style, `[{id: a, title: On Rays}, {id: b}]`, found by their braces. */

import type { Span } from '../../../util/span.ts';

/** The start of an item, recognizable even if an earlier brace or quote is missing. */
const ITEM_START = /\{\s*["']?(?:id|citation-key|citekey)["']?\s*:/y;
const OPENERS = '[{,:';

/** The items in `span`, which begins with the list's bracket or its name. */
export function* flowItems(text: string, { start, end }: Span): Generator<Span> {
	const scanner = new FlowScanner(text.slice(0, end), start);
	for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
		yield item;
	}
}

class FlowScanner {
	readonly #text: string;
	#offset: number;
	/** Number of open brackets in the item. */
	#depth = 0;
	#quote = '';
	/** The last non-blank character. It decides whether a quote opens a string or is an apostrophe. */
	#before = ',';

	constructor(text: string, from: number) {
		this.#text = text;
		this.#offset = from;
	}

	next(): Span | undefined {
		let start: number | undefined;
		for (; this.#offset < this.#text.length; this.#offset++) {
			const character = this.#text.charAt(this.#offset);
			if (this.#opensItem(character, start)) {
				if (start !== undefined) {
					return this.#upToHere(start);
				}
				start = this.#offset;
				this.#depth = 0;
				this.#quote = '';
			}
			this.#pass(character);
			if (start !== undefined && this.#depth === 0) {
				this.#offset++;
				return { start, end: this.#offset };
			}
		}
		return start === undefined ? undefined : this.#upToHere(start);
	}

	#opensItem(character: string, start: number | undefined): boolean {
		if (character !== '{' || start === this.#offset) {
			return false;
		}
		ITEM_START.lastIndex = this.#offset;
		return ITEM_START.test(this.#text) || (start === undefined && !this.#isWrapper());
	}

	/** Whether this is the brace of `{references: [...]}`. */
	#isWrapper(): boolean {
		return /^\{\s{0,20}["']?references["']?\s{0,20}:/.test(this.#text.slice(this.#offset, this.#offset + 60));
	}

	#pass(character: string): void {
		if (this.#quote !== '') {
			this.#passQuoted(character);
		} else if ((character === '"' || character === "'") && OPENERS.includes(this.#before)) {
			this.#quote = character;
		} else if (character === '{' || character === '[') {
			this.#depth++;
		} else if (character === '}' || character === ']') {
			this.#depth--;
		}
		if (character.trim() !== '') {
			this.#before = character;
		}
	}

	#passQuoted(character: string): void {
		if (character === '\\' && this.#quote === '"') {
			this.#offset++;
		} else if (character === this.#quote) {
			this.#quote = '';
		}
	}

	/** A broken item, without the separator before the next one. */
	#upToHere(start: number): Span {
		const end = Math.min(this.#offset, this.#text.length);
		return { start, end: start + this.#text.slice(start, end).replace(/[\s,]+$/, '').length };
	}
}
