import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	decodeOutline,
	decodePlaces,
	encodeOutline,
	encodePlaces,
	type Place,
} from '../../../server/src/index/tables/places.ts';

function place(record: number, ...at: readonly number[]): Place {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = at;
	return {
		record,
		hash: record * 2 ** 40 + 1,
		range: { start: { line: a, character: b }, end: { line: g, character: h } },
		keyRange: { start: { line: c, character: d }, end: { line: e, character: f } },
	};
}

test('places come back: on one line, over many, out of order, with a key outside of its record', () => {
	const places = [
		place(7, 3, 4, 3, 5, 3, 9, 9, 1),
		place(8, 9, 2, 9, 2, 9, 2, 9, 700),
		place(2, 1, 0, 12, 3, 0, 8, 1_000_000, 40_000),
	];
	const start = places[0]?.range.start ?? { line: 0, character: 0 };
	assert.deepEqual(decodePlaces(encodePlaces(places), start), places);
});

test('a page that moves as a whole has the same bytes', () => {
	const page = (line: number) => [
		place(1, line, 0, line, 9, line, 12, line + 4, 1),
		place(2, line + 6, 0, line + 6, 9, line + 6, 12, line + 9, 1),
	];
	assert.deepEqual(encodePlaces(page(5)), encodePlaces(page(50_000)));
});

test('an outline comes back', () => {
	const pages = [
		{ page: 300, count: 256, start: { line: 0, character: 5 } },
		{ page: 12, count: 1, start: { line: 0, character: 90 } },
		{ page: 900_000, count: 512, start: { line: 77_000, character: 0 } },
	];
	assert.deepEqual(decodeOutline(encodeOutline(pages)), pages);
});
