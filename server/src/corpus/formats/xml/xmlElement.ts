/**
 * Parses a part of an XML text to a tree, as far as possible: an unclosed element ends with its parent. Entities of a
 * document type are never expanded, and nothing outside the text is read.
 */

import { Tokenizer } from 'htmlparser2';
import type { Span } from '../../../util/span.ts';

export type XmlNode = XmlElement | string;

export interface XmlElement {
	/** Without namespace prefix: for `<mml:mi>` this is `mi`. */
	readonly name: string;
	/** Names without prefix, too. */
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlNode[];
	/** Place of the content, from after the opening tag to before the closing one. */
	readonly span: Span;
}

/** Deeper than any bibliography, including MathML. Deeper elements are treated as if they were at this depth. */
const MAX_DEPTH = 100;

/** The element in `span` of `text`. */
export function xmlElement(text: string, span: Span): XmlElement {
	return new TreeReader(text.slice(span.start, span.end), span.start).read();
}

interface OpenElement extends XmlElement {
	readonly attributes: Map<string, string>;
	readonly children: XmlNode[];
	readonly span: { start: number; end: number };
}

class TreeReader {
	readonly #text: string;
	/** Where the parsed part begins in the whole text. */
	readonly #offset: number;
	readonly #root: OpenElement;
	readonly #open: OpenElement[] = [];
	#string = '';
	/** The element whose tag is being read; undefined if it is too deep. */
	#opening: OpenElement | undefined;
	#attribute = '';
	/** Number of open tags that were too deep to become elements. */
	#beyond = 0;

	constructor(text: string, offset: number) {
		this.#text = text;
		this.#offset = offset;
		this.#root = newElement('', offset);
	}

	read(): XmlElement {
		const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, this.#callbacks());
		tokenizer.write(this.#text);
		tokenizer.end();
		this.#closeFrom(0, this.#text.length);
		const first = this.#root.children.find((child) => typeof child !== 'string');
		return first ?? this.#root;
	}

	#callbacks(): ConstructorParameters<typeof Tokenizer>[1] {
		const addText = (start: number, end: number) => {
			this.#string += this.#text.slice(start, end);
		};
		return {
			onopentagname: (start, end) => this.#start(localName(this.#text.slice(start, end)), end),
			onopentagend: (end) => this.#tagEnded(end),
			onselfclosingtag: (end) => {
				this.#tagEnded(end);
				this.#close(this.#opening?.name ?? '', end + 1);
			},
			onclosetag: (start, end) => this.#close(localName(this.#text.slice(start, end)), start - '</'.length),
			onattribname: (start, end) => {
				this.#attribute = localName(this.#text.slice(start, end));
			},
			onattribdata: (start, end) => this.#addValue(this.#text.slice(start, end)),
			onattribentity: (code) => this.#addValue(String.fromCodePoint(code)),
			onattribend: ignored,
			ontext: addText,
			ontextentity: (code) => {
				this.#string += String.fromCodePoint(code);
			},
			oncdata: (start, end, closing) => addText(start, end - closing),
			oncomment: ignored,
			ondeclaration: ignored,
			onprocessinginstruction: ignored,
			onend: ignored,
		};
	}

	#start(name: string, end: number): void {
		this.#endString();
		if (this.#open.length >= MAX_DEPTH) {
			this.#beyond++;
			this.#opening = undefined;
			return;
		}
		const element = newElement(name, this.#offset + end);
		this.#children.push(element);
		this.#open.push(element);
		this.#opening = element;
	}

	#addValue(part: string): void {
		const attributes = this.#opening?.attributes;
		attributes?.set(this.#attribute, (attributes.get(this.#attribute) ?? '') + part);
	}

	#tagEnded(end: number): void {
		if (this.#opening) {
			this.#opening.span.start = this.#offset + end + 1;
		}
	}

	/** Closes the innermost element called `name`, and unclosed elements inside it. */
	#close(name: string, end: number): void {
		this.#endString();
		if (this.#beyond > 0) {
			this.#beyond--;
			return;
		}
		const index = this.#open.findLastIndex((element) => element.name === name);
		if (index >= 0) {
			this.#closeFrom(index, end);
		}
	}

	#closeFrom(index: number, end: number): void {
		this.#endString();
		for (const element of this.#open.splice(index)) {
			element.span.end = Math.max(element.span.start, this.#offset + end);
		}
	}

	#endString(): void {
		if (this.#string !== '') {
			this.#children.push(this.#string);
			this.#string = '';
		}
	}

	get #children(): XmlNode[] {
		return (this.#open.at(-1) ?? this.#root).children;
	}
}

function newElement(name: string, start: number): OpenElement {
	return { name, attributes: new Map(), children: [], span: { start, end: start } };
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function ignored(): void {}
