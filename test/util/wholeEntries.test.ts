/** Pieces of whole entries, whatever chunks they come in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeEntries } from '../../server/src/util/wholeEntries.ts';

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
	return wholeEntries(chunks(), '@', longest)
		.map((piece) => decoder.decode(piece))
		.toArray();
}

test('every piece but the first begins with an entry, and together they are the text', () => {
	const text = 'by hand\n@one{a@b\n}\n\n@two{Müller 中文}\n\n@three{}\n';
	for (let size = 1; size < 60; size++) {
		const found = pieces(text, size);
		assert.equal(found.join(''), text);
		assert.ok(found.slice(1).every((piece) => piece.startsWith('@')));
		assert.equal(found.length > 3 || size > 8, true);
	}
});

test('an empty file has none, and one without entries is one, or some if it is long', () => {
	assert.deepEqual(pieces('', 5), []);
	assert.deepEqual(pieces('nothing\nat all', 4), ['nothing\nat all']);
	assert.ok(pieces('x'.repeat(200), 7, 20).every((piece) => piece.length <= 27));
	assert.equal(pieces('x'.repeat(200), 7, 20).join(''), 'x'.repeat(200));
});
