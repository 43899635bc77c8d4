/** Tables of papers, as Zotero, Scopus, OpenAlex, Web of Science and others export them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../../server/src/corpus/formats/csv/csv.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import type { CslName } from '../../../server/src/corpus/paper.ts';

function read(text: string) {
	assert.equal(formatOf(text)?.name, 'CSV', text.slice(0, 200));
	return readAll(csv, text);
}

function titles(text: string) {
	return read(text).papers.map(({ item }) => item.title);
}

const ZOTERO = `\uFEFF"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Access Date","Pages","Issue","Volume","Journal Abbreviation","Extra","File Attachments","Manual Tags","Automatic Tags","Editor"
"MK49RMWU","journalArticle","1898","Curie, Marie; van der Berg, Jan; Radium Institute","On ""Rays"", again","Comptes rendus","","1234-567X","10.1000/rays.7","https://example.org/a","First line.

Second, after a blank line.","1898-07-18","2020-11-12 08:00:00","175-178","2","127","C. R.","PMID: 30922921
PMCID: PMC77","/home/a/b c.pdf; /home/a/d.pdf","radium; rays","rays",""
"AB12CD34","bookSection","2001","Lee, Ann","A Chapter","The Book","978-3-16-148410-0","","","","","2001","","11-19","","","","Citation Key: lee2001chapter
arXiv:1706.03762","","","","Ray, Bob; Moe, Eve"
`;

test('a table of Zotero gives keys, people, notes in Extra and files', () => {
	const { papers, problems } = read(ZOTERO);
	assert.deepEqual(problems, []);
	const [rays, chapter] = papers;
	assert.equal(papers.length, 2);
	assert.equal(rays?.key, 'MK49RMWU');
	assert.deepEqual(rays.aliases, ['pmid:30922921']);
	assert.deepEqual(rays.item, {
		id: 'MK49RMWU',
		type: 'article-journal',
		title: 'On "Rays", again',
		author: [
			{ family: 'Curie', given: 'Marie' },
			{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
			{ literal: 'Radium Institute' },
		],
		issued: { 'date-parts': [[1898, 7, 18]] },
		accessed: { 'date-parts': [[2020, 11, 12]] },
		'container-title': 'Comptes rendus',
		'container-title-short': 'C. R.',
		volume: '127',
		issue: '2',
		page: '175-178',
		abstract: 'First line.\n\nSecond, after a blank line.',
		keyword: 'radium, rays',
		DOI: '10.1000/rays.7',
		URL: 'https://example.org/a',
		PMID: '30922921',
		PMCID: 'PMC77',
		ISSN: '1234-567X',
	});
	assert.deepEqual(rays.extra, { attachments: ['/home/a/b c.pdf', '/home/a/d.pdf'] });
	assert.equal(ZOTERO.slice(rays.keySpan?.start, rays.keySpan?.end), 'MK49RMWU');
	assert.ok(ZOTERO.slice(rays.span.start, rays.span.end).startsWith('"MK49'));
	assert.deepEqual([chapter?.key, chapter?.aliases], ['lee2001chapter', ['AB12CD34']]);
	assert.deepEqual(
		[chapter?.item.type, chapter?.item.editor?.length, chapter?.extra?.arxiv],
		['chapter', 2, '1706.03762'],
	);
});

test('a table of Scopus has full names with numbers, and pages in two columns', () => {
	const [paper] = read(
		'"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","DOI","Link","Abstract","Author Keywords","Index Keywords","ISSN","Document Type","Source","EID"\n' +
			'"Curie M.; Berg J.V.D.","Curie, Marie (57204180142); van der Berg, Jan (7004)","1;2","Rays","1898","Radium","7","","12","","","10.1000/x","https://www.scopus.com/a","A.","radium; rays","Rays","1234567X","Conference paper","Scopus","2-s2.0-1"\n',
	).papers;
	assert.deepEqual(paper?.item, {
		type: 'paper-conference',
		title: 'Rays',
		author: [
			{ family: 'Curie', given: 'Marie' },
			{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
		],
		issued: { 'date-parts': [[1898]] },
		'container-title': 'Radium',
		volume: '7',
		page: '12',
		abstract: 'A.',
		keyword: 'radium, rays, Rays',
		DOI: '10.1000/x',
		URL: 'https://www.scopus.com/a',
		ISSN: '1234-567X',
	});
	assert.equal(paper.key, undefined);
});

test('what Scopus writes for missing authors and abstracts is nothing', () => {
	const [paper] = read(
		'"Authors","Author full names","Title","Year","Source title","DOI","Abstract","EID"\n' +
			'"[No author name available]","","Rays","1898","Radium","10.1000/x","[No abstract available]","2-s2.0-1"\n',
	).papers;
	assert.deepEqual([paper?.item.author, paper?.item.abstract], [undefined, undefined]);
});

test('a table of OpenAlex has addresses for identifiers, and names between bars', () => {
	const [paper, preprint] = read(
		'id,doi,title,display_name,publication_year,publication_date,type,authorships.author.display_name,primary_location.source.display_name,primary_location.pdf_url,biblio.volume,biblio.issue,biblio.first_page,biblio.last_page,ids.pmid\n' +
			'https://openalex.org/W1,https://doi.org/10.1000/x,Rays,Rays,2017,2017-06-12,article,Ann Lee|Jan van der Berg,Radium,https://example.org/a.pdf,3,2,11,19,https://pubmed.ncbi.nlm.nih.gov/30922921\n' +
			'https://openalex.org/W2,,Trees,Trees,2019.0,,preprint,Ann Lee,,,,,,,\n',
	).papers;
	assert.deepEqual(
		[paper?.item.DOI, paper?.item.type, paper?.item.page, paper?.item.PMID, paper?.item.issued, paper?.extra?.pdfUrl],
		[
			'10.1000/x',
			'article-journal',
			'11-19',
			'30922921',
			{ 'date-parts': [[2017, 6, 12]] },
			'https://example.org/a.pdf',
		],
	);
	assert.deepEqual(paper?.item.author, [
		{ family: 'Lee', given: 'Ann' },
		{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
	]);
	assert.deepEqual([preprint?.item.type, preprint?.item.issued], ['article', { 'date-parts': [[2019]] }]);
});

test('semicolons, tabs and a line above the header are understood', () => {
	const row = ['Lee, Ann', 'Trees; and more', '2019', '10.1000/x'];
	assert.deepEqual(titles(`sep=;\r\nAuthor;Title;Year;DOI\r\n${row.map((cell) => `"${cell}"`).join(';')}\r\n`), [
		row[1],
	]);
	assert.deepEqual(titles(`Author\tTitle\tYear\tDOI\n${row.join('\t')}\n`), [row[1]]);
	assert.deepEqual(titles(`"About the data: Exported on Nov 1, 2021."\nAuthors,Title,PubYear\nLee,Trees,2019\n`), [
		'Trees',
	]);
});

test('the tab-delimited files of Web of Science are read as its plain text is', () => {
	const [paper] = read(
		'\uFEFFPT\tAU\tAF\tTI\tSO\tDT\tBP\tEP\tPY\tDI\tUT\nJ\tLee, A; Ray, B\tLee, Ann; Ray, Bob\tTrees "grow"\tWOODS\tArticle\t1\t9\t2019\t10.1000/x\tWOS:1\n',
	).papers;
	assert.deepEqual(
		[paper?.item.type, paper?.item.title, paper?.item.author?.length, paper?.item.page],
		['article-journal', 'Trees "grow"', 2, '1-9'],
	);
});

test('people are listed in many ways', () => {
	const people = (cell: string) =>
		read(`Title,Authors,Year\nT,"${cell}",2001\n`).papers[0]?.item.author?.map(
			({ family, given, literal }: CslName) => literal ?? `${family}, ${given}`,
		);
	assert.deepEqual(people('Lee, Ann'), ['Lee, Ann']);
	assert.deepEqual(people('Lee A., Ray B.C.'), ['Lee, A.', 'Ray, B.C.']);
	assert.deepEqual(people('Lee A, Ray BC, Moe E'), ['Lee, A', 'Ray, BC', 'Moe, E']);
	assert.deepEqual(people('Ann Lee, Bob Ray'), ['Lee, Ann', 'Ray, Bob']);
	assert.deepEqual(people('Ann Lee, Bob Ray and Eve Moe'), ['Lee, Ann', 'Ray, Bob', 'Moe, Eve']);
	assert.deepEqual(people('Lee, Ann and Ray, Bob'), ['Lee, Ann', 'Ray, Bob']);
	assert.deepEqual(people('van der Berg, Jan; Lee, Ann B.'), ['Berg, Jan', 'Lee, Ann B.']);
	assert.deepEqual(people('A Lee, B Ray'), ['Lee, A', 'Ray, B']);
	assert.deepEqual(read('Title,Authors,Year\nT,"Lee A, et al.",2001\n').papers[0]?.extra, { authorsTruncated: true });
});

test('headings of other programs are known', () => {
	const header = (headings: string, row: string) => read(`${headings}\n${row}\n`).papers[0]?.item;
	assert.deepEqual(
		[
			header(
				'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI',
				'1,T,"Lee A, Ray B.",x,Lee A,J,2001,2001/01/02,PMC7,,10.1000/x',
			),
			header(
				'"Document Title","Authors","Publication Title","Publication Year","Start Page","End Page","DOI","PDF Link","Author Keywords"',
				'"T","A. Lee; B. Ray","J","2001","1","9","10.1000/x","https://example.org","a;b"',
			),
			header(
				'key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,abstract,doi',
				'rayyan-1,T,2001,1,1,J,,,,1-9,"Lee, A. and Ray, B.",,,10.1000/x',
			),
		].map((item) => [item?.title, item?.['container-title'], item?.author?.length, item?.DOI]),
		Array.from({ length: 3 }, () => ['T', 'J', 2, '10.1000/x']),
	);
});

const HEADER = 'Key,Title,Author,Year,DOI\n';

test('a quote that is not closed costs its own row', () => {
	const rows = [
		'a,One,Lee,2001,',
		'b,"Two,Lee,2002,',
		'c,Three,Lee,2003,',
		'd,"Four, and more",Lee,2004,',
		'e,Five,Lee,2005,',
	];
	const text = `${HEADER}${rows.join('\n')}\n`;
	const { papers, problems } = read(text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', 'Two', 'Three', 'Four, and more', 'Five'],
	);
	assert.deepEqual(
		problems.map(({ code, span }) => [code, text.slice(span.start, span.end + 3)]),
		[['unreadable-entry', '"Two']],
	);
});

test('cells beyond the header, missing cells and titles are problems or none', () => {
	const { papers, problems } = read(
		`${HEADER}a,One,Lee,2001,10.1000/x,more\nb,Two\n,,,,\n\nc,,Lee,2001,\nd,Four,Lee,2001,N/A\n`,
	);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', 'Two', 'Four'],
	);
	assert.deepEqual(
		problems.map(({ code, message }) => [code, /has \d cells|has no title/.exec(message)?.[0]]),
		[
			['unreadable-entry', 'has 6 cells'],
			['missing-field', 'has no title'],
		],
	);
});

test('other tables and texts are no tables of papers', () => {
	for (const text of [
		'id,name,email\n1,Ann,a@example.org\n',
		'title,url\nA page,https://example.org\n',
		'Title,Author,Labels,Created at,State\nBug,ann,ui,2020-01-01,open\n',
		'date,temperature,pressure\n2020-01-01,3,4\n',
		'Title, subtitle and author\nare shown above.\n',
		'participant\tyear\ttitle\n1\t2001\tDr.\n',
		'',
	]) {
		assert.equal(formatOf(text), undefined, text);
	}
});
