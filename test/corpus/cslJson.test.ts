/** CSL-JSON: items, keys, dates, names, and what remains of damaged files. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslJson } from '../../server/src/corpus/formats/csl/cslJson.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import type { CslItem } from '../../server/src/corpus/paper.ts';

interface Expected {
	readonly keys: readonly (string | undefined)[];
	/** One text per problem: what its span covers the first characters of. */
	readonly problems?: readonly string[];
}

/** Reads `text` and checks keys, that spans hold entries and keys, and where problems stand. */
function check(text: string, { keys, problems = [] }: Expected): void {
	const result = readAll(cslJson, text);
	assert.deepEqual(
		result.papers.map(({ key }) => key),
		keys,
	);
	for (const { key, span, keySpan } of result.papers) {
		assert.equal(text[span.start], '{');
		assert.ok(keySpan === undefined || (keySpan.start > span.start && keySpan.end < span.end));
		assert.ok(key === undefined || (keySpan && text.slice(keySpan.start, keySpan.end) === key));
	}
	assert.deepEqual(
		result.problems.map(({ span }, index) => text.slice(span.start, span.start + (problems[index]?.length ?? 9))),
		problems,
	);
}

/** The item of which `fields` are the members besides a key. */
function itemOf(fields: string): CslItem | undefined {
	return readAll(cslJson, `[{"id": "x", ${fields}}]`).papers[0]?.item;
}

test('a list gives its items in order, each with the span of its key', () =>
	check('[{"id":"curie1898","type":"book"},\n {"title":"On Rays","id":"becquerel1896"}]', {
		keys: ['curie1898', 'becquerel1896'],
	}));

test('a single item, a list of lines, and the answer of Zotero are read as well', () => {
	check('{"id":"curie1898","type":"book"}', { keys: ['curie1898'] });
	check('{"id":"a","type":"book"}\n{"id":"b","type":"book"}\n', { keys: ['a', 'b'] });
	check('{"items": [{"id":"a","type":"book"}], "total": 1}', { keys: ['a'] });
});

test('"citation-key" comes before "citekey" before "id", and the others are aliases', () => {
	const text = '[{"id": "7", "citekey": "mid", "citation-key": "best"}, {"id": 12, "title": "T"}]';
	check(text, { keys: ['best', '12'] });
	assert.deepEqual(readAll(cslJson, text).papers[0]?.aliases, ['mid', '7']);
});

test('an address as id is a key like any other', () => {
	const text = '[{"id": "http://zotero.org/users/1/items/AB", "title": "On Rays"}]';
	const [paper] = readAll(cslJson, text).papers;
	assert.equal(paper?.key, 'http://zotero.org/users/1/items/AB');
	assert.equal(text.slice(paper.keySpan?.start, paper.keySpan?.end), 'http://zotero.org/users/1/items/AB');
});

test('numbers, null, escapes and markup come through as CSL text', () => {
	const item = itemOf(
		String.raw`"title": "H<sub>2</sub>O \u00e9 \"q\"", "volume": 4, "note": null, "keyword": ["a", "b"]`,
	);
	assert.equal(item?.title, 'H<sub>2</sub>O é "q"');
	assert.equal(item?.volume, '4');
	assert.equal(item?.keyword, 'a, b');
	assert.ok(item && !('note' in item));
});

test('names keep their parts, and a name in one piece is literal', () => {
	const author =
		'[{"family": "Maaten", "given": "L.", "non-dropping-particle": "van der"}, {"literal": "WHO"}, "Plato"]';
	assert.deepEqual(itemOf(`"author": ${author}`)?.author, [
		{ family: 'Maaten', given: 'L.', 'non-dropping-particle': 'van der' },
		{ literal: 'WHO' },
		{ literal: 'Plato' },
	]);
});

test('dates are understood in every form that files hold', () => {
	const forms: readonly (readonly [string, CslItem['issued']])[] = [
		['{"date-parts": [[2017, 6, 12]]}', { 'date-parts': [[2017, 6, 12]] }],
		['{"date-parts": [["2017", "06"]]}', { 'date-parts': [[2017, 6]] }],
		['{"date-parts": [[2017], [2018]]}', { 'date-parts': [[2017], [2018]] }],
		['{"date-parts": [2017, 6]}', { 'date-parts': [[2017, 6]] }],
		[
			'{"date-parts": [["2017", null]], "season": 2, "circa": true}',
			{ 'date-parts': [[2017]], season: 2, circa: true },
		],
		['{"raw": "June 2017"}', { 'date-parts': [[2017, 6]] }],
		['{"raw": "12. März 2017"}', { 'date-parts': [[2017, 3, 12]] }],
		['{"raw": "dez. 2017"}', { 'date-parts': [[2017, 12]] }],
		['{"raw": "2017-06-12T10:00:00Z"}', { 'date-parts': [[2017, 6, 12]] }],
		['{"raw": "sometime"}', { literal: 'sometime' }],
		['{"literal": "in press"}', { literal: 'in press' }],
		['"2016/2017"', { 'date-parts': [[2016], [2017]] }],
		['"1850~"', { 'date-parts': [[1850]], circa: true }],
		['2017', { 'date-parts': [[2017]] }],
		['{"date-parts": [[null]]}', undefined],
		['{"date-parts": [[]]}', undefined],
		['{"raw": ""}', undefined],
		['null', undefined],
	];
	for (const [written, issued] of forms) {
		assert.deepEqual(itemOf(`"issued": ${written}`)?.issued, issued, written);
	}
});

test('an arXiv id is found in a DOI, an address and a number', () => {
	const text = `[{"id":"a","DOI":"10.48550/arXiv.1706.03762"}, {"id":"b","URL":"http://arxiv.org/abs/math.GT/0309136v2"},
		{"id":"c","number":"arXiv:1810.04805"}, {"id":"d","DOI":"10.1000/1706.03762"}]`;
	assert.deepEqual(
		readAll(cslJson, text).papers.map(({ extra }) => extra?.arxiv),
		['1706.03762', 'math.GT/0309136', '1810.04805', undefined],
	);
});

test('a broken item costs one problem, keeps what stood before the break, and the others stand', () => {
	const broken = [
		'{"id": "b", "title": "lost quote, "type": "book"}',
		'{"id": "b", "title" "no colon"}',
		'{"id": "b", "title": unquoted}',
		'{"id": "b", "author": [{"family": "X"}, }',
		'{"id": "b", "title": "never closed"',
		'{"id": "b", "title": "lost quote\n "type": "book"}',
	];
	for (const item of broken) {
		const { papers, problems } = readAll(cslJson, `[{"id": "a"},\n${item},\n{"id": "c"}]`);
		assert.deepEqual(
			papers.map(({ key }) => key),
			['a', 'b', 'c'],
			item,
		);
		assert.equal(problems.length, 1, item);
	}
});

test('slips that leave no doubt are read and reported once', () => {
	check('[{"id": "a", "title": "T",}]', { keys: ['a'], problems: [',}'] });
	check('[{"id": "a" "title": "T"}]', { keys: ['a'], problems: ['"title"'] });
	check('[{"id": "a", "abstract": "one\ntwo"}]', { keys: ['a'], problems: ['\ntwo'] });
	check(String.raw`[{"id": "a", "title": "\alpha and \zeta"}]`, { keys: ['a'], problems: ['"\\alpha'] });
});

test('what is no item is reported, and a cut-off file is said to be so', () => {
	check('[1, {"id": "a"}, {"name": "x"}]', { keys: ['a'], problems: ['1', '{"name"'] });
	check('[{"id": "a"},\n', { keys: ['a'], problems: ['\n'] });
	check('[{"id": "a"}, {"id": "b", "title": "cut of', { keys: ['a', 'b'], problems: ['"cut of'] });
});

test('deep nesting and endless brackets end in a problem, not in a crash', () => {
	const { papers, problems } = readAll(cslJson, `[{"id": "a"}, ${'['.repeat(200_000)}`);
	assert.equal(papers.length, 1);
	assert.equal(problems.length, 1);
});

const NEIGHBOURS = {
	before: '{"id": "a", "title": "A"},\n',
	after: '{"id": "c", "type": "book", "title": "C"},\n{"id": "d", "type": "book", "title": "D"}',
};

test('brackets lost or too many in one item leave those behind it standing', () => {
	const damage = [
		'{"id": "b", "title": "B", "autamily": "Lee"}], "issued": {"date-parts": [[2012]]}},',
		'{"id": "b", "title": "B", "author": [{"family": "Lee"},',
		'{"id": "b", "title": "B", "issued": ',
		'{"id": "b", "title": "B", "issued": {"date-},',
		'{"id": "b", "title": "B"}]},',
		'{"id": "b", "title": "B"}}}]]]},',
		'{"id": "b", "title": "B", [[[[',
	];
	for (const item of damage) {
		const text = `[${NEIGHBOURS.before}${item}${NEIGHBOURS.after}]`;
		const { papers, problems } = readAll(cslJson, text);
		assert.deepEqual(
			papers.map(({ key }) => key),
			['a', 'b', 'c', 'd'],
			item,
		);
		assert.deepEqual([problems.length > 0, problems.length < 3], [true, true], item);
		for (const [index, { span }] of papers.entries()) {
			assert.ok(span.end <= (papers[index + 1]?.span.start ?? text.length), `${item}: spans overlap`);
		}
	}
});

test('what is nested in a whole item is none of the papers, nor is what stands behind the list of an answer', () => {
	check('[{"id": "a", "title": "A", "related": [{"id": "x", "type": "book", "title": "X"}]}]', { keys: ['a'] });
	check('{"items": [{"id":"a","type":"book"}], "user": {"id": 7, "title": "Dr"}}', { keys: ['a'] });
});

test('a file is known by its items even where the first is damaged', () =>
	assert.ok(cslJson.accepts('[{"id": "a, "type": "book"},\n{"id": "b", "type": "book", "title": "B"}]')));
