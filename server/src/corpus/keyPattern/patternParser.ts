/**
 * Reads a key pattern, in Better BibTeX's formula language (https://retorque.re/zotero-better-bibtex/citing/formulas):
 * `auth.lower + shorttitle(3,3) + year`. Parts are joined by `+`; of several formulas, divided by `|`, the first counts
 * that gives something.
 */

import { keyPatternMessages } from '../../messages/keyPatternMessages.ts';

/** A function or filter with its arguments: `shorttitle(3,3)`. */
export interface PatternCall {
	/** In lower case. Better BibTeX ignores case, too. */
	readonly name: string;
	readonly arguments: readonly (string | number)[];
	/** Its place in the pattern. */
	readonly at: number;
}

/** `'-'`, or a function with its filters. */
export type PatternPart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'call'; readonly source: PatternCall; readonly filters: readonly PatternCall[] };

/** What is wrong with a pattern. */
export interface PatternFault {
	readonly message: string;
	/** The offset in the pattern. */
	readonly at: number;
}

type Formulas = readonly (readonly PatternPart[])[];

const TOKEN = /\s*(?:([A-Za-z]\w*)|(\d+)|'([^']*)'|"([^"]*)"|([+|.,()=])|(\S))/y;

interface Token {
	readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
	readonly text: string;
	readonly at: number;
}

class Fault extends Error {
	readonly at: number;

	constructor(message: string, at: number) {
		super(message);
		this.at = at;
	}
}

/** The formulas of the pattern, or what is wrong with it. */
export function parsedPattern(pattern: string): Formulas | PatternFault {
	try {
		return new PatternParser(tokensOf(pattern)).formulas();
	} catch (error) {
		if (error instanceof Fault) {
			return { message: keyPatternMessages.fault(error.message, error.at + 1), at: error.at };
		}
		throw error;
	}
}

function tokensOf(pattern: string): readonly Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	for (let found = TOKEN.exec(pattern); found; found = TOKEN.exec(pattern)) {
		const [whole, name, number, single, double, sign, other] = found;
		const text = name ?? number ?? single ?? double ?? sign ?? other ?? '';
		const at = found.index + whole.length - whole.trimStart().length;
		if (other !== undefined) {
			throw new Fault(keyPatternMessages.unexpected(other), at);
		}
		const kind = name !== undefined ? 'name' : number !== undefined ? 'number' : sign !== undefined ? 'sign' : 'text';
		tokens.push({ kind, text, at });
	}
	return [...tokens, { kind: 'end', text: '', at: pattern.length }];
}

class PatternParser {
	readonly #tokens: readonly Token[];
	#position = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	formulas(): Formulas {
		const formulas = [this.#formula()];
		while (this.#takes('|')) {
			formulas.push(this.#formula());
		}
		if (this.#next.kind !== 'end') {
			throw this.#unexpected();
		}
		return formulas;
	}

	#formula(): readonly PatternPart[] {
		const parts = [this.#part()];
		while (this.#takes('+')) {
			parts.push(this.#part());
		}
		return parts;
	}

	#part(): PatternPart {
		const { kind, text } = this.#next;
		if (kind === 'text') {
			this.#position += 1;
			return { kind: 'text', text };
		}
		const source = this.#call();
		const filters: PatternCall[] = [];
		while (this.#takes('.')) {
			filters.push(this.#call());
		}
		return { kind: 'call', source, filters };
	}

	#call(): PatternCall {
		const { kind, text, at } = this.#next;
		if (kind !== 'name') {
			throw this.#unexpected();
		}
		this.#position += 1;
		const given: (string | number)[] = [];
		if (this.#takes('(') && !this.#takes(')')) {
			do {
				given.push(this.#argument());
			} while (this.#takes(','));
			if (!this.#takes(')')) {
				throw this.#unexpected();
			}
		}
		return { name: text.toLowerCase(), arguments: given, at };
	}

	/** A value, with or without its name: `n=3`. The names are in the order of the values. */
	#argument(): string | number {
		if (this.#next.kind === 'name') {
			this.#position += 1;
			if (!this.#takes('=')) {
				throw this.#unexpected();
			}
		}
		const { kind, text } = this.#next;
		if (kind !== 'number' && kind !== 'text') {
			throw this.#unexpected();
		}
		this.#position += 1;
		return kind === 'number' ? Number(text) : text;
	}

	get #next(): Token {
		return this.#tokens[this.#position] ?? { kind: 'end', text: '', at: 0 };
	}

	#takes(sign: string): boolean {
		const isNext = this.#next.kind === 'sign' && this.#next.text === sign;
		this.#position += isNext ? 1 : 0;
		return isNext;
	}

	#unexpected(): Fault {
		const { kind, text, at } = this.#next;
		return new Fault(kind === 'end' ? keyPatternMessages.incomplete : keyPatternMessages.unexpected(text), at);
	}
}
