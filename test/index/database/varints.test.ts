/** Numbers as bytes, and back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DamagedIndex } from '../../../server/src/index/database/indexFailure.ts';
import { putVarint, VarintReader, VarintWriter } from '../../../server/src/index/database/varints.ts';

const POWERS = Array.from({ length: 54 }, (_, power) => 2 ** power);
const NUMBERS = [0, ...POWERS.flatMap((power) => [power - 1, power, power + 1])].filter(Number.isSafeInteger);

test('every whole number comes back, in seven bits a byte', () => {
	const writer = new VarintWriter();
	for (const number of NUMBERS) {
		writer.add(number);
		writer.addSigned(Math.floor(-number / 2) + 0);
		const bytes = new Uint8Array(10);
		assert.equal(putVarint(bytes, 1, number) - 1, Math.ceil(number.toString(2).length / 7), String(number));
	}
	const reader = new VarintReader(writer.bytes());
	for (const number of NUMBERS) {
		assert.deepEqual([reader.next(), reader.nextSigned()], [number, Math.floor(-number / 2) + 0]);
	}
	assert.ok(reader.done);
});

test('a reader keeps to its stretch, and a number that goes beyond it is damage', () => {
	const bytes = new Uint8Array(9);
	const end = putVarint(bytes, putVarint(bytes, 1, 300), 2 ** 40);
	const reader = new VarintReader(bytes, 1, end);
	assert.deepEqual([reader.next(), reader.left, reader.next(), reader.done], [300, 6, 2 ** 40, true]);
	for (const [start, cut] of [
		[1, 2],
		[3, end - 1],
		[0, 0],
	] as const) {
		reader.turnTo(bytes, start, cut);
		assert.throws(() => reader.next(), DamagedIndex);
	}
});
