/** arXiv's metadata snapshot: JSON lines. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivSnapshot } from '../../../server/src/corpus/formats/arxiv/arxivSnapshot.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';

const LINE = JSON.stringify({
	id: '0704.0001',
	submitter: 'P N',
	authors: "C. Bal\\'azs, J. van der Berg",
	title: 'Calculation of prompt\n  rays',
	comments: '37 pages',
	'journal-ref': 'Phys.Rev.D76',
	doi: '10.1103/PhysRevD.76.1',
	categories: 'hep-ph math.GT',
	abstract: '  A fully differential\ncalculation.\n  Then more.\n',
	versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
	update_date: '2008-11-26',
	authors_parsed: [
		["Bal\\'azs", 'C.', ''],
		['van der Berg', 'J.', 'Jr'],
		['Collaboration', 'ATLAS', ''],
	],
});

test('a line gives its fields and where its title stands', () => {
	const text = `${LINE}\r\n`;
	assert.ok(arxivSnapshot.accepts(text));
	const { papers, problems } = readAll(arxivSnapshot, text);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		type: 'article',
		title: 'Calculation of prompt rays',
		author: [
			{ family: 'Balázs', given: 'C.' },
			{ family: 'Berg', 'non-dropping-particle': 'van der', given: 'J.', suffix: 'Jr' },
			{ literal: 'ATLAS Collaboration' },
		],
		issued: { 'date-parts': [[2007, 4, 2]] },
		abstract: 'A fully differential calculation.\n\nThen more.',
		note: '37 pages. Phys.Rev.D76',
		number: 'arXiv:0704.0001',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/0704.0001',
		DOI: '10.1103/PhysRevD.76.1',
	});
	assert.deepEqual(papers[0]?.extra, { arxiv: '0704.0001', categories: ['hep-ph', 'math.GT'] });
	assert.equal(text.slice(papers[0]?.span.start, papers[0]?.span.end), LINE);
	assert.equal(text.slice(papers[0]?.keySpan?.start, papers[0]?.keySpan?.end), 'Calculation of prompt\\n  rays');
});

test('an excerpt with fewer fields, and a list with one object on each line, are read', () => {
	const text =
		'[\n{"id": "1706.03762", "title": "Attention", "authors": "A. Vaswani, N. Shazeer et al."},\n{"id": "hep-th/9901001", "title": "Two", "authors": "Ann Lee"}\n]\n';
	assert.ok(arxivSnapshot.accepts(text));
	const { papers, problems } = readAll(arxivSnapshot, text);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		papers.map(({ item }) => item.issued?.['date-parts']?.[0]),
		[
			[2017, 6],
			[1999, 1],
		],
	);
	assert.equal(papers[0]?.extra?.authorsTruncated, true);
});

test('a broken line costs one problem, keeps what stood before the break, and the others stand', () => {
	const text = `${LINE}\n{"id": "1706.03762", "title": "Two", "abstract": "lost\n7\n${LINE}\n{"id": "1706.0`;
	const { papers, problems } = readAll(arxivSnapshot, text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['Calculation of prompt rays', 'Two', 'Calculation of prompt rays'],
	);
	assert.equal(problems.length, 3);
});

test('CSL-JSON and other JSON lines are not accepted', () => {
	for (const text of [
		'{"id": "a", "type": "book", "title": "T"}',
		'{"id": 7, "title": "T", "authors": []}',
		'[]',
		'{}',
	]) {
		assert.equal(arxivSnapshot.accepts(text), false, text);
	}
});

test('lists on one line or with objects over several lines are read, also around damage', () => {
	const papers = ['One', 'Two', 'Three', 'Four'].map((title, index) => ({
		id: `1706.0376${index}`,
		title,
		authors: 'Ann Lee',
		authors_parsed: [['Lee', 'Ann', '']],
	}));
	for (const text of [
		JSON.stringify(papers),
		JSON.stringify(papers, undefined, 2),
		papers.map((paper) => JSON.stringify(paper)).join(' '),
	]) {
		assert.ok(arxivSnapshot.accepts(text));
		const whole = readAll(arxivSnapshot, text);
		assert.deepEqual(whole.problems, []);
		assert.deepEqual(
			whole.papers.map(({ item }) => item.title),
			['One', 'Two', 'Three', 'Four'],
		);
		assert.ok(whole.papers.every(({ keySpan, item }) => text.slice(keySpan?.start, keySpan?.end) === item.title));
		const damaged = readAll(arxivSnapshot, text.replace(/"Two"/, '"Two').replace(/\]\s*\]\s*\}/, '"'));
		const titles = damaged.papers.map(({ item }) => item.title);
		assert.deepEqual([titles[0], titles.at(-1), titles.some((title) => title === 'Three')], ['One', 'Four', true]);
		assert.ok(damaged.problems.length > 0);
	}
});
