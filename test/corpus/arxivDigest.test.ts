/** The arXiv digest in Markdown: its fields, its variants, and abstracts that look like other parts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivDigest } from '../../server/src/corpus/formats/arxiv/arxivDigest.ts';
import { readAll } from '../../server/src/corpus/formats/format.ts';
import { mergeRecords } from '../../server/src/corpus/merge.ts';
import type { PaperRecord } from '../../server/src/corpus/paper.ts';
import { searchedAbstract, searchFieldsOf, summaryOf } from '../../server/src/corpus/summary.ts';

function entry(title: string, abstract = 'Short.', id = '2506.14731'): string {
	return `# ${title} \n\n**Authors**: Ann Lee, Bob Ray  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n**Abstract**: ${abstract} \n\n---\n`;
}

/** The papers of `text`, with the texts of the entry's and the title's span. */
function check(text: string, titles: readonly string[], problemCount = 0): readonly PaperRecord[] {
	const { papers, problems } = readAll(arxivDigest, text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		titles,
	);
	for (const { item, span, keySpan } of papers) {
		assert.ok(text.slice(span.start, span.end).startsWith(`# ${item.title ?? ''}`));
		assert.equal(text.slice(keySpan?.start, keySpan?.end), item.title);
		assert.match(text.slice(span.end, span.end + 1), /\s|^$/);
	}
	assert.equal(problems.length, problemCount);
	return papers;
}

test('an entry gives title, authors, addresses, and a date by its arXiv id', () => {
	const [paper] = check(entry('On Rays: A *Study*'), ['On Rays: A *Study*']);
	assert.deepEqual(paper?.item, {
		type: 'article',
		title: 'On Rays: A *Study*',
		author: [
			{ family: 'Lee', given: 'Ann' },
			{ family: 'Ray', given: 'Bob' },
		],
		issued: { 'date-parts': [[2025, 6]] },
		abstract: 'Short.',
		number: 'arXiv:2506.14731',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/2506.14731',
	});
	assert.deepEqual(paper?.extra, { arxiv: '2506.14731', pdfUrl: 'https://arxiv.org/pdf/2506.14731' });
});

test('an old id gives its own year', () => {
	const [paper] = check(entry('Knots', 'Short.', 'math.GT/0309136v1'), ['Knots']);
	assert.deepEqual(paper?.item.issued, { 'date-parts': [[2003, 9]] });
	assert.equal(paper?.extra?.arxiv, 'math.GT/0309136');
});

test('LF, CRLF and CR give the same papers', () => {
	const text = entry('One') + entry('Two');
	for (const lineEnd of ['\n', '\r\n', '\r']) {
		check(text.replaceAll('\n', lineEnd), ['One', 'Two']);
	}
});

test('headings, rules, lists and bold words within an abstract belong to it', () => {
	const abstract = 'First.\nSecond line.\n\n# Not a paper\n\n- a point\n\n---\n\n**Results**: good.';
	const [one] = check(entry('One', abstract) + entry('Two'), ['One', 'Two']);
	assert.equal(one?.item.abstract, abstract.replace('**Results**', '<b>Results</b>'));
});

test('stars that mark no bold words stay', () => {
	for (const abstract of ['Costs 2**3**4 steps.', 'A ** b ** c.', 'Stars **.']) {
		const [one] = check(entry('One', abstract), ['One']);
		assert.equal(one?.item.abstract, abstract);
	}
});

test('translated titles and abstracts stand beside those of the paper, by language', () => {
	const text = entry('One')
		.replace('**Authors**', '**Title (ZH)**: 射线  \n\n**Title (DE)**: Strahlen\n\n**Authors**')
		.replace('\n---', '\n**Abstract (ZH)**: 短。\n\n更短。\n\n---');
	const [paper] = check(text, ['One']);
	assert.equal(paper?.item.abstract, 'Short.');
	assert.equal(paper?.item.author?.length, 2);
	assert.deepEqual(paper?.extra?.translations, [
		{ language: 'ZH', title: '射线', abstract: '短。\n\n更短。' },
		{ language: 'DE', title: 'Strahlen' },
	]);
	assert.equal(check(entry('Two'), ['Two'])[0]?.extra?.translations, undefined);
});

test('search finds a paper by the words of its translations, and lists show its own title', () => {
	const text = entry('One').replace(
		'**Authors**',
		'**Title (DE)**: Strahlen\n\n**Abstract (DE)**: Kurz.\n\n**Authors**',
	);
	const [paper] = check(text, ['One']);
	assert.ok(paper);
	const merged = mergeRecords([paper]);
	const fields = searchFieldsOf(merged, { key: 'lee2025one', names: [], added: 1 });
	assert.deepEqual([fields.title, searchedAbstract(merged)], ['One Strahlen', 'Short. Kurz.']);
	assert.equal(summaryOf({ id: 1, key: 'lee2025one' }, merged).title, 'One');
});

test('the colon may stand within the bold, and a link to code is one', () => {
	const [paper] = check(
		'# One\n**Authors:** Ann Lee et al.\n**Links:** [PDF](https://arxiv.org/pdf/2506.14731) [Code](https://example.org/c)\n**Abstract:** A.\n',
		['One'],
	);
	assert.equal(paper?.extra?.authorsTruncated, true);
	assert.equal(paper?.extra?.codeUrl, 'https://example.org/c');
	assert.equal(paper?.item.abstract, 'A.');
});

test('fields may be missing', () => {
	const [one, two] = check(
		'# One\n\n**Authors**: Ann Lee\n\n---\n# Two\n\n**Link**: [PDF](https://example.org/x.pdf)\n',
		['One', 'Two'],
	);
	assert.equal(one?.item.abstract, undefined);
	assert.equal(two?.item.author, undefined);
	assert.equal(two?.item.URL, 'https://example.org/x.pdf');
});

test('an entry without any field is a problem, and the entries around it stand', () => {
	check(`${entry('One')}# Broken\n\nAuthors: nobody\n\n---\n${entry('Two')}`, ['One', 'Two'], 1);
	check(`${entry('One')}# Cut o`, ['One'], 1);
});
