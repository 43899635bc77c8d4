/** CSL-JSON: a list of items as Zotero, Pandoc and citeproc write it, or a single item. */

import { formatNames } from '../../../messages/formatNames.ts';
import { jsonMessages } from '../../../messages/jsonMessages.ts';
import type { Span } from '../../../util/span.ts';
import type { PaperRecord } from '../../paper.ts';
import type { Format, ReadContext } from '../format.ts';
import { faultProblem, type JsonElement, jsonElements } from '../json/jsonElements.ts';
import type { JsonNode, JsonObject } from '../json/positionedJson.ts';
import type { CslFields } from './cslItem.ts';
import { cslRecord } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';

export const cslJson: Format = { name: formatNames.cslJson, accepts, read };

function accepts(head: string): boolean {
	if (/^[\s\uFEFF]*\[\s*\]\s*$/.test(head)) {
		return true;
	}
	for (const { node } of jsonElements(head, isCslItem)) {
		if (node?.kind === 'object' && isCslItem(node)) {
			return true;
		}
	}
	return false;
}

function* read(text: string, context: ReadContext): Generator<PaperRecord> {
	for (const element of jsonElements(text, isCslItem)) {
		const record = recordOf(element);
		// Report only one problem per stretch of damage, whatever is found before the next item.
		const problem = record || !element.isResumed ? faultProblem(text, element) : undefined;
		if (problem) {
			context.report(problem);
		} else if (element.node && !record && !element.isResumed) {
			context.report({
				code: 'unreadable-entry',
				message: jsonMessages.notACslItem,
				span: element.node.span,
			});
		}
		if (record) {
			yield record;
		}
	}
}

function recordOf({ node, isBeyond }: JsonElement): PaperRecord | undefined {
	if (node?.kind !== 'object') {
		return undefined;
	}
	const fields = fieldsOf(node);
	const spanOf = (field: string) => {
		const value = node.members.find(({ name }) => name === field)?.value;
		return value && contentSpan(value);
	};
	return isBeyond && !looksLikeCsl(fields) ? undefined : cslRecord({ fields, span: node.span, spanOf });
}

/** The span without quotes. For `"vaswani2017"` this covers `vaswani2017`. */
export function contentSpan(node: JsonNode): Span {
	const quoted = node.kind === 'scalar' && typeof node.value === 'string';
	return quoted ? { start: node.span.start + 1, end: node.span.end - 1 } : node.span;
}

export function isCslItem(node: JsonObject): boolean {
	return looksLikeCsl(fieldsOf(node));
}

/** The members of an object by name. Nested objects become maps, too. */
function fieldsOf(node: JsonObject): CslFields {
	return new Map(node.members.map(({ name, value }) => [name, plainValue(value)]));
}

function plainValue(node: JsonNode): unknown {
	switch (node.kind) {
		case 'scalar':
			return node.value;
		case 'array':
			return node.items.map(plainValue);
		case 'object':
			return fieldsOf(node);
	}
}
