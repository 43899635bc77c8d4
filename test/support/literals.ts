/** The texts in a TypeScript file, found by TypeScript's own scanner, which the project has already. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner, type Scanner } from 'typescript/unstable/ast/scanner';
import { ROOT } from './sources.ts';

export interface Literal {
	/** Without quotes; `…` stands for what a template takes in. */
	readonly text: string;
	/** Counted from 1. */
	readonly line: number;
	/** The code before it, up to six tokens with a space between: `throw new Error (`. */
	readonly before: string;
	/** The code behind it, three tokens: `. split (`. */
	readonly after: string;
}

interface Token {
	readonly kind: SyntaxKind;
	readonly start: number;
	/** As written. */
	readonly code: string;
	/** Of a literal, without quotes and escapes. */
	readonly value: string;
}

const known = new Map<string, readonly Literal[]>();

/** The texts of a file of the project, given by its path from the root. Scanned once, whoever asks. */
export function literalsOf(file: string): readonly Literal[] {
	const literals = known.get(file) ?? literalsIn(readFileSync(join(ROOT, file), 'utf8'));
	known.set(file, literals);
	return literals;
}

export function literalsIn(source: string): readonly Literal[] {
	const tokens = [...tokensIn(source)];
	const found: Literal[] = [];
	let line = 1;
	let counted = 0;
	for (const [index, { kind, start, value }] of tokens.entries()) {
		const isText = kind === SyntaxKind.StringLiteral || kind === SyntaxKind.NoSubstitutionTemplateLiteral;
		if (isText || kind === SyntaxKind.TemplateHead) {
			const end = isText ? index : tailOf(tokens, index);
			const text = isText ? value : partsOf(tokens.slice(index, end + 1)).join('…');
			const codeOf = (from: number, to: number) =>
				tokens
					.slice(Math.max(0, from), to)
					.map(({ code }) => code)
					.join(' ');
			line += source.slice(counted, start).split('\n').length - 1;
			counted = start;
			found.push({ text, line, before: codeOf(index - 6, index), after: codeOf(end + 1, end + 4) });
		}
	}
	return found;
}

/** The index of the end of the template that begins at `head`. */
function tailOf(tokens: readonly Token[], head: number): number {
	let depth = 0;
	for (let index = head; index < tokens.length; index++) {
		const kind = tokens[index]?.kind;
		depth += kind === SyntaxKind.TemplateHead ? 1 : kind === SyntaxKind.TemplateTail ? -1 : 0;
		if (depth === 0) {
			return index;
		}
	}
	throw new Error(`a template at token ${head} has no end`);
}

/** Of the outermost template alone. */
function partsOf(tokens: readonly Token[]): readonly string[] {
	let depth = 0;
	return tokens.flatMap(({ kind, value }) => {
		depth += kind === SyntaxKind.TemplateHead ? 1 : 0;
		const isPart = depth === 1 && TEMPLATE_PARTS.has(kind);
		depth -= kind === SyntaxKind.TemplateTail ? 1 : 0;
		return isPart ? [value] : [];
	});
}

const TEMPLATE_PARTS: ReadonlySet<SyntaxKind> = new Set([
	SyntaxKind.TemplateHead,
	SyntaxKind.TemplateMiddle,
	SyntaxKind.TemplateTail,
]);

/** A slash after one of these divides; after anything else it begins a regular expression. */
const ENDS_VALUE = /^(?:[\w$'"`)\]}]|this)$/;
const KEYWORD_BEFORE_VALUE = /^(?:return|case|typeof|in|of|yield|await|void)$/;

function* tokensIn(source: string): Generator<Token> {
	const scanner = createScanner(true, undefined, source);
	/** For each template that is open: how many braces are open in what it takes in. */
	const braces: number[] = [];
	let previous = '';
	for (let first = scanner.scan(); first !== SyntaxKind.EndOfFile; first = scanner.scan()) {
		const kind = meant(scanner, { kind: first, previous, isInTemplate: braces.at(-1) === 0 });
		countBraces(braces, kind);
		previous = scanner.getTokenText();
		yield { kind, start: scanner.getTokenStart(), code: previous, value: scanner.getTokenValue() };
	}
}

interface Scanned {
	readonly kind: SyntaxKind;
	/** The token before it. */
	readonly previous: string;
	/** No brace is open but the one that takes something into a template. */
	readonly isInTemplate: boolean;
}

/** A slash and a closing brace mean one thing or another, which a scanner alone cannot tell. */
function meant(scanner: Scanner, { kind, previous, isInTemplate }: Scanned): SyntaxKind {
	if (kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken) {
		const divides = ENDS_VALUE.test(previous.slice(-1)) && !KEYWORD_BEFORE_VALUE.test(previous);
		return divides ? kind : scanner.reScanSlashToken();
	}
	return kind === SyntaxKind.CloseBraceToken && isInTemplate ? scanner.reScanTemplateToken(false) : kind;
}

function countBraces(braces: number[], kind: SyntaxKind): void {
	if (kind === SyntaxKind.TemplateHead) {
		braces.push(0);
	} else if (kind === SyntaxKind.TemplateTail) {
		braces.pop();
	} else if (kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.CloseBraceToken) {
		braces.push((braces.pop() ?? 0) + (kind === SyntaxKind.OpenBraceToken ? 1 : -1));
	}
}
