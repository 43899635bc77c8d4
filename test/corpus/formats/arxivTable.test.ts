/** Daily lists of arXiv papers as Markdown tables. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivTable } from '../../../server/src/corpus/formats/arxiv/arxivTable.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';

const ROW =
	'|**2024-06-01**|**On $\\|x\\|$ Rays**|Marie Curie et.al.|[2406.00001](http://arxiv.org/abs/2406.00001v2)|**[link](https://github.com/a/b)**|';
const PAGE = `## Updated on 2024.06.02\n\n## SLAM\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n${ROW}\n`;

test('a row gives its fields and where its title stands', () => {
	assert.ok(arxivTable.accepts(PAGE));
	const { papers, problems } = readAll(arxivTable, PAGE);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		type: 'article',
		title: 'On $|x|$ Rays',
		author: [{ family: 'Curie', given: 'Marie' }],
		issued: { 'date-parts': [[2024, 6, 1]] },
		number: 'arXiv:2406.00001',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/2406.00001',
	});
	assert.deepEqual(papers[0]?.extra, {
		arxiv: '2406.00001',
		codeUrl: 'https://github.com/a/b',
		hasCode: true,
		authorsTruncated: true,
	});
	assert.equal(PAGE.slice(papers[0]?.span.start, papers[0]?.span.end), ROW);
});

test('columns are known by their names, whatever their order and however they are drawn', () => {
	const text =
		'Title | Authors | Date | PDF\n--- | :-: | --- | ---\n[On Rays](https://x.org) | Marie Curie, Ann Lee | 2024-06-01 | https://arxiv.org/pdf/2406.00001\n';
	const [paper] = readAll(arxivTable, text).papers;
	assert.equal(paper?.item.title, 'On Rays');
	assert.equal(text.slice(paper?.keySpan?.start, paper?.keySpan?.end), 'On Rays');
	assert.equal(paper?.item.author?.length, 2);
	assert.equal(paper?.extra?.pdfUrl, 'https://arxiv.org/pdf/2406.00001');
});

test('a row without title is a problem, rows of other tables are nobody, and notes are not accepted', () => {
	const text = `${PAGE}|2024|||\n\n|a|b|\n|-|-|\n|1|2|\n\n${PAGE}`;
	const { papers, problems } = readAll(arxivTable, text);
	assert.equal(papers.length, 2);
	assert.equal(text.slice(problems[0]?.span.start, problems[0]?.span.end), '|2024|||');
	assert.equal(arxivTable.accepts('# Note\n\n|Title|Authors|PDF|\n|-|-|-|\n|a|b|c|\n'), false);
	assert.equal(arxivTable.accepts('# Note\n\n|Task|Done|\n|-|-|\n|a|b|\n'), false);
});

test('blank lines, rubbish and a lost head leave the rows behind them standing', () => {
	const damage = [
		'\n\n',
		'rubbish\n',
		'|---|\n',
		'## Next\n\n|Publish Dxte|Tixle|Authors|PDF|Code|\n|---|---|---|---|---|\n',
		'|a|b|\n|-|-|\n|1|2|\n',
	];
	for (const between of damage) {
		assert.equal(readAll(arxivTable, PAGE + between + ROW).papers.length, 2, between);
	}
	assert.equal(readAll(arxivTable, `|Dxte|Tixle|\n|---|---|\n${ROW}\n\n${PAGE}`).papers.length, 2);
});
