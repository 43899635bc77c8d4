/** Splits rich text into runs of plain text, each bold, italic or neither. Everything that is not text is removed. */

import { withoutControls } from '../../messages/foreignText.ts';
import { oneLine } from '../../util/oneLine.ts';
import { type PlainText, type RichText, richText } from '../../util/textKinds.ts';
import { decodeEntities } from './htmlEntities.ts';
import { decodeLatex } from './latexDecoder.ts';
import { type ClosingTags, closingTagsIn, type Tag, tagAt } from './markupTags.ts';
import { mathAt } from './mathSpans.ts';
import { script } from './mathSymbols.ts';
import { mathText } from './mathText.ts';

export interface TextRun {
	readonly text: PlainText;
	readonly bold: boolean;
	readonly italic: boolean;
}

/** A text without any of these needs no parsing. */
const MARKUP_SIGN = /[\\$<&`{}]|''|--/;

/** Comments are removed before LaTeX interprets their hyphens. */
const COMMENT = /<!--[\s\S]{0,500}?-->/g;

/** The runs of `rich`. Paragraphs are separated by `\n\n`; there are no other line ends. */
export function textRuns(rich: RichText): readonly TextRun[] {
	const text = withoutControls(rich);
	if (!MARKUP_SIGN.test(text)) {
		return [{ text: joinedLines(text), bold: false, italic: false }];
	}
	return new RunReader(decodedText(rich)).read();
}

/** `rich` without anything that is not text, except tags, mathematics as `$...$`, and `\\$` for a literal dollar. */
export function decodedText(rich: RichText): RichText {
	const decoded = withoutControls(decodeEntities(withoutControls(rich)));
	const marked = withPlainBrackets(withoutAlternatives(decoded)).replace(COMMENT, '');
	return decodeLatex(richText(marked), 'leftover');
}

/** Some exporters to LaTeX write the tag `<i>` as `$<$i$>$`. */
function withPlainBrackets(text: string): string {
	return text.includes('$<$') ? text.replace(/\$([<>][-+=]?[<>]?)\$/g, '$1') : text;
}

/** Longer than any abstract. Longer texts are damaged and not worth processing. */
const MAX_ALTERNATIVES = 200_000;

/** Publishers give a formula as MathML and again as a whole LaTeX document. Keeps only one. */
function withoutAlternatives(text: string): string {
	return text.length < MAX_ALTERNATIVES && /tex-math/i.test(text) && /<(?:mml:)?math/i.test(text)
		? text.replace(/<(jats:|)tex-math[^<>]{0,200}>[\s\S]{0,5000}?<\/\1tex-math>/gi, '')
		: text;
}

/** Line ends become spaces; blank lines separate paragraphs. */
export function joinedLines(text: string): string {
	if (!/\s\s|[\n\r\t]/.test(text)) {
		return text;
	}
	return text
		.replace(/\r\n?/g, '\n')
		.split(/\n[^\S\n]*\n\s*/)
		.map((paragraph) => oneLine(paragraph))
		.join('\n\n');
}

class RunReader {
	readonly #text: string;
	readonly #closing: ClosingTags;
	readonly #runs: TextRun[] = [];
	#position = 0;
	#pending = '';
	#bold = 0;
	#italic = 0;
	#hidden = 0;
	/** Start in `#pending` of each open subscript or superscript. */
	readonly #scripts: { readonly isUpper: boolean; readonly start: number }[] = [];

	constructor(text: string) {
		this.#text = text;
		this.#closing = closingTagsIn(text);
	}

	read(): readonly TextRun[] {
		const special = /[<$\\]/g;
		while (this.#position < this.#text.length) {
			special.lastIndex = this.#position;
			const next = special.exec(this.#text)?.index ?? this.#text.length;
			this.#add(this.#text.slice(this.#position, next));
			this.#position = next;
			if (next < this.#text.length) {
				this.#special(this.#text.charAt(next));
			}
		}
		this.#flush();
		return joined(this.#runs);
	}

	#add(text: string): void {
		if (this.#hidden === 0) {
			this.#pending += text;
		}
	}

	#special(character: string): void {
		if (character === '<') {
			const tag = tagAt(this.#text, this.#position, this.#closing);
			this.#position = tag?.end ?? this.#position + 1;
			this.#tag(tag);
			return;
		}
		if (character === '\\') {
			const isDollar = this.#text.charAt(this.#position + 1) === '$';
			this.#add(isDollar ? '$' : '\\');
			this.#position += isDollar ? 2 : 1;
			return;
		}
		const math = mathAt(this.#text, this.#position, false);
		this.#add(math === undefined ? '$' : mathText(math.content));
		this.#position = math?.end ?? this.#position + 1;
	}

	#tag(tag: Tag | undefined): void {
		if (tag === undefined) {
			this.#add('<');
			return;
		}
		const step = tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
		switch (tag.effect) {
			case 'bold':
			case 'italic':
				this.#style(tag.effect, step);
				break;
			case 'sub':
			case 'sup':
				this.#script(tag.effect === 'sup', step);
				break;
			case 'hidden':
				this.#hidden = Math.max(0, this.#hidden + step);
				break;
			case 'break':
				this.#add('\n\n');
				break;
			case 'space':
				this.#add(' ');
				break;
			default:
		}
	}

	#style(style: 'bold' | 'italic', step: number): void {
		this.#flush();
		if (style === 'bold') {
			this.#bold = Math.max(0, this.#bold + step);
		} else {
			this.#italic = Math.max(0, this.#italic + step);
		}
	}

	#script(isUpper: boolean, step: number): void {
		if (step > 0) {
			this.#scripts.push({ isUpper, start: this.#pending.length });
			return;
		}
		const open = step < 0 ? this.#scripts.pop() : undefined;
		if (open !== undefined && open.start < this.#pending.length) {
			const content = this.#pending.slice(open.start);
			this.#pending = this.#pending.slice(0, open.start) + raised(content.trim(), open.isUpper);
		}
	}

	#flush(): void {
		if (this.#pending !== '') {
			this.#runs.push({ text: this.#pending, bold: this.#bold > 0, italic: this.#italic > 0 });
		}
		this.#pending = '';
		this.#scripts.length = 0;
	}
}

/** Merges neighbouring runs of the same style, so that no emphasis ends where the next begins, and joins lines. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
	const out: TextRun[] = [];
	for (const run of runs) {
		const last = out.at(-1);
		if (last !== undefined && last.bold === run.bold && last.italic === run.italic) {
			out[out.length - 1] = { ...last, text: last.text + run.text };
		} else {
			out.push(run);
		}
	}
	return out.map((run) => ({ ...run, text: joinedLines(run.text) }));
}

/** A word that Unicode has no raised letters for is text: `4ème`, not `4^ème`. */
function raised(content: string, isUpper: boolean): string {
	const text = script(content, isUpper);
	return isUpper && text.startsWith('^') && /^(?:\p{Ll}{2,}|\P{ASCII})\.?$/u.test(content) ? content : text;
}
