/** arXiv's feeds through the years: RSS 1.0 until 2024, RSS 2.0 since, and ids from before 2007 in each. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';

/** The papers of `text`, which its content alone tells to be a feed of arXiv. */
function check(text: string): readonly PaperRecord[] {
	const format = formatOf(text);
	assert.equal(format?.name, 'arXiv feed');
	assert.ok(format);
	const { papers, problems } = readAll(format, text);
	assert.deepEqual(problems, []);
	return papers;
}

const RSS_1 = `<?xml version="1.0" encoding="UTF-8"?>

<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
>
<channel rdf:about="http://arxiv.org/">
<title>hep-th updates on arXiv.org</title>
<link>http://arxiv.org/</link>
<description rdf:parseType="Literal">High Energy Physics - Theory (hep-th) updates on the arXiv.org e-print archive</description>
<dc:date>2021-01-04T20:30:00-05:00</dc:date>
<items>
 <rdf:Seq>
  <rdf:li rdf:resource="http://arxiv.org/abs/2101.00001" />
  <rdf:li rdf:resource="http://arxiv.org/abs/hep-th/9901001" />
 </rdf:Seq>
</items>
</channel>
<image rdf:about="http://arxiv.org/icons/sfx.gif">
<title>arXiv.org</title>
<url>http://arxiv.org/icons/sfx.gif</url>
<link>http://arxiv.org/</link>
</image>
<item rdf:about="http://arxiv.org/abs/2101.00001">
<title>On Rays of $\\pi_0$. (arXiv:2101.00001v1 [hep-th])</title>
<link>http://arxiv.org/abs/2101.00001</link>
<description rdf:parseType="Literal">&lt;p&gt;We study rays and their
duals.
&lt;/p&gt;
</description>
<dc:creator> &lt;a href="http://arxiv.org/find/hep-th/1/au:+Lee_A/0/1/0/all/0/1"&gt;Ann Lee&lt;/a&gt; (MIT, Boston), &lt;a href="http://arxiv.org/find/hep-th/1/au:+Maaten_L/0/1/0/all/0/1"&gt;Laurens van der Maaten&lt;/a&gt;</dc:creator>
</item>
<item rdf:about="http://arxiv.org/abs/hep-th/9901001">
<title>Branes. (arXiv:hep-th/9901001v3 UPDATED)</title>
<link>http://arxiv.org/abs/hep-th/9901001</link>
<description rdf:parseType="Literal">&lt;p&gt;Old branes.&lt;/p&gt;</description>
<dc:creator>&lt;a href="http://arxiv.org/a/x"&gt;\\L{}ukasz M\\"uller&lt;/a&gt;</dc:creator>
</item>
</rdf:RDF>`;

test('RSS 1.0: titles end in id and class, authors are links', () => {
	const [rays, branes] = check(RSS_1);
	assert.deepEqual(rays?.item, {
		type: 'article',
		title: 'On Rays of $\\pi_0$',
		author: [
			{ family: 'Lee', given: 'Ann' },
			{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
		],
		issued: { 'date-parts': [[2021, 1]] },
		abstract: 'We study rays and their duals.',
		number: 'arXiv:2101.00001',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/2101.00001',
	});
	assert.deepEqual(rays?.extra, { arxiv: '2101.00001', categories: ['hep-th'], affiliations: ['MIT, Boston'] });
	assert.deepEqual(branes?.item, {
		type: 'article',
		title: 'Branes',
		author: [{ family: 'Müller', given: 'Łukasz' }],
		issued: { 'date-parts': [[1999, 1]] },
		abstract: 'Old branes.',
		number: 'arXiv:hep-th/9901001',
		publisher: 'arXiv',
		URL: 'https://arxiv.org/abs/hep-th/9901001',
	});
});

const RSS_2 = `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
  <channel>
    <title>math.GT updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/math.GT</link>
    <atom:link href="http://rss.arxiv.org/rss/math.GT" rel="self" type="application/rss+xml"/>
    <lastBuildDate>Wed, 18 Jun 2025 04:00:12 +0000</lastBuildDate>
    <item>
      <title>Knots and $3$-manifolds</title>
      <link>https://arxiv.org/abs/2506.14000</link>
      <description>arXiv:2506.14000v1 Announce Type: cross 
Abstract: We tie knots.</description>
      <guid isPermaLink="false">oai:arXiv.org:2506.14000v1</guid>
      <category>math.GT</category>
      <category>hep-th</category>
      <pubDate>Wed, 18 Jun 2025 00:00:00 -0400</pubDate>
      <arxiv:announce_type>cross</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <arxiv:DOI>10.1000/xyz</arxiv:DOI>
      <arxiv:journal_reference>J. Knots 1 (2025)</arxiv:journal_reference>
      <dc:creator>Ann Lee, Bob Ray</dc:creator>
    </item>
    <item>
      <title>Old Knots</title>
      <link>https://arxiv.org/abs/math/0309136</link>
      <description>arXiv:math/0309136v4 Announce Type: replace-cross 
Abstract: Old.</description>
      <guid isPermaLink="false">oai:arXiv.org:math/0309136v4</guid>
      <category>math.GT</category>
      <pubDate>Wed, 18 Jun 2025 00:00:00 -0400</pubDate>
      <arxiv:announce_type>replace-cross</arxiv:announce_type>
      <dc:creator>Jos\\'e Garc\\'ia</dc:creator>
    </item>
  </channel>
</rss>`;

test('RSS 2.0: ids of both kinds, and no date for what is announced again', () => {
	const [knots, old] = check(RSS_2);
	assert.equal(knots?.item.abstract, 'We tie knots.');
	assert.deepEqual(knots?.item.issued, { 'date-parts': [[2025, 6, 18]] });
	assert.deepEqual([knots?.item.DOI, knots?.item.note], ['10.1000/xyz', 'J. Knots 1 (2025)']);
	assert.deepEqual(knots?.extra, { arxiv: '2506.14000', categories: ['math.GT', 'hep-th'] });
	assert.equal(old?.extra?.arxiv, 'math/0309136');
	assert.deepEqual(old?.item.issued, { 'date-parts': [[2003, 9]] });
	assert.deepEqual(old?.item.author, [{ family: 'García', given: 'José' }]);
});

test('the API tells of papers from before 2007 as of others', () => {
	const [paper] = check(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3Dhep-th%2F9901001" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=hep-th/9901001</title>
  <entry>
    <id>http://arxiv.org/abs/hep-th/9901001v3</id>
    <updated>1999-12-01T19:21:11Z</updated><published>1999-01-01T10:00:00Z</published>
    <title>Branes</title>
    <summary>  Old branes.
</summary>
    <author><name>J\\"urgen M\\"uller</name></author>
    <link title="pdf" href="http://arxiv.org/pdf/hep-th/9901001v3" rel="related" type="application/pdf"/>
    <category term="hep-th" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>`);
	assert.deepEqual(paper?.extra, {
		arxiv: 'hep-th/9901001',
		categories: ['hep-th'],
		pdfUrl: 'http://arxiv.org/pdf/hep-th/9901001v3',
	});
	assert.deepEqual(paper?.item.issued, { 'date-parts': [[1999, 1, 1]] });
	assert.deepEqual(paper?.item.author, [{ family: 'Müller', given: 'Jürgen' }]);
});

test('the first RSS feeds name ids in titles alone', () => {
	const text =
		'<?xml version="1.0"?><rss version="0.91"><channel><title>hep-th</title><item><title>Strings. (arXiv:hep-th/9901002v1)</title><link>http://xxx.lanl.gov/abs/hep-th/9901002</link><description>S.</description></item></channel></rss>';
	const [paper] = check(text);
	assert.deepEqual([paper?.item.title, paper?.extra?.arxiv], ['Strings', 'hep-th/9901002']);
});
