/** JSON lines (https://jsonlines.org): an object per line, read one by one. */

import type { Span } from '../../util/span.ts';
import type { ReadContext } from './format.ts';
import { type JsonCursor, type JsonNode, readValue } from './positionedJson.ts';

export type JsonFields = Readonly<Record<string, unknown>>;

export interface JsonLine {
	readonly fields: JsonFields;
	/** The object with its braces. */
	readonly span: Span;
	/** Whether it breaks off, which has been reported. */
	readonly isBroken: boolean;
}

/**
 * The objects of `text`. Of a line that is broken, what stands before the break. A list that has one object on each
 * line, with commas between, is read as well.
 */
export function* jsonLines(text: string, context: ReadContext): Generator<JsonLine> {
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const next = newline < 0 ? text.length : newline + 1;
		const span = objectSpan(text, start, next);
		if (span) {
			const whole = wholeObject(text, span);
			const fields = whole ?? brokenObject(text, span, context);
			if (fields) {
				yield { fields, span, isBroken: whole === undefined };
			}
		}
		start = next;
	}
}

const LAYOUT = /[\s\uFEFF[\],]/;

/** Without blanks, comma and the brackets of a list. Nothing for an empty line. */
function objectSpan(text: string, from: number, to: number): Span | undefined {
	let start = from;
	let end = to;
	while (start < end && LAYOUT.test(text.charAt(start))) {
		start++;
	}
	while (end > start && LAYOUT.test(text.charAt(end - 1))) {
		end--;
	}
	return start < end ? { start, end } : undefined;
}

/** The engine's own parser, which is some ten times as fast as one that knows places. */
function wholeObject(text: string, { start, end }: Span): JsonFields | undefined {
	if (!text.startsWith('{', start)) {
		return undefined;
	}
	try {
		return JSON.parse(text.slice(start, end)) as JsonFields;
	} catch {
		return undefined;
	}
}

function brokenObject(text: string, { start, end }: Span, { report }: ReadContext): JsonFields | undefined {
	const cursor: JsonCursor = { text: text.slice(start, end), offset: 0, fault: undefined };
	const node = readValue(cursor);
	const { fault } = cursor;
	const place = start + (fault?.offset ?? 0);
	const message = fault?.message ?? 'This line is no JSON object: each line holds one, in braces.';
	report({ code: 'unreadable-entry', message, span: { start: place, end: Math.min(place + 1, end) } });
	return node?.kind === 'object' ? (plainValue(node) as JsonFields) : undefined;
}

function plainValue(node: JsonNode): unknown {
	switch (node.kind) {
		case 'scalar':
			return node.value;
		case 'array':
			return node.items.map(plainValue);
		case 'object':
			return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
	}
}
