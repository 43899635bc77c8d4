/** CSL-JSON: a list of items as Zotero, Pandoc and citeproc write it, or a single item. */

import type { Span } from '../../util/span.ts';
import type { PaperRecord } from '../paper.ts';
import type { CslFields } from './cslItem.ts';
import { cslRecord } from './cslRecord.ts';
import { looksLikeCsl } from './cslShape.ts';
import type { Format, ReadContext } from './format.ts';
import {
	type JsonCursor,
	type JsonFault,
	type JsonNode,
	type JsonObject,
	nextCharacter,
	readValue,
} from './positionedJson.ts';

/** A file of the one kind of list that Zotero's web interface answers with. */
const WRAPPED_LIST = /^[\s\uFEFF]*\{\s*"items"\s*:\s*(?=\[)/;

/** The first member of an object that is an item: not a part of a name or of a date. */
const NEXT_ITEM =
	/\{\s*"(?!(?:family|given|literal|suffix|(?:non-)?dropping-particle|comma-suffix|parse-names|date-parts|raw|season|circa)")[\w-]+"\s*:/g;

export const cslJson: Format = { name: 'CSL-JSON', accepts, read };

function accepts(head: string): boolean {
	if (/^[\s\uFEFF]*\[\s*\]\s*$/.test(head)) {
		return true;
	}
	for (const { node } of elements(head)) {
		return node.kind === 'object' && looksLikeCsl(fieldsOf(node));
	}
	return false;
}

function* read(text: string, context: ReadContext): Generator<PaperRecord> {
	for (const { node, fault } of elements(text, context)) {
		if (fault) {
			reportFault(context, fault);
		}
		const record = node.kind === 'object' ? recordOf(node) : undefined;
		if (record) {
			yield record;
		} else if (!fault) {
			context.report({
				code: 'unreadable-entry',
				message: 'This is no CSL item: an item is an object with a "type" and a "title" or other CSL fields.',
				span: node.span,
			});
		}
	}
}

interface Element {
	readonly node: JsonNode;
	readonly fault?: JsonFault;
}

/** The elements of the list one by one, each with its first fault; after a broken one, reading goes on at the next that begins like an item. */
function* elements(text: string, context?: ReadContext): Generator<Element> {
	const cursor: JsonCursor = { text, offset: WRAPPED_LIST.exec(text)?.[0].length ?? 0, fault: undefined };
	const listed = nextCharacter(cursor) === '[';
	if (listed) {
		cursor.offset++;
	}
	while (!atEnd(cursor, listed, context)) {
		const start = cursor.offset;
		cursor.fault = undefined;
		const node = readValue(cursor);
		const fault: JsonFault | undefined = cursor.fault;
		if (node) {
			yield fault ? { node, fault } : { node };
		} else if (fault && context) {
			reportFault(context, fault);
		}
		if (isFatal(fault)) {
			NEXT_ITEM.lastIndex = Math.max(cursor.offset, start + 1);
			cursor.offset = NEXT_ITEM.exec(text)?.index ?? text.length;
		}
	}
}

function isFatal(fault: JsonFault | undefined): boolean {
	return fault?.fatal === true;
}

/** Takes the comma between two elements. Says so, once, where the list ends without its bracket. */
function atEnd(cursor: JsonCursor, listed: boolean, context: ReadContext | undefined): boolean {
	while (nextCharacter(cursor) === ',') {
		cursor.offset++;
	}
	const next = nextCharacter(cursor);
	if (next === '' && listed && !isFatal(cursor.fault)) {
		context?.report({
			code: 'unreadable-file',
			message: 'The list of papers is not closed; the file may be cut off. The papers above are read.',
			span: { start: Math.max(0, cursor.offset - 1), end: cursor.offset },
		});
	}
	return next === '' || (listed && next === ']');
}

function reportFault({ report }: ReadContext, { message, offset }: JsonFault): void {
	report({ code: 'unreadable-entry', message, span: { start: offset, end: offset + 1 } });
}

function recordOf(node: JsonObject): PaperRecord | undefined {
	const spanOf = (field: string) => {
		const value = node.members.find(({ name }) => name === field)?.value;
		return value && contentSpan(value);
	};
	return cslRecord({ fields: fieldsOf(node), span: node.span, spanOf });
}

/** A value without its quotes. For `"vaswani2017"` this covers `vaswani2017`. */
function contentSpan(node: JsonNode): Span {
	const quoted = node.kind === 'scalar' && typeof node.value === 'string';
	return quoted ? { start: node.span.start + 1, end: node.span.end - 1 } : node.span;
}

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
