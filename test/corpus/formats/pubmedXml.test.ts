/** PubMed XML: rich titles, structured abstracts, teams, books, damage. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { pubmedXml } from '../../../server/src/corpus/formats/pubmedXml/pubmedXml.ts';
import type { CslItem } from '../../../server/src/corpus/paper.ts';
import { plainText } from '../../../server/src/corpus/text/richText.ts';

function article(content: string, data = ''): string {
	return `<PubmedArticle><MedlineCitation><PMID Version="1">7</PMID><Article>${content}</Article></MedlineCitation><PubmedData>${data}</PubmedData></PubmedArticle>`;
}

function itemOf(content: string, data = ''): CslItem | undefined {
	return readAll(pubmedXml, `<?xml version="1.0"?>\n<PubmedArticleSet>${article(content, data)}</PubmedArticleSet>`)
		.papers[0]?.item;
}

test('an article gives its fields and where its title stands', () => {
	const text = `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://x/pubmed.dtd">
<PubmedArticleSet>${article(
		`<Journal><ISSN IssnType="Electronic">1234-5678</ISSN><JournalIssue><Volume>5</Volume><Issue>2</Issue><PubDate><Year>1898</Year><Month>Jul</Month><Day>18</Day></PubDate></JournalIssue><Title>Comptes rendus</Title><ISOAbbreviation>C R</ISOAbbreviation></Journal>
		<ArticleTitle>On <i>Radium</i> &amp; H<sub>2</sub>O.</ArticleTitle><Pagination><StartPage>127</StartPage><EndPage>128</EndPage></Pagination>
		<AuthorList CompleteYN="N"><Author><LastName>Curie</LastName><ForeName>Marie</ForeName><Suffix>Sr</Suffix></Author><Author><CollectiveName>Radium Institute</CollectiveName></Author></AuthorList>
		<Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULTS">Seen, p &lt; 0.05.</AbstractText></Abstract>`,
		'<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/other</ArticleId></ArticleIdList></Reference></ReferenceList><ArticleIdList><ArticleId IdType="doi">10.1000/x</ArticleId><ArticleId IdType="pmc">PMC7</ArticleId></ArticleIdList>',
	)}</PubmedArticleSet>`;
	assert.ok(pubmedXml.accepts(text));
	const { papers, problems } = readAll(pubmedXml, text);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		type: 'article-journal',
		title: 'On <i>Radium</i> & H<sub>2</sub>O',
		author: [{ family: 'Curie', given: 'Marie', suffix: 'Sr' }, { literal: 'Radium Institute' }],
		issued: { 'date-parts': [[1898, 7, 18]] },
		'container-title': 'Comptes rendus',
		'container-title-short': 'C R',
		volume: '5',
		issue: '2',
		ISSN: '1234-5678',
		page: '127-128',
		abstract: 'AIM: To see.\n\nRESULTS: Seen, p < 0.05.',
		DOI: '10.1000/x',
		PMID: '7',
		PMCID: 'PMC7',
	});
	assert.deepEqual(papers[0]?.extra, { authorsTruncated: true });
	const { span, keySpan } = papers[0] ?? {};
	assert.equal(text.slice(keySpan?.start, keySpan?.end), 'On <i>Radium</i> &amp; H<sub>2</sub>O.');
	assert.match(text.slice(span?.start, span?.end), /^<PubmedArticle>.*<\/PubmedArticle>$/s);
});

test('mathematics in titles is text with raised and lowered parts', () => {
	const titles: readonly (readonly [string, string])[] = [
		['<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>', 'x<sup>2</sup>'],
		['<mml:msubsup><mml:mi>a</mml:mi><mml:mi>i</mml:mi><mml:mn>3</mml:mn></mml:msubsup>', 'a<sub>i</sub><sup>3</sup>'],
		[
			'<mml:mfrac><mml:mrow><mml:mi>a</mml:mi><mml:mo>+</mml:mo><mml:mi>b</mml:mi></mml:mrow><mml:mn>2</mml:mn></mml:mfrac>',
			'(a+b)/2',
		],
		['<mml:mover><mml:mi>x</mml:mi><mml:mo>¯</mml:mo></mml:mover>', 'x\u0304'],
		[
			'<mml:semantics><mml:msqrt><mml:mi>n</mml:mi></mml:msqrt><mml:annotation>\\sqrt{n}</mml:annotation></mml:semantics>',
			'√n',
		],
	];
	for (const [math, rich] of titles) {
		const title = itemOf(
			`<ArticleTitle>On <mml:math xmlns:mml="m">\n ${math}\n</mml:math> here.</ArticleTitle>`,
		)?.title;
		assert.equal(title, `On ${rich} here`);
		assert.doesNotMatch(plainText(title ?? ''), /[<>]/);
	}
});

test('dates without month or in words are understood', () => {
	const dateOf = (date: string) =>
		itemOf(
			`<ArticleTitle>T</ArticleTitle><Journal><JournalIssue><PubDate>${date}</PubDate></JournalIssue></Journal><ArticleDate><Year>2019</Year><Month>03</Month><Day>02</Day></ArticleDate>`,
		)?.issued;
	assert.deepEqual(dateOf('<Year>2019</Year>'), { 'date-parts': [[2019, 3, 2]] });
	assert.deepEqual(dateOf('<Year>2020</Year>'), { 'date-parts': [[2020]] });
	assert.deepEqual(dateOf('<MedlineDate>2018 Jan-Feb</MedlineDate>')?.['date-parts']?.[0], [2018, 1]);
});

test('chapters of the bookshelf name their book', () => {
	const text = `<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>9</PMID><Book><Publisher><PublisherName>Univ</PublisherName></Publisher><BookTitle>Genes</BookTitle><PubDate><Year>1993</Year></PubDate><AuthorList Type="editors"><Author><LastName>Ed</LastName></Author></AuthorList></Book><ArticleTitle>One Gene</ArticleTitle><AuthorList Type="authors"><Author><LastName>Au</LastName></Author></AuthorList></BookDocument></PubmedBookArticle></PubmedArticleSet>`;
	const item = readAll(pubmedXml, text).papers[0]?.item;
	assert.deepEqual(
		[item?.type, item?.title, item?.['container-title'], item?.author, item?.editor, item?.publisher],
		['chapter', 'One Gene', 'Genes', [{ family: 'Au' }], [{ family: 'Ed' }], 'Univ'],
	);
});

test('an article that is not closed costs one problem, and what stands in it and the others are read', () => {
	const broken = article('<ArticleTitle>Two</ArticleTitle>').replace('</PubmedArticle>', '');
	const text = `<PubmedArticleSet>${article('<ArticleTitle>One</ArticleTitle>')}${broken}<!-- ${article('<ArticleTitle>Hidden</ArticleTitle>')} -->${article('<ArticleTitle>Three')}`;
	const { papers, problems } = readAll(pubmedXml, text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', 'Two', 'Three'],
	);
	assert.equal(problems.length, 1);
});

test('the date of the issue counts, and that of the article only where the issue has no month', () => {
	const dated = (issue: string) =>
		itemOf(
			`<Journal><JournalIssue><PubDate>${issue}</PubDate></JournalIssue></Journal><ArticleTitle>T</ArticleTitle><ArticleDate><Year>2015</Year><Month>07</Month><Day>07</Day></ArticleDate>`,
		)?.issued?.['date-parts'];
	assert.deepEqual(dated('<Year>2015</Year><Month>Aug</Month>'), [[2015, 8]]);
	assert.deepEqual(dated('<Year>2015</Year>'), [[2015, 7, 7]]);
	assert.deepEqual(dated('<MedlineDate>2015 Dec-2016 Jan</MedlineDate>'), [
		[2015, 12],
		[2016, 1],
	]);
});

test('wrong numbers that PubMed marks as such are passed over, and an article number stands in place of pages', () => {
	const item = itemOf(
		'<ArticleTitle>T</ArticleTitle><ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID><ELocationID EIdType="pii" ValidYN="Y">e77</ELocationID><ELocationID EIdType="doi" ValidYN="Y">10.1000/right</ELocationID>',
	);
	assert.deepEqual([item?.DOI, item?.page], ['10.1000/right', 'e77']);
});

test('a title that nobody has translated is given in its own language', () => {
	const item = itemOf('<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Les rayons.</VernacularTitle>');
	assert.equal(item?.title, 'Les rayons');
});

test('the authors of a book are those of the record, or of the work that contains it', () => {
	const list =
		'<AuthorList Type="authors"><Author><LastName>Elm</LastName><ForeName>Eva</ForeName></Author><Author><CollectiveName>Radium Institute</CollectiveName></Author></AuthorList>';
	const bookOf = (own: string) =>
		readAll(
			pubmedXml,
			`<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>1</PMID><Book><BookTitle>Rays</BookTitle>${list}</Book>${own}</BookDocument></PubmedBookArticle></PubmedArticleSet>`,
		).papers[0]?.item;
	const people = [{ family: 'Elm', given: 'Eva' }, { literal: 'Radium Institute' }];
	assert.deepEqual(bookOf('')?.author, people);
	const chapter = bookOf(
		'<ArticleTitle>Salts</ArticleTitle><AuthorList><Author><LastName>Ash</LastName></Author></AuthorList>',
	);
	assert.deepEqual([chapter?.author, chapter?.['container-author']], [[{ family: 'Ash' }], people]);
});
