/** arXiv's feeds: that of the API, the daily Atom and RSS ones, answers that are errors. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arxivAtom } from '../../../server/src/corpus/formats/arxiv/arxivAtom.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';

const API = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title><id>http://arxiv.org/api/x</id>
<entry>
  <id>http://arxiv.org/abs/math/0309136v2</id><updated>2004-01-01T00:00:00Z</updated><published>2003-09-08T17:57:34Z</published>
  <title>On Schr\\"odinger
  Rays</title>
  <summary>  We show $\\alpha$ and
more.
  Then again.
</summary>
  <author><name>Laurens van der Maaten</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Delft</arxiv:affiliation></author>
  <author><name>Marie Curie</name></author>
  <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">7 pages</arxiv:comment><arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/x</arxiv:doi>
  <link href="http://arxiv.org/pdf/math/0309136v2" rel="related" title="pdf" type="application/pdf"/>
  <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="math.GT"/><category term="hep-th"/><category term="math.GT"/><category term="57M27"/>
</entry></feed>`;

test('an entry of the API gives its fields', () => {
	assert.ok(arxivAtom.accepts(API));
	const { papers, problems } = readAll(arxivAtom, API);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		type: 'article',
		title: 'On Schrödinger Rays',
		author: [
			{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
			{ family: 'Curie', given: 'Marie' },
		],
		issued: { 'date-parts': [[2003, 9, 8]] },
		abstract: 'We show $\\alpha$ and more.\n\nThen again.',
		note: '7 pages',
		number: 'arXiv:math/0309136',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/math/0309136',
		DOI: '10.1000/x',
	});
	assert.deepEqual(papers[0]?.extra, {
		arxiv: 'math/0309136',
		categories: ['math.GT', 'hep-th'],
		affiliations: ['Delft'],
		pdfUrl: 'http://arxiv.org/pdf/math/0309136v2',
	});
	assert.ok(API.slice(papers[0]?.keySpan?.start, papers[0]?.keySpan?.end).startsWith('On Schr'));
	assert.match(API.slice(papers[0]?.span.start, papers[0]?.span.end), /^<entry>.*<\/entry>$/s);
});

test('the daily feeds name authors in one line and begin summaries with a notice', () => {
	const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><id>http://rss.arxiv.org/atom/cs.CL</id><entry><id>oai:arXiv.org:2506.14731v1</id><title>Ring-lite</title><link href="https://arxiv.org/abs/2506.14731" rel="alternate"/><summary>arXiv:2506.14731v1 Announce Type: new \nAbstract: We present it.</summary><category term="cs.CL"/><published>2025-06-18T00:00:00-04:00</published><arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ling Team, Marie Curie</dc:creator></entry></feed>`;
	const rss = `<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom"><channel><title>cs.CL</title><item><title>Ring-lite</title><link>https://arxiv.org/abs/2506.14731</link><description>arXiv:2506.14731v2 Announce Type: replace \nAbstract: We present it.</description><guid isPermaLink="false">oai:arXiv.org:2506.14731v2</guid><category>cs.CL</category><pubDate>Mon, 04 Aug 2025 00:00:00 -0400</pubDate><arxiv:announce_type>replace</arxiv:announce_type><dc:creator>Ling Team, Marie Curie</dc:creator></item></channel></rss>`;
	const dates = [
		[2025, 6, 18],
		[2025, 6],
	];
	for (const [index, text] of [atom, rss].entries()) {
		assert.ok(arxivAtom.accepts(text));
		const [paper] = readAll(arxivAtom, text).papers;
		assert.equal(paper?.item.abstract, 'We present it.');
		assert.deepEqual(paper?.item.author, [{ literal: 'Ling Team' }, { family: 'Curie', given: 'Marie' }]);
		assert.deepEqual([paper?.extra?.arxiv, paper?.extra?.categories], ['2506.14731', ['cs.CL']]);
		assert.deepEqual(paper?.item.issued, { 'date-parts': [dates[index]] });
	}
});

test('an error of the API is a problem, and other feeds are not accepted', () => {
	const text =
		'<feed><entry><id>http://arxiv.org/api/errors#bad_id</id><title>Error</title><summary>bad id</summary></entry></feed>';
	const { papers, problems } = readAll(arxivAtom, text);
	assert.equal(papers.length, 0);
	assert.match(problems[0]?.message ?? '', /"bad id"/);
	assert.equal(arxivAtom.accepts('<feed><entry><id>tag:blog,1</id><title>T</title></entry></feed>'), false);
});
