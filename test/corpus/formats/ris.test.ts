/** RIS: tags and their variants, keys, dates, links, and what remains of damaged entries. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { ris } from '../../../server/src/corpus/formats/ris/ris.ts';
import type { PaperRecord } from '../../../server/src/corpus/paper.ts';

/** The only paper of an entry with these lines. */
function paperOf(...lines: readonly string[]): PaperRecord {
	const { papers } = readAll(ris, ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n'));
	assert.equal(papers.length, 1);
	const [paper] = papers;
	assert.ok(paper);
	return paper;
}

function check(text: string, titles: readonly string[], problems: readonly string[] = []): void {
	const result = readAll(ris, text);
	assert.deepEqual(
		result.papers.map(({ item }) => item.title),
		titles,
	);
	assert.deepEqual(
		result.problems.map(({ span }) => text.slice(span.start, span.end)),
		problems,
	);
}

test('an entry gives its fields, its key and where both stand', () => {
	const text =
		'TY  - CHAP\r\nID  - curie1898\r\nA1  - Curie, Marie\r\nA2  - Becquerel, Henri\r\nT1  - On Rays\r\nT2  - Handbook\r\nT3  - Physics\r\nSP  - 1\r\nEP  - 9\r\nER  - \r\n';
	const [paper] = readAll(ris, text).papers;
	assert.deepEqual(paper?.item, {
		id: 'curie1898',
		type: 'chapter',
		title: 'On Rays',
		author: [{ family: 'Curie', given: 'Marie' }],
		editor: [{ family: 'Becquerel', given: 'Henri' }],
		'container-title': 'Handbook',
		'collection-title': 'Physics',
		page: '1-9',
	});
	assert.equal(text.slice(paper?.keySpan?.start, paper?.keySpan?.end), 'curie1898');
	assert.equal(text.slice(paper?.span.start, paper?.span.end), text.slice(0, -3));
});

test('blanks around the dash, a byte order mark and lone carriage returns do not matter', () => {
	for (const text of [
		'TY - JOUR\nTI - On Rays\nER -\n',
		'\uFEFFTY  -  JOUR\nTI  -  On Rays\nER  -\n',
		'TY  - JOUR\rTI  - On Rays\rER  - \r',
	]) {
		assert.ok(ris.accepts(text));
		check(text, ['On Rays']);
	}
});

test('a missing end, headers between entries and lines above the type cost nothing', () => {
	check(
		'Record #1 of 2\n\nTY  - JOUR\nTI  - One\n\nTY  - JOUR\nTI  - Two\nER  - \n\n2. \nDB  - ERIC\nTY  - JOUR\nTI  - Three\nER  - \n',
		['One', 'Two', 'Three'],
	);
});

test('dates come from whichever tag says most about the year', () => {
	const dates: readonly (readonly [readonly string[], unknown])[] = [
		[['PY  - 2024'], [2024]],
		[['Y1  - 2024///'], [2024]],
		[['Y1  - 1989//'], [1989]],
		[
			['PY  - 2012', 'DA  - 2012/07/03'],
			[2012, 7, 3],
		],
		[
			['PY  - 2024', 'DA  - 2024-02-01'],
			[2024, 2, 1],
		],
		[
			['DA  - SEP 22', 'PY  - 2010'],
			[2010, 9, 22],
		],
		[['PY  - 2020', 'DA  - 2019/12/31'], [2020]],
	];
	for (const [lines, parts] of dates) {
		assert.deepEqual(paperOf('TI  - T', ...lines).item.issued, { 'date-parts': [parts] }, lines.join());
	}
	assert.deepEqual(paperOf('TI  - T', 'PY  - in press').item.issued, { literal: 'in press' });
});

test('a DOI is found in all the places that exporters use, and so are serial numbers', () => {
	for (const line of [
		'DO  - 10.1000/x',
		'DO  - https://dx.doi.org/10.1000/x',
		'M3  - doi: 10.1000/x',
		'L3  - 10.1000/x',
		'UR  - http://doi.org/10.1000%2Fx',
	]) {
		assert.equal(paperOf('TI  - T', line).item.DOI, '10.1000/x', line);
	}
	assert.equal(paperOf('TI  - T', 'SN  - 2041172X').item.ISSN, '2041-172X');
	assert.equal(paperOf('TI  - T', 'SN  - 1932-8494', '1932-8486').item.ISSN, '1932-8494');
	assert.equal(paperOf('TI  - T', 'SN  - 978-3-16-148410-0').item.ISBN, '978-3-16-148410-0');
});

test('abstracts keep their paragraphs, keywords of lines or semicolons are told apart', () => {
	const { item } = paperOf('TI  - T', 'AB  - One', 'more.', '', 'Two.', 'KW  - a', 'b', 'KW  - c; a');
	assert.equal(item.abstract, 'One\nmore.\n\nTwo.');
	assert.equal(item.keyword, 'a, b, c');
});

test('a number that a library counts by is no key, and that of RefWorks is put aside', () => {
	assert.equal(paperOf('TI  - T', 'ID  - 887').key, undefined);
	const paper = paperOf('TI  - T', 'ID  - RefID:888-curie1898rays');
	assert.deepEqual([paper.key, paper.aliases], ['curie1898rays', ['RefID:888-curie1898rays']]);
});

test('files, addresses and arXiv ids are told apart', () => {
	const { item, extra } = paperOf(
		'TI  - T',
		'UR  - https://arxiv.org/abs/1706.03762v5     U2  - 7',
		'L1  - file:///a.pdf',
		'L2  - https://x.org/a.pdf',
		'AU  - Curie, M.',
		'AU  - et al.',
	);
	assert.equal(item.URL, 'https://arxiv.org/abs/1706.03762v5');
	assert.deepEqual(extra, {
		arxiv: '1706.03762',
		pdfUrl: 'https://x.org/a.pdf',
		attachments: ['file:///a.pdf'],
		authorsTruncated: true,
	});
});

test('a broken entry costs one problem, and the others stand', () => {
	check(
		'TY  - JOUR\nTI  - One\nER  - \nAU  - Curie, M.\nTI  - Two\nER  - \nTY  - JOUR\nTI  - Three\nER  - \n',
		['One', 'Two', 'Three'],
		['AU  - '],
	);
	check('TY  - JOUR\nTI  - One\nER  - \nTY  - BOOK\nVL  - 2\nER  - \n', ['One'], ['TY  - BOOK']);
	check('TY  - JOUR\nTI  - One\nDO  - none\nER  - \n', ['One'], ['none']);
	check('TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Tw', ['One', 'Tw'], ['TY  - JOUR']);
});

test('notes that show RIS, and other formats, are not accepted', () => {
	for (const text of [
		'# Note\n\nTY  - JOUR\nTI  - x\n',
		'```\nTY  - JOUR\nTI  - x\n',
		'TY  - JOUR and no more',
		'@book{a, title={T}}',
		'PMID- 1\nTI  - x\n',
	]) {
		assert.equal(ris.accepts(text), false, text);
	}
});

test('the authors are in the order of the file, whatever tags they have', () => {
	const families = (...lines: readonly string[]) => paperOf(...lines).item.author?.map(({ family }) => family);
	assert.deepEqual(families('A1  - First, A', 'AU  - Second, B', 'AU  - Third, C'), ['First', 'Second', 'Third']);
	assert.deepEqual(families('AU  - First, A', 'A1  - Second, B', 'AU  - Third, C'), ['First', 'Second', 'Third']);
	assert.deepEqual(families('A1  - First, A', 'AU  - First, A', 'AU  - Second, B'), ['First', 'Second']);
	assert.deepEqual(families('AU  - Kumar, A', 'AU  - Kumar, A', 'AU  - Li, B'), ['Kumar', 'Kumar', 'Li']);
	assert.equal(paperOf('AU  - First, A. et al.').extra?.authorsTruncated, true);
});

test('dates with other information and without separators are dates', () => {
	const parts = (date: string) => paperOf('TI  - T', `PY  - ${date}`).item.issued?.['date-parts'];
	assert.deepEqual(parts('2001/09/01/Special Issue'), [[2001, 9, 1]]);
	assert.deepEqual(parts('2001/09//Autumn 2001, part 2'), [[2001, 9]]);
	assert.deepEqual(parts('20200501'), [[2020, 5, 1]]);
	assert.deepEqual(parts('202005'), [[2020, 5]]);
	assert.deepEqual(parts('2012/07/03'), [[2012, 7, 3]]);
	assert.equal(paperOf('TI  - T', 'PY  - 2001///Spring').item.issued?.season, 1);
	assert.deepEqual(parts('2001///Special Issue on Rays'), [[2001]]);
});

test('a title before the type belongs to the entry, unless the entry has a title of its own', () => {
	check('TI  - Early\nAU  - A, B\nTY  - JOUR\nPY  - 2001\nER  - \nTY  - JOUR\nTI  - Next\nER  - \n', ['Early', 'Next']);
	check('TI  - Untyped\nTY  - JOUR\nTI  - Next\nER  - \n', ['Untyped', 'Next'], ['TI  - ']);
});

test('PubMed’s and arXiv’s numbers are found where databases write them', () => {
	const { item, extra } = paperOf(
		'TI  - T',
		'DB  - MEDLINE',
		'AN  - 30922926',
		'C2  - PMC64',
		'JO  - ArXiv',
		'VL  - abs/1706.03762',
	);
	assert.deepEqual([item.PMID, item.PMCID, extra?.arxiv], ['30922926', 'PMC64', '1706.03762']);
	assert.equal(paperOf('TI  - T', 'DB  - Embase', 'AN  - 30922926').item.PMID, undefined);
	assert.equal(paperOf('TI  - T', 'UR  - https://www.ncbi.nlm.nih.gov/pubmed/123').item.PMID, '123');
});

test('a DOI with angle brackets is whole', () => {
	const doi = '10.1130/0016-7606(1993)105<1263:ABC>2.3.CO;2';
	assert.equal(paperOf('TI  - T', `DO  - ${doi}`).item.DOI, doi);
	assert.equal(paperOf('TI  - T', `UR  - https://doi.org/${encodeURIComponent(doi)}`).item.DOI, doi);
	assert.equal(paperOf('TI  - T', 'DO  - 10.1130/0016-7606(1993)105').item.DOI, undefined);
});

test('a paper of a conference is in the proceedings that C3 names if no other tag names them', () => {
	const { item } = readAll(ris, 'TY  - CONF\nTI  - Rays\nC3  - Proceedings of Radium\nER  - \n').papers[0] ?? paperOf();
	assert.equal(item['container-title'], 'Proceedings of Radium');
	assert.equal(paperOf('TI  - Rays', 'C3  - Custom').item['container-title'], undefined);
});
