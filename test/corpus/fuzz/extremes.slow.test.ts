/** Files made to break readers: one endless line, endless nesting, entities and references that multiply. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivAtom } from '../../../server/src/corpus/formats/arxiv/arxivAtom.ts';
import { arxivSnapshot } from '../../../server/src/corpus/formats/arxiv/arxivSnapshot.ts';
import { arxivTable } from '../../../server/src/corpus/formats/arxiv/arxivTable.ts';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { cslJson } from '../../../server/src/corpus/formats/csl/cslJson.ts';
import { cslYaml } from '../../../server/src/corpus/formats/csl/cslYaml.ts';
import { endnoteXml } from '../../../server/src/corpus/formats/endnoteXml/endnoteXml.ts';
import type { Format } from '../../../server/src/corpus/formats/format.ts';
import { pubmedXml } from '../../../server/src/corpus/formats/pubmedXml/pubmedXml.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';
import { markdownText, plainText } from '../../../server/src/corpus/text/richText.ts';
import { richText } from '../../../server/src/util/textKinds.ts';
import { checkedReading, stands } from './checks.ts';
import { beginningOf, DOCUMENTS, wordOf } from './documents.ts';

const DEEP = 100_000;
const LONG = 5_000_000;

for (const document of DOCUMENTS) {
	test(`${document.format.name}: a line of 5 MB within a record leaves the first and the last`, () => {
		const [whole = '', ...rest] = document.records.slice(2);
		const at = whole.indexOf(wordOf(2));
		const long = `${whole.slice(0, at)}${'word '.repeat(LONG / 5)}${whole.slice(at)}`;
		const papers = checkedReading(document.format, beginningOf(document, 2) + long + rest.join('') + document.tail);
		assert.ok(stands(papers, wordOf(0)) && stands(papers, wordOf(4)));
	});

	test(`${document.format.name}: 100,000 brackets within a record leave the first and the last`, () => {
		const [whole = '', ...rest] = document.records.slice(2);
		const at = whole.indexOf(wordOf(2));
		const pairs = ['{}', '[]', '()', '$$'].map((pair) => pair.charAt(0).repeat(DEEP) + pair.charAt(1).repeat(DEEP));
		const deep = `${whole.slice(0, at)}${pairs.join(' x ')}${whole.slice(at)}`;
		const papers = checkedReading(document.format, beginningOf(document, 2) + deep + rest.join('') + document.tail);
		assert.ok(stands(papers, wordOf(0)) && stands(papers, wordOf(4)));
	});
}

/** The titles in `text` as they are shown. */
function titles(format: Format, text: string): readonly string[] {
	return checkedReading(format, text).map(({ item }: PaperRecord) => plainText(item.title));
}

test('values that are nested without end, closed or not, are read up to some depth', () => {
	const nested: readonly (readonly [Format, string, string, string])[] = [
		[cslJson, '[{"id":"a","title":"A"},{"id":"b","title":"B","x":', '[', ']'],
		[cslJson, '[{"id":"a","title":"A"},{"id":"b","title":"B","x":', '{"y":', '}'],
		[arxivSnapshot, '{"id":"1706.03762","title":"A"}\n{"id":"1706.03763","title":"B","x":', '[', ']'],
		[cslYaml, '- id: a\n  title: A\n- id: b\n  title: B\n  x: ', '[', ']'],
		[cslYaml, '- id: a\n  title: A\n- id: b\n  title: B\n  x: ', '{y: ', '}'],
		[bibtex, '@book{a, title={A}}\n@book{b, title={B}, note=', '{', '}'],
	];
	for (const [format, head, open, close] of nested) {
		for (const text of [head + open.repeat(DEEP), `${head}${open.repeat(DEEP)}1${close.repeat(DEEP)}`]) {
			assert.equal(titles(format, text)[0], 'A', `${format.name} ${open}`);
		}
	}
	const [before, after] = ['<record><titles><title>A', '</title></titles></record></records></xml>'];
	for (const inner of ['<style>'.repeat(DEEP), `${'<style>'.repeat(DEEP)}x${'</style>'.repeat(DEEP)}`]) {
		assert.match(titles(endnoteXml, `<xml><records>${before}${inner}${after}`)[0] ?? '', /^A/);
	}
});

test('entities of a document type are not expanded, however many they stand for', () => {
	const entities = Array.from(
		{ length: 30 },
		(_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
	).join('\n');
	const type = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e0 "lol">\n${entities}]>\n`;
	const files: readonly (readonly [Format, string])[] = [
		[endnoteXml, `<xml><records><record><titles><title>On &e30; Rays</title></titles></record></records></xml>`],
		[
			pubmedXml,
			`<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>On &e30; Rays</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
		],
		[
			arxivAtom,
			`<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry><id>http://arxiv.org/abs/1706.03762v5</id><title>On &e30; Rays</title></entry></feed>`,
		],
	];
	for (const [format, body] of files) {
		const [title = ''] = titles(format, type + body);
		assert.match(title, /^On .{0,10}Rays$/, format.name);
	}
});

test('references between entries of BibTeX may be endless', () => {
	const chain = Array.from(
		{ length: 20_000 },
		(_, index) => `@book{k${index}, title={T}, year=1999, author={A B}, crossref={k${index + 1}}}\n`,
	).join('');
	assert.equal(titles(bibtex, chain).length, 20_000);
	const ring = '@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}, xdata={b}}\n';
	assert.deepEqual(titles(bibtex, ring), ['A', 'B']);
});

test('a line of dashes of any length is read as what it is', () => {
	assert.deepEqual(titles(arxivTable, `|a|b|\n${'|-'.repeat(1_500_000)}x\n`), []);
});

test('text with a million changes of type is rendered', () => {
	const rich = richText('<i>x</i> <b>y</b> '.repeat(50_000));
	assert.equal(plainText(rich).length, 199_999);
	assert.ok(markdownText(rich).startsWith('*x* **y** *x*'));
});

test('YAML with a fault in every character is read in time', () => {
	const text = `- id: a\n  title: A\n- id: b\n  author:\n  - {f${',- '.repeat(30_000)}\n- id: c\n  title: C\n`;
	assert.deepEqual(titles(cslYaml, text), ['A', '', 'C']);
});

test('a title of 20 MB in the metadata of arXiv has a place', () => {
	const text = `{"id":"1706.03762","title":"${'word '.repeat(4_000_000)}","authors":"Ann Lee"}\n`;
	const [paper] = checkedReading(arxivSnapshot, text);
	assert.equal(paper?.keySpan?.end, text.indexOf('","authors"'));
});
