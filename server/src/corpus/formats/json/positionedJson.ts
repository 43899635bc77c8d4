/**
 * A JSON parser (RFC 8259) that records the place of every value. It reads one value at a time, as far as possible: a
 * broken value still contains what came before the break.
 */

import { jsonMessages } from '../../../messages/jsonMessages.ts';
import { unescapedJson } from '../../../util/jsonEscapes.ts';
import type { Span } from '../../../util/span.ts';

interface JsonScalar {
	readonly kind: 'scalar';
	readonly value: string | number | boolean | null;
	/** For a string, including the quotes. */
	readonly span: Span;
}

interface JsonArray {
	readonly kind: 'array';
	readonly items: readonly JsonNode[];
	readonly span: Span;
}

interface JsonMember {
	readonly name: string;
	readonly value: JsonNode;
}

export interface JsonObject {
	readonly kind: 'object';
	readonly members: readonly JsonMember[];
	readonly span: Span;
}

export type JsonNode = JsonScalar | JsonArray | JsonObject;

/** What is wrong with a value. A `fatal` fault ended the reading; after any other, reading continued. */
export interface JsonFault {
	readonly message: string;
	readonly offset: number;
	readonly fatal: boolean;
}

/** The reading position in `text`. `fault` is the first fault since it was last cleared, or the fatal one. */
export interface JsonCursor {
	readonly text: string;
	offset: number;
	fault: JsonFault | undefined;
	/** Where the last string begins. If its closing quote is missing, it may include the text after it. */
	lastText?: number;
}

/** Deeper than any bibliography. Protects the call stack from hostile input. */
const MAX_DEPTH = 64;

const SPACE = /[\s\uFEFF]*/y;
const BARE_WORD = /[-+.\w]+/y;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
	['true', true],
	['false', false],
	['null', null],
]);

/** Skips white space and returns the next character; `''` at the end. */
export function nextCharacter(cursor: JsonCursor): string {
	SPACE.lastIndex = cursor.offset;
	SPACE.test(cursor.text);
	cursor.offset = SPACE.lastIndex;
	return cursor.text.charAt(cursor.offset);
}

/** Reads the value at the cursor and moves past it; undefined if none begins there. Check `cursor.fault` afterwards. */
export function readValue(cursor: JsonCursor, depth = 0): JsonNode | undefined {
	const first = nextCharacter(cursor);
	if (depth > MAX_DEPTH) {
		return fail(cursor, jsonMessages.tooDeep);
	}
	switch (first) {
		case '{':
			return readObject(cursor, depth);
		case '[':
			return readArray(cursor, depth);
		case '"':
			return readString(cursor);
		default:
			return readBareWord(cursor);
	}
}

function readObject(cursor: JsonCursor, depth: number): JsonObject {
	const start = cursor.offset++;
	const members: JsonMember[] = [];
	while (moreFollows(cursor, '}', members.length > 0)) {
		const member = readMember(cursor, depth);
		if (member) {
			members.push(member);
		}
	}
	return { kind: 'object', members, span: { start, end: cursor.offset } };
}

/** `"title": "Attention Is All You Need"`. If its value is broken, the part that was understood. */
function readMember(cursor: JsonCursor, depth: number): JsonMember | undefined {
	if (nextCharacter(cursor) !== '"') {
		return fail(cursor, jsonMessages.noFieldName);
	}
	const name = readString(cursor);
	if (cursor.fault?.fatal) {
		return undefined;
	}
	if (nextCharacter(cursor) !== ':') {
		return fail(cursor, jsonMessages.noColon);
	}
	cursor.offset++;
	const value = readValue(cursor, depth + 1);
	return name && value && { name: String(name.value), value };
}

function readArray(cursor: JsonCursor, depth: number): JsonArray {
	const start = cursor.offset++;
	const items: JsonNode[] = [];
	while (moreFollows(cursor, ']', items.length > 0)) {
		const item = readValue(cursor, depth + 1);
		if (item) {
			items.push(item);
		}
	}
	return { kind: 'array', items, span: { start, end: cursor.offset } };
}

/**
 * Reads the comma or the closing bracket between two members or elements. A missing or an extra comma is a fault that is
 * not fatal.
 */
function moreFollows(cursor: JsonCursor, closing: '}' | ']', afterOne: boolean): boolean {
	if (cursor.fault?.fatal) {
		return false;
	}
	let next = nextCharacter(cursor);
	if (afterOne && next === ',') {
		const comma = cursor.offset++;
		next = nextCharacter(cursor);
		if (next === closing) {
			note(cursor, jsonMessages.extraComma(closing), comma);
		}
	} else if (afterOne && next === '"') {
		note(cursor, jsonMessages.noComma, cursor.offset);
	} else if (afterOne && next !== closing) {
		fail(cursor, jsonMessages.noCommaOrEnd(closing));
		return false;
	}
	if (next === closing) {
		cursor.offset++;
		return false;
	}
	return true;
}

function readString(cursor: JsonCursor): JsonScalar | undefined {
	const start = cursor.offset;
	cursor.lastText = start;
	const { end, lineEnd, escaped } = stringExtent(cursor.text, start + 1);
	if (end === undefined || (lineEnd !== undefined && !closesValue(cursor.text, end))) {
		cursor.offset = lineEnd ?? cursor.text.length;
		return fail(cursor, jsonMessages.noClosingQuote, start);
	}
	if (lineEnd !== undefined) {
		note(cursor, jsonMessages.brokenLine, lineEnd);
	}
	cursor.offset = end + 1;
	const body = cursor.text.slice(start + 1, end);
	const value = escaped ? unescapedJson(body, () => note(cursor, jsonMessages.loneBackslash, start)) : body;
	return { kind: 'scalar', value, span: { start, end: end + 1 } };
}

interface StringExtent {
	/** Position of the closing quote. */
	readonly end?: number;
	/** The first line end inside, which JSON does not allow. */
	readonly lineEnd: number | undefined;
	readonly escaped: boolean;
}

/** The string that begins after its opening quote at `from`, searched up to `limit`. */
export function stringExtent(text: string, from: number, limit = text.length): StringExtent {
	let lineEnd: number | undefined;
	let escaped = false;
	for (let at = from; at < limit; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x22) {
			return { end: at, lineEnd, escaped };
		}
		if (code === 0x5c) {
			escaped = true;
			at++;
		} else if (code === 0x0a || code === 0x0d) {
			lineEnd ??= at;
		}
	}
	return { lineEnd, escaped };
}

const AFTER_VALUE = /\s*[,}\]]/y;

/** Whether the quote at `offset` ends a value (`",`) or, after a missing quote, opens the next one (`"type": `). */
function closesValue(text: string, offset: number): boolean {
	AFTER_VALUE.lastIndex = offset + 1;
	return AFTER_VALUE.test(text);
}

function readBareWord(cursor: JsonCursor): JsonScalar | undefined {
	const start = cursor.offset;
	BARE_WORD.lastIndex = start;
	const word = BARE_WORD.exec(cursor.text)?.[0] ?? '';
	const value = CONSTANTS.has(word) ? CONSTANTS.get(word) : Number(word || Number.NaN);
	if (value === undefined || Number.isNaN(value)) {
		return fail(cursor, word ? jsonMessages.unquoted(word.slice(0, 40)) : jsonMessages.noValue);
	}
	cursor.offset += word.length;
	return { kind: 'scalar', value, span: { start, end: cursor.offset } };
}

function note(cursor: JsonCursor, message: string, offset: number): void {
	cursor.fault ??= { message, offset, fatal: false };
}

function fail(cursor: JsonCursor, message: string, offset = cursor.offset): undefined {
	const ended = cursor.offset >= cursor.text.length;
	cursor.fault = { message: ended ? jsonMessages.endsWithinEntry : message, offset, fatal: true };
	return undefined;
}
