import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordCompression, wordCompressionFor } from '../../../server/src/index/tables/wordCompression.ts';

const TITLES = [
	'{"item":{"type":"article","title":"Deep learning for proteins","issued":[[2020,5]]}}',
	'{"title":"Deep β-sheets, été 2020"}',
];
const BOOKS = [
	new WordCompression(''),
	wordCompressionFor([]),
	wordCompressionFor(Array.from({ length: 9 }, () => TITLES).flat()),
];

function checkKept(text: string): void {
	for (const book of BOOKS) {
		assert.equal(book.decode(book.encode(text, 1)), text);
	}
}

test('every text comes back as it was', () => {
	for (const text of [
		'',
		' ',
		'  two  spaces  ',
		'a"b":c',
		'深層学習による',
		'e\u0301 \u{1f600}\u{1f600}',
		'1234567890',
		'":":":"',
		...TITLES,
	]) {
		checkKept(text);
	}
	checkKept('x'.repeat(1000));
	checkKept('深'.repeat(1000));
	checkKept(`"${'"'.repeat(300)}abc":`.repeat(200));
	checkKept(TITLES.join('').repeat(500));
});

test('a text cut off at any place comes back', () => {
	const text = TITLES.join(' ');
	for (let end = 0; end < text.length; end++) {
		checkKept(text.slice(0, end));
	}
});

test('no byte can be another without notice', () => {
	const packed = BOOKS[2]?.encode(TITLES.join(' '), 1) ?? new Uint8Array();
	for (let at = 1; at < packed.length; at++) {
		for (const change of [1, 128, 255]) {
			const damaged = packed.slice();
			damaged[at] = ((packed[at] ?? 0) + change) & 255;
			assert.throws(() => BOOKS[2]?.decode(damaged), /not what was written/);
		}
		assert.throws(() => BOOKS[2]?.decode(packed.slice(0, at)), /not what was written/);
	}
});

test('what the book knows takes less than half the room', () => {
	const [text = ''] = TITLES;
	const packed = BOOKS[2]?.encode(text, 1).length ?? 0;
	assert.ok(packed < text.length / 2, `${packed} bytes for ${text.length}`);
});

test('a book read back from its words is the same book', () => {
	const book = wordCompressionFor([...TITLES, ...TITLES]);
	const again = new WordCompression(book.words);
	for (const text of TITLES) {
		assert.equal(again.decode(book.encode(text, 7)), text);
	}
});

test('how texts begin and end is known like what stands within', () => {
	const words = wordCompressionFor(['{"key":"one"}}', '{"key":"two"}}']).words.split('\n');
	assert.deepEqual(words.sort(), ['"}}', '{"key":"']);
});

test('a text without a known word takes a byte more for every 16 bytes, or less', () => {
	for (const length of [1, 15, 16, 17, 255, 256, 1000]) {
		const packed = BOOKS[0]?.encode('x'.repeat(length), 1).length ?? 0;
		assert.ok(packed <= 3 + length + Math.ceil(length / 16), `${packed} bytes for ${length}`);
		checkKept('x'.repeat(length));
	}
});
