/** Notebooks: which of their text is a note, where it is in the file, and how the file is edited. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited } from '../../server/src/notes/change.ts';
import { editsInFile, fileOf, rangeInFile, readNoteFile } from '../../server/src/notes/noteFile.ts';
import { offsetAt } from '../../server/src/util/lines.ts';
import type { Span } from '../../server/src/util/span.ts';
import { type Random, randomFrom, SEED } from '../support/random.ts';

interface Cell {
	readonly cell_type: string;
	source: string | readonly string[];
}

const read = (json: string) => readNoteFile('file:///a.ipynb', json, ['paper']);

const notebookOf = (...cells: readonly Cell[]): string =>
	JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1);

const markdown = (source: Cell['source']): Cell => ({ cell_type: 'markdown', source });

function textAt(note: ReturnType<typeof read>, span: Span): string {
	const { text, lines } = fileOf(note);
	const { start, end } = rangeInFile(note, span);
	return text.slice(offsetAt(lines, start), offsetAt(lines, end));
}

/** The file after these edits of the note. */
function fileWith(note: ReturnType<typeof read>, edits: readonly { span: Span; newText: string }[]): string {
	const inFile = editsInFile(note, edits)
		.map(({ span, newText }) => ({ from: span.start, to: span.end, insert: newText }))
		.sort((one, other) => other.from - one.from);
	return edited(fileOf(note).text, inFile);
}

const referencesIn = (json: string): string[] =>
	read(json).citations.flatMap(({ items }) => items.map(({ reference }) => reference));

test('Markdown cells cite, code and raw cells do not', () => {
	const code = { cell_type: 'code', source: ['"@paper[no]"'], outputs: [{ text: ['@paper[nor]'] }] };
	const json = notebookOf(
		markdown(['See\n', '@paper[a].']),
		code,
		{ cell_type: 'raw', source: '@paper[raw]' },
		markdown('@paper[b]'),
	);
	assert.deepEqual(referencesIn(json), ['a', 'b']);
});

test('a first raw cell with front matter names the bibliographies, and another one does not', () => {
	const matter = { cell_type: 'raw', source: ['---\n', 'bibliography: refs.bib\n', '---'] };
	const note = read(notebookOf(matter, markdown('@paper[a]')));
	assert.deepEqual(
		note.frontMatter.bibliographies.map(({ path }) => path),
		['refs.bib'],
	);
	assert.equal(textAt(note, note.frontMatter.bibliographies[0]?.span ?? { start: 0, end: 0 }), 'refs.bib');
	assert.deepEqual(read(notebookOf(markdown('a'), matter)).frontMatter.bibliographies, []);
});

test('cells are read each on its own: no citation, fence or comment goes on in the next', () => {
	const json = notebookOf(
		markdown('@paper[a'),
		markdown('b] @paper[c]'),
		markdown('```\n@paper[d]'),
		markdown('<!--'),
		markdown('@paper[e]'),
	);
	const note = read(json);
	const found = note.citations.map(({ closed, items }) => `${items.map(({ reference }) => reference)} ${closed}`);
	assert.deepEqual(found, ['a false', 'c true', 'e true']);
});

test('places are true behind escapes, in a string and in a list of lines', () => {
	const json = String.raw`{"cells": [{"source": ["caf\u00e9 \"x\" \ud83d\ude00\n", "\t\\alpha @paper[m\u00fcller]"], "cell_type": "markdown"}]}`;
	const note = read(json);
	assert.equal(note.text, 'café "x" 😀\n\t\\alpha @paper[müller]');
	assert.equal(
		textAt(note, note.citations[0]?.items[0]?.referenceSpan ?? { start: 0, end: 0 }),
		String.raw`m\u00fcller`,
	);
});

test('an edit is written as JSON writes it, and nothing beside it changes', () => {
	const json = String.raw`{ "cells":[ {"cell_type":"markdown","source":["caf\u00e9 @paper[a]\n",  "b"]} ] , "x" : 1.0}`;
	const note = read(json);
	const [span] = note.citations.flatMap(({ items }) => items.map(({ referenceSpan }) => referenceSpan));
	assert.ok(span);
	assert.equal(fileWith(note, [{ span, newText: 'é"\\\n' }]), json.replace('[a]', String.raw`[é\"\\\n]`));
});

test('an edit over the end of a line stays inside the strings', () => {
	const json = notebookOf(markdown(['@paper[a;\n', ' b] x']));
	const note = read(json);
	const [span] = note.citations.map((citation) => citation.span);
	assert.ok(span);
	assert.equal(
		fileWith(note, [{ span, newText: '[@a;\n @b]' }]),
		json.replace('@paper[a;', '[@a;').replace(' b]', ' @b]'),
	);
	assert.equal(fileWith(note, [{ span, newText: 'both' }]), json.replace('@paper[a;\\n', 'both').replace(' b]', ''));
});

test('notebooks of format 3 have their cells in worksheets', () => {
	const json = JSON.stringify({
		nbformat: 3,
		worksheets: [{ cells: [markdown(['@paper[a]']), { cell_type: 'code', input: 'x' }] }],
	});
	assert.deepEqual(referencesIn(json), ['a']);
});

test('a broken notebook is read up to the break, and says where that is', () => {
	const whole = notebookOf(markdown('@paper[a]'), markdown('@paper[b]'));
	const conflict = whole.replace(/ {2}\{\n(?=.*\n.*\[b\])/, '<<<<<<< HEAD\n$&');
	const note = read(conflict);
	assert.deepEqual(referencesIn(conflict), ['a']);
	const [problem] = note.notebook?.problems ?? [];
	assert.equal(problem?.code, 'unreadable-file');
	assert.equal(conflict.split('\n')[problem?.range.start.line ?? 0], '<<<<<<< HEAD');
	for (let end = 1; end < whole.length; end++) {
		assert.equal(read(whole.slice(0, end)).notebook?.problems.length, 1, `cut off at ${end}`);
	}
});

test('what is no notebook is a note without citations, and no problem', () => {
	for (const text of [
		'',
		' \n',
		'[]',
		'"@paper[a]"',
		'{}',
		'{"cells": 3}',
		'{"cells": [1, null, "@paper[a]", {}]}',
		'{"cells": [{"cell_type": "markdown", "source": 7}]}',
	]) {
		assert.deepEqual([read(text).citations, read(text).notebook?.problems], [[], []], text);
	}
	for (const text of ['@paper[a]', '{', ']', '{"cells": [{"cell_type": "markdown", "source": ["@paper[a]"]']) {
		assert.deepEqual([read(text).citations.length, read(text).notebook?.problems.length], [0, 1], text);
	}
});

test('what is in outputs and attachments is skipped, however large', () => {
	const image = 'iVBORw0KGgo\\n'.repeat(1_000_000);
	const output = `{"cell_type": "code", "outputs": [{"data": {"image/png": "${image}"}}], "source": []}`;
	const json = `{"cells": [${output}, {"attachments": {"a.png": {"image/png": "${image}"}}, "cell_type": "markdown", "source": "@paper[a]"}]}`;
	assert.deepEqual(referencesIn(json), ['a']);
});

/** Also what JSON must escape, and half of an emoji. */
const SIGNS = [
	'a',
	'é',
	'"',
	'\\',
	'\n',
	'\r\n',
	'\t',
	'\u0001',
	'😀',
	'\ud83d',
	'/',
	'@paper[k]',
	'学',
	'\u2028',
	' ',
	'{',
	']',
];

function randomText(random: Random, most: number): string {
	return Array.from({ length: random(most) }, () => SIGNS[random(SIGNS.length)]).join('');
}

/** The text as a string, as lines, or cut anywhere. */
function randomSource(random: Random, text: string): Cell['source'] {
	const cut = random(text.length + 1);
	return [text, text.split(/(?<=\n)/), [text.slice(0, cut), '', text.slice(cut)]][random(3)] ?? text;
}

function randomJson(random: Random, cells: readonly Cell[]): string {
	const json = JSON.stringify({ cells, n: 1 }, undefined, random(2) * 2);
	const isAscii = random(2) === 1;
	return isAscii ? json.replace(/[^ -~\n]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) : json;
}

const sourcesOf = (json: string): (readonly string[])[] =>
	(JSON.parse(json) as { cells: Cell[] }).cells.map(({ source }) => (typeof source === 'string' ? [source] : source));

test('an edit through the map is the edit of the cell', () => {
	const random = randomFrom(SEED);
	for (let round = 0; round < 2000; round++) {
		const texts = Array.from({ length: 1 + random(3) }, () => randomText(random, 12));
		const json = randomJson(
			random,
			texts.map((text) => markdown(randomSource(random, text))),
		);
		const note = read(json);
		const about = `seed ${SEED}, round ${round}: ${json}`;
		assert.equal(note.text, texts.join('\n\n'), about);
		const which = random(texts.length);
		const text = texts[which] ?? '';
		const [one, other] = [random(text.length + 1), random(text.length + 1)];
		const inCell = { start: Math.min(one, other), end: Math.max(one, other) };
		const start = texts.slice(0, which).join('\n\n').length + (which > 0 ? 2 : 0);
		const newText = randomText(random, 4);
		const span = { start: inCell.start + start, end: inCell.end + start };
		const after = fileWith(note, [{ span, newText }]);
		const wanted = texts.with(which, text.slice(0, inCell.start) + newText + text.slice(inCell.end));
		assert.deepEqual(
			sourcesOf(after).map((strings) => strings.join('')),
			wanted,
			about,
		);
		const count = (file: string): number[] => sourcesOf(file).map(({ length }) => length);
		assert.deepEqual(count(after), count(json), about);
	}
});
