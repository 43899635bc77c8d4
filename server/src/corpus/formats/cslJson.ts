/** CSL-JSON: a list of items as Zotero, Pandoc and citeproc write it, or a single item. */

import type { Problem } from '../../util/problem.ts';
import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import { type JsonElement, jsonElements, jsonFields } from './cslJsonElements.ts';
import { cslRecord } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';
import type { Format, ReadContext } from './format.ts';
import type { JsonFault, JsonNode } from './positionedJson.ts';

export const cslJson: Format = { name: 'CSL-JSON', accepts, read };

function accepts(head: string): boolean {
	if (/^[\s\uFEFF]*\[\s*\]\s*$/.test(head)) {
		return true;
	}
	for (const { node } of jsonElements(head)) {
		if (node?.kind === 'object' && looksLikeCsl(jsonFields(node))) {
			return true;
		}
	}
	return false;
}

function* read(text: string, context: ReadContext): Generator<PaperRecord> {
	for (const element of jsonElements(text)) {
		const record = recordOf(element);
		// One stretch of damage costs one problem, whatever is found in it on the way to the next item.
		if (element.fault && (record || !element.isResumed)) {
			context.report(faultProblem(text, element.fault, element.isOfList));
		} else if (element.node && !record && !element.isResumed) {
			context.report({
				code: 'unreadable-entry',
				message: 'This is no CSL item: an item is an object with a "type" and a "title" or other CSL fields.',
				span: element.node.span,
			});
		}
		if (record) {
			yield record;
		}
	}
}

function faultProblem(text: string, { message, offset }: JsonFault, isOfList = false): Problem {
	const start = Math.max(0, Math.min(offset, text.length - 1));
	const span = { start, end: Math.min(start + 1, text.length) };
	return { code: isOfList ? 'unreadable-file' : 'unreadable-entry', message, span };
}

function recordOf({ node, isBeyond }: JsonElement): PaperRecord | undefined {
	if (node?.kind !== 'object') {
		return undefined;
	}
	const fields = jsonFields(node);
	const spanOf = (field: string) => {
		const value = node.members.find(({ name }) => name === field)?.value;
		return value && contentSpan(value);
	};
	return isBeyond && !looksLikeCsl(fields) ? undefined : cslRecord({ fields, span: node.span, spanOf });
}

/** A value without its quotes. For `"vaswani2017"` this covers `vaswani2017`. */
function contentSpan(node: JsonNode): Span {
	const quoted = node.kind === 'scalar' && typeof node.value === 'string';
	return quoted ? { start: node.span.start + 1, end: node.span.end - 1 } : node.span;
}
