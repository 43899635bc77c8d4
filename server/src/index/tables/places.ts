/**
 * The places of the records of a file. Records are kept in pages, each with its place relative to the record before
 * it, and the file's outline says where each page begins. So text inserted at the top of a file moves 100,000
 * records, and only the outline is written.
 */

import type { Position, Range } from '../../util/span.ts';
import { VarintReader, VarintWriter } from '../database/varints.ts';

/** A record's entry in a page. */
export interface Place {
	readonly record: number;
	/** A hash of the record's content without its place. It is the same for an unchanged record. */
	readonly hash: number;
	readonly range: Range;
	readonly keyRange: Range;
}

/** A page's entry in the outline of its file. */
export interface PageStart {
	readonly page: number;
	readonly count: number;
	/** The start of the first record in the page. */
	readonly start: Position;
}

export function encodePlaces(places: readonly Place[]): Uint8Array {
	const writer = new VarintWriter();
	let record = 0;
	let at = places[0]?.range.start ?? { line: 0, character: 0 };
	const step = (to: Position) => {
		addStep(writer, at, to);
		at = to;
	};
	for (const place of places) {
		writer.addSigned(place.record - record);
		writer.add(place.hash);
		step(place.range.start);
		step(place.keyRange.start);
		step(place.keyRange.end);
		step(place.range.end);
		record = place.record;
	}
	return writer.bytes();
}

export function decodePlaces(bytes: Uint8Array, start: Position): Place[] {
	const reader = new VarintReader(bytes);
	const places: Place[] = [];
	let record = 0;
	let at = start;
	const step = () => {
		at = nextStep(reader, at);
		return at;
	};
	while (!reader.done) {
		record += reader.nextSigned();
		const hash = reader.next();
		const begin = step();
		const keyRange = { start: step(), end: step() };
		places.push({ record, hash, keyRange, range: { start: begin, end: step() } });
	}
	return places;
}

export function encodeOutline(pages: readonly PageStart[]): Uint8Array {
	const writer = new VarintWriter();
	let last: PageStart = { page: 0, count: 0, start: { line: 0, character: 0 } };
	for (const next of pages) {
		writer.addSigned(next.page - last.page);
		writer.add(next.count);
		addStep(writer, last.start, next.start);
		last = next;
	}
	return writer.bytes();
}

export function decodeOutline(bytes: Uint8Array): PageStart[] {
	const reader = new VarintReader(bytes);
	const pages: PageStart[] = [];
	let page = 0;
	let start: Position = { line: 0, character: 0 };
	while (!reader.done) {
		page += reader.nextSigned();
		const count = reader.next();
		start = nextStep(reader, start);
		pages.push({ page, count, start });
	}
	return pages;
}

/** Writes the distance: characters within a line; for another line, the number of lines and the character in it. */
function addStep(writer: VarintWriter, from: Position, to: Position): void {
	const lines = to.line - from.line;
	writer.addSigned(lines);
	writer.addSigned(lines === 0 ? to.character - from.character : to.character);
}

function nextStep(reader: VarintReader, from: Position): Position {
	const lines = reader.nextSigned();
	const characters = reader.nextSigned();
	return { line: from.line + lines, character: lines === 0 ? from.character + characters : characters };
}
