/** Writes text as LaTeX that `decodeLatex` reads as the same text. Letters stay as they are, in UTF-8. */

import { type PlainText, type RichText, unmarked } from '../../util/textKinds.ts';
import { closingTagsIn, type Tag, tagAt } from '../text/markupTags.ts';
import { mathAt } from '../text/mathSpans.ts';
import { decodedText, joinedLines } from '../text/textRuns.ts';

/**
 * What stands for each character or pair that LaTeX reads as something else. Braces become commands, because BibTeX
 * counts `\{` as an open brace.
 */
const ESCAPES: ReadonlyMap<string, string> = new Map([
	['\\', '\\textbackslash{}'],
	['{', '\\textbraceleft{}'],
	['}', '\\textbraceright{}'],
	['~', '\\textasciitilde{}'],
	['^', '\\textasciicircum{}'],
	['`', '\\textasciigrave{}'],
	['<', '\\textless{}'],
	['>', '\\textgreater{}'],
	['--', '-{}-'],
	["''", "'{}'"],
]);

/** `text`, in which nothing is markup, as LaTeX. `R&D: 5 %` gives `R\&D: 5 \%`. */
export function plainLatex(text: PlainText): string {
	return text.replace(/[\\{}~^`<>$&%#_]|-(?=-)|'(?=')/g, (sign) => {
		const pair = sign === '-' || sign === "'" ? `${sign}{}` : undefined;
		return pair ?? ESCAPES.get(sign) ?? `\\${sign}`;
	});
}

/** How the text between tags and formulas is written. */
export interface Spelling {
	readonly text: (plain: PlainText) => string;
	readonly math: (formula: string) => string;
}

const AS_IS: Spelling = { text: plainLatex, math: (formula) => formula };

/** `rich` as LaTeX. `On <i>E. coli</i> & $x^2$` gives `On \emph{E. coli} \& $x^2$`. */
export function richLatex(rich: RichText, spelling: Spelling = AS_IS): string {
	return joinedLines(new LatexWriter(decodedText(rich), spelling).write()).trim();
}

const STEPS: Readonly<Record<Tag['kind'], number>> = { open: 1, close: -1, empty: 0 };

interface OpenTag {
	readonly name: string;
	readonly closing: string;
}

class LatexWriter {
	readonly #text: string;
	readonly #spelling: Spelling;
	readonly #open: OpenTag[] = [];
	#out = '';
	#hidden = 0;

	constructor(text: string, spelling: Spelling) {
		this.#text = text;
		this.#spelling = spelling;
	}

	write(): string {
		const text = this.#text;
		const closing = closingTagsIn(text);
		let plain = '';
		let position = 0;
		while (position < text.length) {
			const found = special(text, position, closing);
			if (found === undefined) {
				plain += text.charAt(position);
				position += 1;
			} else if (found.kind === 'dollar') {
				plain += '$';
				position = found.end;
			} else {
				this.#add(this.#spelling.text(unmarked(plain)));
				plain = '';
				this.#special(found);
				position = found.kind === 'tag' ? found.tag.end : found.end;
			}
		}
		this.#add(this.#spelling.text(unmarked(plain)));
		this.#closeDownTo(0);
		return this.#out;
	}

	#add(latex: string): void {
		this.#out += this.#hidden > 0 ? '' : latex;
	}

	#special(found: Special): void {
		if (found.kind === 'math') {
			this.#add(this.#spelling.math(`$${found.content}$`));
		} else if (found.kind === 'tag') {
			this.#tag(found.tag, found.source);
		}
	}

	#tag(tag: Tag, source: string): void {
		switch (tag.effect) {
			case 'hidden':
				this.#hidden = Math.max(0, this.#hidden + STEPS[tag.kind]);
				break;
			case 'break':
				this.#add('\n\n');
				break;
			case 'space':
				this.#add(' ');
				break;
			default:
				this.#style(tag, source);
		}
	}

	#style({ name, kind, effect }: Tag, source: string): void {
		if (kind === 'open') {
			const command = this.#hidden > 0 ? '' : commandOf(effect, source);
			this.#open.push({ name, closing: command === '' ? '' : '}' });
			this.#add(command);
		} else if (kind === 'close') {
			const index = this.#open.findLastIndex((open) => open.name === name);
			this.#closeDownTo(index < 0 ? this.#open.length : index);
		}
	}

	#closeDownTo(count: number): void {
		while (this.#open.length > count) {
			this.#out += this.#open.pop()?.closing ?? '';
		}
	}
}

type Special =
	| { readonly kind: 'tag'; readonly tag: Tag; readonly source: string }
	| { readonly kind: 'math'; readonly content: string; readonly end: number }
	| { readonly kind: 'dollar'; readonly end: number };

/** The tag, formula or escaped dollar at `position`. A formula with a brace too many is plain text. */
function special(text: string, position: number, closing: ReadonlySet<string>): Special | undefined {
	switch (text.charAt(position)) {
		case '<': {
			const tag = tagAt(text, position, closing);
			return tag && { kind: 'tag', tag, source: text.slice(position, tag.end) };
		}
		case '\\':
			return text.charAt(position + 1) === '$' ? { kind: 'dollar', end: position + 2 } : undefined;
		case '$': {
			const math = mathAt(text, position, false);
			return math && isBalanced(math.content) ? { kind: 'math', ...math } : undefined;
		}
		default:
			return undefined;
	}
}

function isBalanced(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		depth += character === '{' ? 1 : character === '}' ? -1 : 0;
		if (depth < 0) {
			return false;
		}
	}
	return depth === 0;
}

const COMMANDS: Readonly<Partial<Record<Tag['effect'], string>>> = {
	bold: '\\textbf{',
	italic: '\\emph{',
	sub: '\\textsubscript{',
	sup: '\\textsuperscript{',
};

/** The command that a tag opens; empty for a tag without effect. */
function commandOf(effect: Tag['effect'], source: string): string {
	if (/small-?caps|<scp?\b/i.test(source)) {
		return '\\textsc{';
	}
	return COMMANDS[effect] ?? (/nocase/.test(source) ? '{' : '');
}
