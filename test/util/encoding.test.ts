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

test('Asian, Cyrillic and Greek text is recognised by its letters', () => {
	// "A study of the history of the library" and an author, each in its own script and encoding.
	for (const [encoding, name, hex, text] of [
		['big5', 'Big5', 'bb4f c657 b9cf aed1 c05d befa a576 aaba ace3 a873 bb50 a5bc a8d3', '臺灣圖書館歷史的研究與未來'],
		[
			'shift_jis',
			'Shift JIS',
			'8e52 9363 91be 9859 20 907d 8f91 8ad9 82cc 97f0 8e6a 82c9 8ad6 82b7 82e9 8ca4 8b86',
			'山田太郎 図書館の歴史に関する研究',
		],
		[
			'euc-jp',
			'EUC-JP',
			'bbb3 c5c4 c2c0 cfba 20 bfde bdf1 b4db a4ce cef2 bbcb a4cb b4d8 a4b9 a4eb b8a6 b5e6',
			'山田太郎 図書館の歴史に関する研究',
		],
		[
			'euc-kr',
			'EUC-KR',
			'b1e8 c3b6 bcf6 20 b5b5 bcad b0fc c0c7 20 bfaa bbe7 bfa1 20 b4eb c7d1 20 bfac b1b8',
			'김철수 도서관의 역사에 대한 연구',
		],
		['windows-1251', '1251', 'c8f1 f2ee f0e8 ff20 e1e8 e1eb e8ee f2e5 eae8', 'История библиотеки'],
		['koi8-r', 'KOI8', 'e9d3 d4cf d2c9 d120 c2c9 c2cc c9cf d4c5 cbc9', 'История библиотеки'],
		['windows-1253', '1253', 'c9f3 f4ef f1df e120 f4e7 f220 e2e9 e2eb e9ef e8de eae7 f2', 'Ιστορία της βιβλιοθήκης'],
	] as const) {
		const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
		assert.equal(new TextDecoder(encoding).decode(bytes), text, 'the case itself');
		const entry = ['@misc{a,\n author = {', bytes, '},\n abstract = {In English.}\n}\n'].map((part) =>
			Buffer.from(part),
		);
		const decoded = decodeText(Buffer.concat(entry));
		assert.ok(decoded, encoding);
		assert.ok(decoded.text.includes(text), `${encoding}: ${decoded.text}`);
		assert.ok(decoded.doubt?.includes(name), decoded.doubt);
	}
});

test('Japanese in escapes of ASCII is recognised', () => {
	// 山田 in ISO-2022-JP.
	const decoded = decodeText(Buffer.from('@misc{a, author = {\u001b$B;3ED\u001b(B}}'));
	assert.equal(decoded?.text, '@misc{a, author = {山田}}');
	assert.match(decoded.doubt ?? '', /ISO-2022-JP/);
});
