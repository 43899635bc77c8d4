/**
 * The elements of a list in JSON, however damaged it is: after a broken one, reading goes on at the next object that
 * begins like an item, and items that a lost bracket has put into another one are taken out of it again.
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
	/** Nothing, where no value could be read. */
	readonly node?: JsonNode | undefined;
	/** The first thing wrong with it. */
	readonly fault?: JsonFault | undefined;
	/** The fault is one of the list, not of an element. */
	readonly isOfList?: boolean;
	/** It stands behind damage: whether it was meant to be an element is not certain. */
	readonly isResumed: boolean;
	/** It stands behind the end of the list in an answer that tells more than papers. */
	readonly isBeyond: boolean;
}

/** A file of the one kind of list that Zotero's web interface answers with. */
const WRAPPED_LIST = /^[\s\uFEFF]*\{\s*"items"\s*:\s*(?=\[)/;

/** The first member of an object that is an item: not a part of a name or of a date. */
const NEXT_ITEM =
	/\{\s*"(?!(?:family|given|literal|suffix|(?:non-)?dropping-particle|comma-suffix|parse-names|date-parts|raw|season|circa)")[\w-]+"\s*:/g;

/**
 * The elements of the list in `text`, or its only value, or its values one after another. `isItem` tells which objects
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
	/** What is wrong with the list itself. */
	missing: JsonFault | undefined;

	constructor(text: string, isItem: (object: JsonObject) => boolean) {
		this.#isItem = isItem;
		const offset = WRAPPED_LIST.exec(text)?.[0].length ?? 0;
		this.#cursor = { text, offset, fault: undefined };
		this.#isWrapped = offset > 0;
		this.#isListed = nextCharacter(this.#cursor) === '[';
		this.#cursor.offset += this.#isListed ? 1 : 0;
	}

	/** Moves to the next element, over the comma before it. False at the end. */
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

	/** Whether more follows the bracket that should end the list. */
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

	/** The element at the cursor, and those that it should not hold. */
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

	/** `node` and the items in it, each up to where the next begins or reading goes on. */
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

/** Where in `text` a fault stands: what is missing at the end is missing at the last character. */
export function faultProblem(text: string, { fault, isOfList = false }: JsonElement): Problem | undefined {
	if (!fault) {
		return undefined;
	}
	const start = Math.max(0, Math.min(fault.offset, text.length - 1));
	const span = { start, end: Math.min(start + 1, text.length) };
	return { code: isOfList ? 'unreadable-file' : 'unreadable-entry', message: fault.message, span };
}
