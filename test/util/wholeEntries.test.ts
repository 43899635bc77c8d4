/** Bytes are cut between entries, whatever chunks they come in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeEntries } from '../../server/src/util/wholeEntries.ts';
import { inChunks } from '../support/inChunks.ts';

function pieces(text: string, size: number, longest = 100): string[] {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	return wholeEntries(inChunks(new TextEncoder().encode(text), size), '@', longest)
		.map((piece) => decoder.decode(piece))
		.toArray();
}

test('every piece but the first begins with an entry, and together they are the text', () => {
	const text = 'by hand\n@one{a@b\n}\n\n@two{Müller 中文}\n\n@three{}\n';
	for (let size = 1; size < 60; size++) {
		const found = pieces(text, size);
		assert.equal(found.join(''), text);
		assert.ok(found.slice(1).every((piece) => piece.startsWith('@')));
		assert.ok(size > 8 || found.length > 3);
	}
});

test('an empty file has none, and one without entries is one, or some if it is long', () => {
	assert.deepEqual(pieces('', 5), []);
	assert.deepEqual(pieces('nothing\nat all', 4), ['nothing\nat all']);
	assert.ok(pieces('x'.repeat(200), 7, 20).every((piece) => piece.length <= 27));
	assert.equal(pieces('x'.repeat(200), 7, 20).join(''), 'x'.repeat(200));
});
