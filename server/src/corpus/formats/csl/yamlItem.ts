/** Reads one item of a YAML list as CSL fields, using the anchors (`&name`) of earlier items. */

import type { Node, YAMLMap } from 'yaml';
import { yamlMessages } from '../../../messages/yamlMessages.ts';
import type { Span } from '../../../util/span.ts';
import { isMap, isScalar, isSeq, parsedYaml, scalarSpan, type YamlFault } from '../../../util/yaml.ts';
import type { CslFields } from './cslItem.ts';
import { depthOf } from './yamlPlaces.ts';
import { YamlValues } from './yamlValues.ts';

export interface YamlItem {
	readonly fields: CslFields;
	readonly span: Span;
	/** Place of a field's value, without quotes. */
	readonly spanOf: (field: string) => Span | undefined;
	readonly fault?: YamlFault | undefined;
}

/** In characters: a thousand times the longest abstract. Only the beginning of a longer item is read. */
const MAX_ITEM_LENGTH = 1_000_000;

export class YamlItems {
	readonly #text: string;
	readonly #values: YamlValues;
	#isFirst = true;

	constructor(text: string) {
		this.#text = text;
		this.#values = new YamlValues(text.length);
	}

	/** The item in `span`. Items must be read in order. */
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
				return isScalar(scalar) ? scalarSpan(scalar, start) : undefined;
			},
			fault: fault ?? (valueFault && this.#fault(valueFault.message, start, valueFault.range)),
		};
	}

	/** The text before the list may define anchors that its items use. */
	#readAnchors(span: Span): void {
		if (/&\w/.test(this.#text.slice(span.start, span.end))) {
			const { node } = this.#parsed(span);
			this.#values.of(node);
			this.#values.takeFault();
		}
	}

	/** The item as a node, and its fault, if any. */
	#parsed({ start, end }: Span): { node?: Node | undefined; fault?: YamlFault | undefined } {
		const isTooLong = end - start > MAX_ITEM_LENGTH;
		const { contents, fault } = parsedYaml(this.#text.slice(start, isTooLong ? start + MAX_ITEM_LENGTH : end));
		const [first] = isSeq(contents) ? contents.items : [contents];
		return {
			node: (first ?? undefined) as Node | undefined,
			fault: isTooLong
				? this.#fault(yamlMessages.tooLong, start, [0, 1])
				: fault && this.#fault(fault.message, start, [fault.span.start, fault.span.end]),
		};
	}

	/** A fault at the end of the text is placed at its last character. */
	#fault(message: string, offset: number, [start, end]: readonly [number, number, ...unknown[]]): YamlFault {
		const most = this.#text.length;
		const from = Math.max(0, Math.min(offset + start, most - 1));
		return { message, span: { start: from, end: Math.min(Math.max(offset + end, from), most) } };
	}
}
