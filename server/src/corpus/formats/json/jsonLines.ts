/**
 * JSON lines (https://jsonlines.org): an object per line, read one by one. Lists are read as well, whether they have an
 * object on each line, all on one, or each over several.
 */

import { jsonMessages } from '../../../messages/jsonMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import type { Span } from '../../../util/span.ts';
import type { ReadContext } from '../format.ts';
import { faultProblem, jsonElements } from './jsonElements.ts';
import type { JsonNode, JsonObject } from './positionedJson.ts';

export type JsonFields = Readonly<Record<string, unknown>>;

export interface JsonLine {
	readonly fields: JsonFields;
	/** The object with its braces. */
	readonly span: Span;
	/** Whether it breaks off, which has been reported. */
	readonly isBroken: boolean;
}

/** The objects of `text`. Of one that is broken, what stands before the break. */
export function* jsonLines(text: string, context: ReadContext): Generator<JsonLine> {
	if (SPREAD_OUT.test(text)) {
		yield* objectsIn(text, { start: 0, end: text.length }, context);
		return;
	}
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const next = newline < 0 ? text.length : newline + 1;
		const span = objectSpan(text, start, next);
		const whole = span && wholeObject(text, span);
		if (whole) {
			yield { fields: whole, span, isBroken: false };
		} else if (span) {
			yield* objectsIn(text, span, context);
		}
		start = next;
	}
}

/** The first object is alone with its brace on a line. */
const SPREAD_OUT = /^[\s\uFEFF[]*\{[^\S\r\n]*[\r\n]/;

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
	if (!(text.startsWith('{', start) && text.startsWith('}', end - 1))) {
		return undefined;
	}
	try {
		return JSON.parse(text.slice(start, end)) as JsonFields;
	} catch {
		return undefined;
	}
}

/** What stands in `span`, which is no object alone: several, or a broken one. One stretch of damage costs one problem. */
function* objectsIn(text: string, { start, end }: Span, { report }: ReadContext): Generator<JsonLine> {
	const part = text.slice(start, end);
	for (const element of jsonElements(part, isItem)) {
		const { node, isResumed } = element;
		const problem = faultProblem(part, element) ?? (node?.kind === 'object' ? undefined : noObject(node));
		if (problem && (node?.kind === 'object' || !isResumed)) {
			report({ ...problem, span: { start: problem.span.start + start, end: problem.span.end + start } });
		}
		if (node?.kind === 'object') {
			const span = { start: node.span.start + start, end: node.span.end + start };
			const isBroken = element.fault !== undefined || isResumed;
			yield { fields: plainValue(node) as JsonFields, span, isBroken };
		}
	}
}

function noObject(node: JsonNode | undefined): Problem | undefined {
	const message = jsonMessages.notAnObject;
	return node && { code: 'unreadable-entry', message, span: { start: node.span.start, end: node.span.start + 1 } };
}

/** Each paper has these. */
function isItem({ members }: JsonObject): boolean {
	return ['id', 'title'].every((field) => members.some(({ name }) => name === field));
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
