/**
 * JSON lines (https://jsonlines.org): one object per line, read one at a time. Also reads lists, whether they have one
 * object per line, all on one line, or each over several lines.
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
	/** The object including its braces. */
	readonly span: Span;
	/** Whether it is incomplete, which has been reported. */
	readonly isBroken: boolean;
}

/** The objects of `text`. For a broken one, the part before the break. */
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

/** The first object's brace is alone on its line. */
const SPREAD_OUT = /^[\s\uFEFF[]*\{[^\S\r\n]*[\r\n]/;

const LAYOUT = /[\s\uFEFF[\],]/;

/** The span without blanks, comma and list brackets; undefined for an empty line. */
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

/** Uses the engine's own parser, which is about ten times as fast as one that records places. */
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

/**
 * The objects in `span`, which is not a single object: several, or a broken one. One problem is reported per stretch of
 * damage.
 */
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

/** Every paper has these members. */
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
