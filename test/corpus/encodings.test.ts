/** Corpus files in other encodings than UTF-8: declared, recognized, or with single bytes that do not fit. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusText } from '../../server/src/corpus/reading/corpusText.ts';
import { plainText } from '../../server/src/corpus/text/richText.ts';
import { placeRecords } from '../../server/src/indexing/corpusReading.ts';

/** Single bytes where the text has `\x80` to `\xff`; all other characters are ASCII. */
function bytesOf(binary: string): Uint8Array {
	return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A file in UTF-8 except for the characters `\x80` to `\xff` that follow a `^`, which are single bytes. */
function utf8With(text: string): Uint8Array {
	const encoder = new TextEncoder();
	return Uint8Array.from(
		text
			.split(/(\^[\x80-\xff])/)
			.flatMap((part) => [...(/^\^./.test(part) ? bytesOf(part.slice(1)) : encoder.encode(part))]),
	);
}

function utf16(text: string, isBigEndian = false): Uint8Array {
	return Uint8Array.from(
		[...text].flatMap((character) => {
			const code = character.charCodeAt(0);
			const pair = [code & 0xff, code >> 8];
			return isBigEndian ? pair.reverse() : pair;
		}),
	);
}

function entry(title: string, key = 'a'): string {
	return `@book{${key}, title = {${title}}, author = {Ode, Ann}, year = 2001}\n`;
}

interface Reading {
	readonly titles: readonly string[];
	readonly keys: readonly (string | undefined)[];
	readonly doubt: string | undefined;
	/** `code line:from-to message` */
	readonly problems: readonly string[];
}

function readingOf(bytes: Uint8Array): Reading {
	const content = corpusText('file:///refs.bib', bytes);
	assert.ok(content.kind === 'readable', content.kind === 'unreadable' ? content.reason : content.kind);
	const { records, reading } = placeRecords(content, () => undefined);
	const papers = [...records];
	return {
		titles: papers.map(({ item }) => plainText(item.title)),
		keys: papers.map(({ key }) => key),
		doubt: content.doubt,
		problems: reading().problems.map(
			({ code, range: { start, end }, message }) =>
				`${code} ${start.line}:${start.character}-${end.character} ${message}`,
		),
	};
}

test('one byte that is not UTF-8 spoils that byte alone, and a problem stands at its place', () => {
	const { titles, keys, doubt, problems } = readingOf(
		utf8With(`${entry('Über Größe', 'größe')}${entry('A ^\x96 B', 'b')}${entry('Ørsted')}`),
	);
	assert.deepEqual(titles, ['Über Größe', 'A – B', 'Ørsted']);
	assert.deepEqual(keys, ['größe', 'b', 'a']);
	assert.equal(doubt, undefined);
	assert.equal(problems.length, 1);
	assert.match(problems[0] ?? '', /^unreadable-entry 1:20-21 This character is not written in UTF-8.*"–"/);
});

test('files joined from two encodings are read in both', () => {
	const { titles, problems } = readingOf(utf8With(`${entry('Été à Genève')}${entry('^\xc9t^\xe9', 'b')}`));
	assert.deepEqual(titles, ['Été à Genève', 'Été']);
	assert.equal(problems.length, 2);
});

test('bytes of half a character, overlong forms and surrogates are no characters of UTF-8', () => {
	const { titles } = readingOf(utf8With(entry('ééééé ^\xc3 ^\xe2^\x82 ^\xc0^\x80 ^\xed^\xa0^\x80 é')));
	assert.deepEqual(titles, ['ééééé Ã â‚ À€ í € é']);
});

test('a lost character that was saved as U+FFFD is a problem where it stands', () => {
	const { problems } = readingOf(new TextEncoder().encode(entry('M\ufffd\ufffdller')));
	assert.deepEqual(problems, [
		'unreadable-entry 0:19-21 A character was lost here, perhaps when the file was saved in another encoding. Write it again.',
	]);
});

test('many bytes that do not fit are one problem of the file', () => {
	const { titles, problems } = readingOf(utf8With(`${'%'.repeat(3)} ${'é'.repeat(60)}\n${entry('^\xfc '.repeat(60))}`));
	assert.equal(titles[0], 'ü '.repeat(60).trim());
	assert.equal(problems.length, 1);
	assert.match(problems[0] ?? '', /^unreadable-file 0:0-0 At 60 places/);
});

test('windows-1252 without a declaration is read with a doubt', () => {
	const { titles, doubt } = readingOf(bytesOf(entry('Caf\xe9 \x93noir\x94')));
	assert.deepEqual(titles, ['Café “noir”']);
	assert.match(doubt ?? '', /windows-1252/);
});

/** Declaration, bytes of a title, the title. */
const DECLARED: readonly (readonly [string, string, string])[] = [
	['% Encoding: windows-1251\n', '\xcc\xee\xf1\xea\xe2\xe0', 'Москва'],
	['% Encoding: Cp1252\n', 'Caf\xe9 \x80', 'Café €'],
	['% This file was created with JabRef 2.9.2.\n% Encoding: ISO8859_2\n', '\xaelu\xbb', 'Žluť'],
	['Encoding: ISO-8859-15\n\n', '\xa4 \xbd', '€ œ'],
	['% Encoding: GBK\n', '\xc9\xee\xb6\xc8\xd1\xa7\xcf\xb0', '深度学习'],
	['% Encoding: SJIS\n', '\x93\xfa\x96{', '日本'],
	['% Encoding: MS932\n', '\x93\xfa\x96\x7b', '日本'],
	['% Encoding: EUC_JP\n', '\xc6\xfc\xcb\xdc', '日本'],
	['% Encoding: ISO-2022-JP\n', '\x1b$BF|K\\\x1b(B', '日本'],
	['% Encoding: KOI8-R\n', '\xed\xc9\xd2', 'Мир'],
	['% Encoding: x-MacRoman\n', 'Caf\x8e', 'Café'],
	['% -*- mode: bibtex; coding: latin-1-unix -*-\n', 'M\xfcller', 'Müller'],
	['% vim: set fileencoding=iso-8859-7 :\n', '\xc1\xe8', 'Αθ'],
	['%% Saved with string encoding Western (ISO Latin 1) \n', 'M\xfcller', 'Müller'],
	['%% Saved with string encoding Japanese (Shift JIS)\n', '\x93\xfa\x96{', '日本'],
];

for (const [declaration, bytes, title] of DECLARED) {
	test(`"${declaration.trim()}" is believed`, () => {
		const braces = bytes.includes('{') ? bytes : `{${bytes}}`;
		const written = bytes.includes('{')
			? `@book{a, title = "${braces}", author = {Ode, Ann}, year = 2001}\n`
			: entry(bytes);
		const reading = readingOf(bytesOf(declaration + written));
		assert.deepEqual(reading, { titles: [title], keys: ['a'], doubt: undefined, problems: [] });
	});
}

test('a declaration that the bytes contradict is not believed', () => {
	for (const declared of ['windows-1252', 'ISO-8859-2', 'GBK', 'windows-1251']) {
		const bytes = new TextEncoder().encode(`% Encoding: ${declared}\n${entry('Müller über 深度学习')}`);
		assert.deepEqual(readingOf(bytes).titles, ['Müller über 深度学习'], declared);
	}
	const german = readingOf(bytesOf(`% Encoding: EUC-JP\n${entry('M\xfcller')}`));
	assert.deepEqual(german.titles, ['Müller']);
	assert.match(german.doubt ?? '', /windows-1252/);
});

test('a file that declares UTF-8 and has one other byte stays UTF-8', () => {
	const reading = readingOf(utf8With(`% Encoding: UTF-8\n${entry('Über ^\xa9')}`));
	assert.deepEqual(reading.titles, ['Über ©']);
	assert.equal(reading.doubt, undefined);
});

test('the encoding in the first line of XML is believed', () => {
	const xml = `<?xml version="1.0" encoding='iso-8859-5' standalone="yes"?>
<xml><records><record><ref-type name="Book">6</ref-type><titles><title>\xbc\xd8\xe0</title></titles></record></records></xml>`;
	assert.deepEqual(readingOf(bytesOf(xml)).titles, ['Мир']);
});

test('UTF-16 without a mark is recognized', () => {
	const text = entry('Über 深度');
	assert.deepEqual(readingOf(utf16(text)).titles, ['Über 深度']);
	assert.deepEqual(readingOf(utf16(text, true)).titles, ['Über 深度']);
	assert.deepEqual(readingOf(utf16(text)).problems, []);
});

test('a NUL in a text spoils that character alone, and a file of many control characters is no text', () => {
	assert.deepEqual(
		readingOf(bytesOf(`${entry('Sum\0mary')}${entry('Other', 'b').repeat(4)}`)).titles[0],
		'Sum\ufffdmary',
	);
	const image = Uint8Array.from({ length: 900 }, (_, index) => (index * 37) % 256);
	assert.equal(corpusText('file:///refs.bib', image).kind, 'unreadable');
});
