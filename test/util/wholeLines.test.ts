/** Pieces of whole lines, whatever chunks they come in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeLines } from '../../server/src/util/wholeLines.ts';

function pieces(text: string, size: number, longest = 100): string[] {
	function* chunks(): Generator<Uint8Array> {
		const bytes = new TextEncoder().encode(text);
		const buffer = new Uint8Array(size);
		for (let at = 0; at < bytes.length; at += size) {
			const part = bytes.subarray(at, at + size);
			buffer.set(part);
			yield buffer.subarray(0, part.length);
		}
	}
	const decoder = new TextDecoder('utf-8', { fatal: true });
	return wholeLines(chunks(), longest)
		.map((piece) => decoder.decode(piece))
		.toArray();
}

test('every piece ends with a line, and together they are the text', () => {
	const text = 'one\n\nthe second: Müller 中文\nthird';
	for (let size = 1; size < 50; size++) {
		const found = pieces(text, size);
		assert.equal(found.join(''), text);
		assert.ok(found.slice(0, -1).every((piece) => piece.endsWith('\n')));
	}
});

test('of a line that is too long the beginning comes, and the lines after it keep their numbers', () => {
	for (let size = 1; size < 30; size++) {
		const found = pieces(`one\n${'x'.repeat(40)}\nthree\n`, size, 20)
			.join('')
			.split('\n');
		assert.deepEqual([found.length, found[0], found[2]], [4, 'one', 'three']);
		assert.match(found[1] ?? '', /^x{20,}$/);
	}
});

test('a line without end is cut as well', () => {
	assert.equal(pieces('x'.repeat(100), 7, 20).join('').length <= 27, true);
});
