/** Bytes are cut between lines, whatever chunks they come in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeLines } from '../../server/src/util/wholeLines.ts';
import { inChunks } from '../support/inChunks.ts';

function pieces(text: string, size: number, longest = 100): string[] {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	return wholeLines(inChunks(new TextEncoder().encode(text), size), longest)
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
