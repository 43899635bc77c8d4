/** One item of a list in YAML as CSL fields, with the anchors (`&name`) of the items before it. */

import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { shortened } from '../../../util/shortened.ts';
import type { Span } from '../../../util/span.ts';
import type { CslFields } from '../cslItem.ts';
import { depthOf } from './yamlPlaces.ts';
import { YamlValues } from './yamlValues.ts';

export interface YamlItem {
	readonly fields: CslFields;
	readonly span: Span;
	/** Where the value of a field stands, without quotes. */
	readonly spanOf: (field: string) => Span | undefined;
	readonly fault?: YamlFault | undefined;
}

export interface YamlFault {
	readonly message: string;
	readonly span: Span;
}

/** In characters: a thousand times the longest abstract. Of what is longer, the beginning is read. */
const LONGEST_ITEM = 1_000_000;

export class YamlItems {
	readonly #text: string;
	readonly #values: YamlValues;
	#isFirst = true;

	constructor(text: string) {
		this.#text = text;
		this.#values = new YamlValues(text.length);
	}

	/** The item in `span`; items are read in order. */
	read(span: Span): YamlItem {
		if (this.#isFirst) {
			this.#isFirst = false;
			this.#readAnchors({ start: 0, end: span.start });
		}
		const start = span.start - depthOf(this.#text, span.start);
		const { node, fault } = this.#parsed({ start, end: span.end });
		const value = node && this.#values.of(node);
		const valueFault = this.#values.takeFault();
		return {
			fields: value instanceof Map ? value : new Map(),
			span,
			spanOf: (field) => {
				const scalar = isMap(node) ? (node as YAMLMap).get(field, true) : undefined;
				return isScalar(scalar) ? contentSpan(scalar, start) : undefined;
			},
			fault: fault ?? (valueFault && this.#fault(valueFault.message, start, valueFault.range)),
		};
	}

	/** What stands before the list may hold anchors that its items refer to. */
	#readAnchors(span: Span): void {
		if (/&\w/.test(this.#text.slice(span.start, span.end))) {
			const { node } = this.#parsed(span);
			this.#values.of(node);
			this.#values.takeFault();
		}
	}

	/**
	 * The item as a node, and what is wrong with it. With the failsafe schema every value is text as written:
	 * `volume: 010` is no 8.
	 */
	#parsed({ start, end }: Span): { node?: Node | undefined; fault?: YamlFault | undefined } {
		const isTooLong = end - start > LONGEST_ITEM;
		// The package knows no lone CR; the replacement keeps all offsets.
		const source = this.#text.slice(start, isTooLong ? start + LONGEST_ITEM : end).replace(/\r(?!\n)/g, '\n');
		try {
			const { contents, errors } = parsedQuickly(source);
			const [first] = isSeq(contents) ? contents.items : [contents];
			const [error] = errors;
			const tooLong = 'This item is longer than 1 MB: a quote or a bracket may be missing. Its beginning is read.';
			return {
				node: (first ?? undefined) as Node | undefined,
				fault: isTooLong
					? this.#fault(tooLong, start, [0, 1])
					: error && this.#fault(shortened(error.message), start, error.pos),
			};
		} catch (error) {
			// Nested so deeply that the package runs out of call stack.
			return { fault: this.#fault(shortened(`This item cannot be read: ${String(error)}`), start, [0, 1]) };
		}
	}

	/** What is missing at the end of the text is missing at its last character. */
	#fault(message: string, offset: number, [start, end]: readonly [number, number, ...unknown[]]): YamlFault {
		const most = this.#text.length;
		const from = Math.max(0, Math.min(offset + start, most - 1));
		return { message, span: { start: from, end: Math.min(Math.max(offset + end, from), most) } };
	}
}

/** Without stack traces: the package makes an error, with its trace, for each wrong character, and nobody looks at traces. */
function parsedQuickly(source: string): ReturnType<typeof parseDocument> {
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	try {
		return parseDocument(source, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
	} finally {
		Error.stackTraceLimit = limit;
	}
}

/** A value without its quotes. */
function contentSpan({ type, range }: Scalar, offset: number): Span | undefined {
	const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
	return range ? { start: range[0] + offset + quotes, end: range[1] + offset - quotes } : undefined;
}
