/**
 * The elements of a list in JSON, however damaged it is: after a broken one, reading goes on at the next object that
 * begins like an item, and items that a lost bracket has put into another one are taken out of it again.
 */

import type { CslFields } from './cslItem.ts';
import { looksLikeCsl } from './cslShape.ts';
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

/** The elements of the list in `text`, or its only value, or its values one after another. */
export function* jsonElements(text: string): Generator<JsonElement> {
	const reader = new ElementReader(text);
	while (reader.findsElement()) {
		yield* reader.next();
	}
	if (reader.missing) {
		yield { fault: reader.missing, isOfList: true, isResumed: false, isBeyond: false };
	}
}

class ElementReader {
	readonly #cursor: JsonCursor;
	readonly #isWrapped: boolean;
	readonly #isListed: boolean;
	#isResumed = false;
	#isBeyond = false;
	/** What is wrong with the list itself. */
	missing: JsonFault | undefined;

	constructor(text: string) {
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
			const message = 'The list of papers is not closed; the file may be cut off. The papers above are read.';
			this.missing = { message, offset: cursor.offset, fatal: true };
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
			this.missing = { message: 'The list of papers ends here, but the file goes on.', offset: end, fatal: true };
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
		const [whole, ...swallowed] = fault && node?.kind === 'object' ? separated(node, cursor.offset) : [node];
		return [{ node: whole, fault, ...place }, ...swallowed.map((item) => ({ node: item, ...place }))];
	}
}

function isFatal(fault: JsonFault | undefined): boolean {
	return fault?.fatal === true;
}

/** `node` and the items in it, each up to where the next begins; reading goes on at `next`. */
function separated(node: JsonObject, next: number): readonly JsonObject[] {
	const items = [node, ...membersOf(node).flatMap(itemsIn)];
	return items.map((item, index) => {
		const end = Math.min(item.span.end, items[index + 1]?.span.start ?? next);
		return { ...item, span: { start: item.span.start, end } };
	});
}

function itemsIn(node: JsonNode): readonly JsonObject[] {
	if (node.kind === 'scalar') {
		return [];
	}
	const within = membersOf(node).flatMap(itemsIn);
	return node.kind === 'object' && looksLikeCsl(jsonFields(node)) ? [node, ...within] : within;
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

/** The members of an object by name, the objects in them as maps, too. */
export function jsonFields(node: JsonObject): CslFields {
	return new Map(node.members.map(({ name, value }) => [name, plainValue(value)]));
}

function plainValue(node: JsonNode): unknown {
	switch (node.kind) {
		case 'scalar':
			return node.value;
		case 'array':
			return node.items.map(plainValue);
		case 'object':
			return jsonFields(node);
	}
}
