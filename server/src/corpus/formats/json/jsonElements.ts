/**
 * The elements of a JSON list, even a damaged one. After a broken element, reading continues at the next object that
 * begins like an item. Items that became nested in another one by a missing bracket are separated again.
 */

import { jsonMessages } from '../../../messages/jsonMessages.ts';
import type { Problem } from '../../../util/problem.ts';
import {
	type JsonCursor,
	type JsonFault,
	type JsonNode,
	type JsonObject,
	nextCharacter,
	readValue,
} from './positionedJson.ts';

export interface JsonElement {
	/** Undefined if no value could be read. */
	readonly node?: JsonNode | undefined;
	/** The first fault in it. */
	readonly fault?: JsonFault | undefined;
	/** Whether the fault concerns the list, not an element. */
	readonly isOfList?: boolean;
	/** Whether it follows damage, so that it may not have been meant as an element. */
	readonly isResumed: boolean;
	/** Whether it follows the end of the list, in a response that contains more than papers. */
	readonly isBeyond: boolean;
}

/** A file in the form of a response from Zotero's web interface. */
const WRAPPED_LIST = /^[\s\uFEFF]*\{\s*"items"\s*:\s*(?=\[)/;

/** The first member of an object that is an item, not part of a name or of a date. */
const NEXT_ITEM =
	/\{\s*"(?!(?:family|given|literal|suffix|(?:non-)?dropping-particle|comma-suffix|parse-names|date-parts|raw|season|circa)")[\w-]+"\s*:/g;

/**
 * The elements of the list in `text`, or its only value, or its values one after the other. `isItem` says which objects
 * within a broken element are elements themselves.
 */
export function* jsonElements(text: string, isItem: (object: JsonObject) => boolean): Generator<JsonElement> {
	const reader = new ElementReader(text, isItem);
	while (reader.findsElement()) {
		yield* reader.next();
	}
	if (reader.missing) {
		yield { fault: reader.missing, isOfList: true, isResumed: false, isBeyond: false };
	}
}

class ElementReader {
	readonly #cursor: JsonCursor;
	readonly #isItem: (object: JsonObject) => boolean;
	readonly #isWrapped: boolean;
	readonly #isListed: boolean;
	#isResumed = false;
	#isBeyond = false;
	/** The fault of the list itself. */
	missing: JsonFault | undefined;

	constructor(text: string, isItem: (object: JsonObject) => boolean) {
		this.#isItem = isItem;
		const offset = WRAPPED_LIST.exec(text)?.[0].length ?? 0;
		this.#cursor = { text, offset, fault: undefined };
		this.#isWrapped = offset > 0;
		this.#isListed = nextCharacter(this.#cursor) === '[';
		this.#cursor.offset += this.#isListed ? 1 : 0;
	}

	/** Moves to the next element, past the comma before it. Returns false at the end. */
	findsElement(): boolean {
		const cursor = this.#cursor;
		while (nextCharacter(cursor) === ',') {
			cursor.offset++;
		}
		const next = nextCharacter(cursor);
		if (next === ']' && this.#isListed) {
			return this.#goesOnBeyond();
		}
		if (next === '' && this.#isListed && !this.#isBeyond && !this.#isResumed) {
			this.missing = { message: jsonMessages.unclosedList, offset: cursor.offset, fatal: true };
		}
		return next !== '';
	}

	/** Whether more elements follow the bracket that should end the list. */
	#goesOnBeyond(): boolean {
		const cursor = this.#cursor;
		const end = cursor.offset++;
		if (nextCharacter(cursor) === '') {
			return false;
		}
		if (!this.#isWrapped && !this.#isBeyond && !this.#isResumed) {
			this.missing = { message: jsonMessages.earlyEnd, offset: end, fatal: true };
		}
		this.#isBeyond = true;
		this.#resume(cursor.offset);
		return cursor.offset < cursor.text.length;
	}

	#resume(from: number): void {
		NEXT_ITEM.lastIndex = from;
		this.#cursor.offset = NEXT_ITEM.exec(this.#cursor.text)?.index ?? this.#cursor.text.length;
		this.#isResumed = true;
	}

	/** The element at the cursor, and the items wrongly nested in it. */
	next(): readonly JsonElement[] {
		const cursor = this.#cursor;
		const start = cursor.offset;
		cursor.fault = undefined;
		const node = readValue(cursor);
		const fault: JsonFault | undefined = cursor.fault;
		const isBeyond = this.#isBeyond && this.#isWrapped;
		const place = { isResumed: this.#isResumed || isBeyond, isBeyond };
		if (isFatal(fault)) {
			this.#resume(Math.max(start, cursor.lastText ?? cursor.offset) + 1);
		} else if (node?.kind === 'object') {
			this.#isResumed = false;
		}
		const [whole, ...swallowed] = fault && node?.kind === 'object' ? this.#separated(node) : [node];
		return [{ node: whole, fault, ...place }, ...swallowed.map((item) => ({ node: item, ...place }))];
	}

	/** `node` and the items in it, each up to the start of the next, or to where reading continues. */
	#separated(node: JsonObject): readonly JsonObject[] {
		const items = [node, ...membersOf(node).flatMap((member) => this.#itemsIn(member))];
		return items.map((item, index) => {
			const end = Math.min(item.span.end, items[index + 1]?.span.start ?? this.#cursor.offset);
			return { ...item, span: { start: item.span.start, end } };
		});
	}

	#itemsIn(node: JsonNode): readonly JsonObject[] {
		const within = membersOf(node).flatMap((member) => this.#itemsIn(member));
		return node.kind === 'object' && this.#isItem(node) ? [node, ...within] : within;
	}
}

function isFatal(fault: JsonFault | undefined): boolean {
	return fault?.fatal === true;
}

function membersOf(node: JsonNode): readonly JsonNode[] {
	switch (node.kind) {
		case 'scalar':
			return [];
		case 'array':
			return node.items;
		case 'object':
			return node.members.map(({ value }) => value);
	}
}

/**
 * The fault as a problem with its place in `text`. If something is missing at the end, the place is the last character.
 */
export function faultProblem(text: string, { fault, isOfList = false }: JsonElement): Problem | undefined {
	if (!fault) {
		return undefined;
	}
	const start = Math.max(0, Math.min(fault.offset, text.length - 1));
	const span = { start, end: Math.min(start + 1, text.length) };
	return { code: isOfList ? 'unreadable-file' : 'unreadable-entry', message: fault.message, span };
}
