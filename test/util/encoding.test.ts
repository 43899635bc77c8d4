/** Every byte is decoded the same way on each version of Node, as its encoding says. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../server/src/util/encoding.ts';

/** The Encoding Standard's characters for 0x80 to 0x9F: https://encoding.spec.whatwg.org/index-windows-1252.txt */
const CODES = [
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

test('each byte from 0x80 to 0x9F is its character in windows-1252', () => {
	const seen = CODES.map((_, index) => decodeText(Uint8Array.of(0x80 + index, 0x20))?.text.charCodeAt(0));
	assert.deepEqual(seen, CODES);
});

test('in windows-1252, all other bytes are those of Latin-1', () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte > 0);
	const text = decodeText(bytes)?.text ?? '';
	const others = [...bytes].filter((byte) => byte < 0x80 || byte > 0x9f);
	assert.deepEqual(
		others.map((byte) => text.charCodeAt(byte - 1)),
		others,
	);
});

test('what is UTF-8 keeps the control characters that it says', () => {
	assert.equal(decodeText(new TextEncoder().encode('a\u0093b'))?.text, 'a\u0093b');
});

test('Chinese in GB2312 is recognised without a declaration, and European text is not taken for it', () => {
	// 王小明：春天的树 in GB2312.
	const chinese = 'cdf5 d0a1 c3f7 a3ba b4ba ccec b5c4 caf7'.replaceAll(' ', '');
	const ascii = Buffer.from('@misc{a, title = {');
	const decoded = decodeText(Buffer.concat([ascii, Buffer.from(chinese, 'hex'), Buffer.from('}}')]));
	assert.equal(decoded?.text, '@misc{a, title = {王小明：春天的树}}');
	assert.match(decoded.doubt ?? '', /GBK/);
	for (const european of ['Müller, Grüße, Bäume', 'ÀÉÎÕ ÜÄ', 'Ångström’s “trees”']) {
		const latin = Uint8Array.from(
			european,
			(letter) => ({ '’': 0x92, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0),
		);
		assert.equal(decodeText(latin)?.text, european);
	}
	assert.equal(decodeText(Buffer.from('王小明：春天的树'))?.text, '王小明：春天的树');
});
