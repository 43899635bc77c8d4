/** CSL-YAML as Pandoc writes it and as people write it by hand. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslYaml } from '../../server/src/corpus/formats/csl/cslYaml.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';

/** Reads `text` and checks keys, that spans hold entries and keys, and how many problems there are. */
function check(text: string, keys: readonly string[], problemCount = 0): void {
	const { papers, problems } = readAll(cslYaml, text);
	assert.deepEqual(
		papers.map(({ key }) => key),
		keys,
	);
	for (const { key, span, keySpan } of papers) {
		assert.match(text.slice(span.start, span.end), /^- [\s\S]*\S$/);
		assert.equal(text.slice(keySpan?.start, keySpan?.end), key);
	}
	assert.equal(problems.length, problemCount, JSON.stringify(problems));
}

const PANDOC = `---
references:
- id: curie1898
  type: article-journal
  title: 'Rays: *new* ones'
  author:
  - family: Curie
    given: Marie
  - literal: The Team
  issued:
  - year: 1898
    month: 7
  volume: 010
  abstract: |
    First.
    - no item

    Second.
- id: "becquerel1896"
  title: null
  issued: 1896-03
...
`;

test('a list under "references:" gives its items with exact spans', () =>
	check(PANDOC, ['curie1898', 'becquerel1896']));

test('an item has names, older dates, text as written, and an abstract of several paragraphs', () => {
	const [first, second] = readAll(cslYaml, PANDOC).papers.map(({ item }) => item);
	assert.equal(first?.title, 'Rays: *new* ones');
	assert.deepEqual(first?.author, [{ family: 'Curie', given: 'Marie' }, { literal: 'The Team' }]);
	assert.deepEqual(first?.issued, { 'date-parts': [[1898, 7]] });
	assert.equal(first?.volume, '010');
	assert.equal(first?.abstract, 'First.\n- no item\n\nSecond.');
	assert.deepEqual(second, { id: 'becquerel1896', type: 'document', issued: { 'date-parts': [[1896, 3]] } });
});

test('a bare list, a deeper one, comments and any line ends will do', () => {
	const list = '- id: a\n  title: A\n# between\n- id: b\n  title: B\n';
	for (const text of [list, list.replaceAll('\n', '\r\n'), list.replaceAll('\n', '\r')]) {
		check(text, ['a', 'b']);
	}
	check('references:\n    - id: a\n      author:\n        - family: X\n    - id: b\n', ['a', 'b']);
});

test('other settings of the file are no items', () =>
	check('nocite: x\nreferences:\n- id: a\n  title: A\nformats:\n- html\n- pdf\n', ['a']));

test('one item that is no YAML costs one problem and no other item', () =>
	check('- id: a\n  title: A\n- id: b\n  title: [x\n- id: c\n  title: C\n', ['a', 'b', 'c'], 1));

test('deep nesting is a problem, whatever nests', () => {
	for (const unit of ['- ', '[', '{', '{a: ', '? ', 'a: {']) {
		const { papers } = readAll(cslYaml, `- id: a\n  title: A\n- id: b\n  note: ${unit.repeat(100_000)}x\n- id: c\n`);
		assert.deepEqual([papers[0]?.key, papers.at(-1)?.key], ['a', 'c'], unit);
	}
});

test('lines that end the list too early cost one problem and no paper behind them', () => {
	const damage = [
		'oops',
		'---',
		'...',
		'oops: x',
		'# note',
		'[[[',
		'- loose',
		'"',
		'PMID- 1 title: "X"',
		'---\n---\n{',
	];
	for (const line of damage) {
		const text = `references:\n- id: a\n  title: A\n- id: b\n${line}\n  title: B\n- id: c\n  title: C\n  type: book\n- id: d\n  title: D\n  type: book\n`;
		const { papers, problems } = readAll(cslYaml, text);
		const keys = papers.map(({ key }) => key);
		assert.deepEqual([keys[0], ...keys.slice(-2)], ['a', 'c', 'd'], line);
		assert.ok(problems.length < 3, line);
	}
});

test('a lost dash makes no paper take the fields of the next one', () => {
	const { papers, problems } = readAll(cslYaml, '- id: a\n  title: A\n# id: b\n  title: B\n- id: c\n');
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['A', undefined],
	);
	assert.match(problems[0]?.message ?? '', /appears twice/);
});

test('a list under another name, in several documents, or with a first item that stands further in is read', () => {
	check('my-papers:\n- id: a\n  type: book\n  title: A\n', ['a']);
	check('---\n- id: a\n  title: A\n---\n- id: b\n  title: B\n', ['a', 'b']);
	check(' - id: a\n   title: A\n- id: b\n  type: book\n  title: B\n', ['a', 'b']);
});

test('lists and items in flow style are read, with apostrophes and brackets in their texts', () => {
	const texts = [
		`[{id: a, type: book, title: "B]}, {", author: [{family: O'Lee}]}, {title: 'It''s', id: b}]`,
		`references: [\n  {id: a, type: book, title: A},\n  {title: B, id: b}\n]\nnocite: x\n`,
		`{references: [{id: a, type: book, title: A}, {id: b}]}`,
		`- {id: a, type: book,\n   title: A}\n- {id: b}\n`,
		`[{id: a, type: book, title: "A}, {id: b}, {id: c}]`,
	];
	for (const text of texts) {
		assert.ok(cslYaml.accepts(text), text);
		const { papers } = readAll(cslYaml, text);
		assert.deepEqual(
			papers.slice(0, 2).map(({ key }) => key),
			['a', 'b'],
			text,
		);
		for (const { span } of papers.slice(1)) {
			assert.match(text.slice(span.start, span.end), /^(?:- )?\{[\s\S]*\}$/);
		}
	}
});

test('aliases stand for what their anchors mark, in this item or one before, and maps are merged', () => {
	const text = `base: &base\n  type: book\n  publisher: Springer\nreferences:\n- id: a\n  title: &t On Rays\n  author: &lee\n  - {family: Lee}\n- <<: *base\n  id: b\n  title: *t\n  author: *lee\n  publisher: Own\n- id: c\n  title: *none\n`;
	const { papers, problems } = readAll(cslYaml, text);
	assert.deepEqual(papers[1]?.item, {
		id: 'b',
		type: 'book',
		title: 'On Rays',
		author: [{ family: 'Lee' }],
		publisher: 'Own',
	});
	assert.equal(papers[2]?.key, 'c');
	assert.deepEqual(
		problems.map(({ span }) => text.slice(span.start, span.end)),
		['*none'],
	);
});

test('aliases that stand for gigabytes, or nest without end, are a problem and not followed', () => {
	const names = Array.from({ length: 100 }, (_, index) => `a${index}`);
	const laughs = names.map(
		(name, index) => `- id: ${name}\n  x: &${name} [${`*${names[index - 1] ?? 'a0'}, `.repeat(10)}]\n`,
	);
	const text = `- id: first\n  x: &a0 [lol]\n${laughs.join('')}- id: last\n  title: *a99\n`;
	const { papers, problems } = readAll(cslYaml, text);
	assert.equal(papers.length, 102);
	assert.match(problems[0]?.message ?? '', /stand for more text/);
	const long = `- id: a\n  abstract: &x ${'word '.repeat(20_000)}\n${'- {id: b, abstract: *x}\n'.repeat(1000)}`;
	const kept = readAll(cslYaml, long).papers.filter(({ item }) => item.abstract !== undefined);
	assert.ok(kept.length > 1 && kept.length * 100_000 < 21 * long.length);
});

test('a problem at the end of the text lies within it', () => {
	for (const text of ['- id: a\n  title: "x', '- id: a\n  title: [', '- {id: a', '- id: a\n  title: *']) {
		for (const { span } of readAll(cslYaml, text).problems) {
			assert.ok(span.start < span.end && span.end <= text.length, text);
		}
	}
});
