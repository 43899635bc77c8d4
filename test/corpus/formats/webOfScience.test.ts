/** Plain text from Web of Science. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import { webOfScience } from '../../../server/src/corpus/formats/webOfScience/webOfScience.ts';

function read(text: string) {
	assert.equal(formatOf(text)?.name, 'Web of Science');
	return readAll(webOfScience, text);
}

const ENTRY = `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Curie, M
   van Helmont, J
AF Curie, Marie S.
   van Helmont, Jan
CA Radium Inst
TI On a new radioactive substance
   in pitchblende
SO COMPTES RENDUS
LA French
DT Article
DE radium; natural
   rays
ID RAYS; radium
AB It is new,
   and it shines.
CR Becquerel H, 1896, CR, V122, P420
   TI is no tag here
TC 3
PU ACAD
PI PARIS
SN 1234-567X
EI 8765-432X
J9 CR
JI C. R.
PD JUL 18
PY 1898
VL 127
IS 2
BP 175
EP 178
DI 10.1000/rays.7
UT WOS:000123
PM 30922921
ER

EF
`;

test('an entry gives its fields, and indented lines go on', () => {
	const { papers, problems } = read(ENTRY);
	assert.deepEqual(problems, []);
	assert.equal(papers.length, 1);
	const [paper] = papers;
	assert.deepEqual(paper?.aliases, ['pmid:30922921']);
	assert.deepEqual(paper?.item, {
		type: 'article-journal',
		title: 'On a new radioactive substance in pitchblende',
		author: [
			{ family: 'Curie', given: 'Marie S.' },
			{ family: 'Helmont', given: 'Jan', 'non-dropping-particle': 'van' },
			{ literal: 'Radium Inst' },
		],
		issued: { 'date-parts': [[1898, 7, 18]] },
		'container-title': 'COMPTES RENDUS',
		'container-title-short': 'C. R.',
		volume: '127',
		issue: '2',
		page: '175-178',
		publisher: 'ACAD',
		'publisher-place': 'PARIS',
		language: 'French',
		abstract: 'It is new, and it shines.',
		keyword: 'radium, natural rays, RAYS',
		archive_location: 'WOS:000123',
		DOI: '10.1000/rays.7',
		PMID: '30922921',
		ISSN: '1234-567X',
	});
	const whole = ENTRY.slice(paper?.span.start, paper?.span.end);
	assert.ok(whole.startsWith('PT J') && whole.endsWith('ER'));
	assert.ok(ENTRY.slice(paper?.keySpan?.start, paper?.keySpan?.end).startsWith('On a new'));
});

test('the type follows from what a paper is and where it appeared', () => {
	const typeOf = (lines: string) => read(`PT ${lines}\nTI T\nER\n`).papers[0]?.item.type;
	assert.equal(typeOf('J\nDT Article; Proceedings Paper'), 'article-journal');
	assert.equal(typeOf('C\nDT Proceedings Paper\nCT Woods'), 'paper-conference');
	assert.equal(typeOf('S\nDT Proceedings Paper\nBN 978-3-16-148410-0'), 'paper-conference');
	assert.equal(typeOf('B\nDT Article; Book Chapter\nSO THE BOOK'), 'chapter');
	assert.equal(typeOf('B\nDT Book\nSO t'), 'book');
	assert.equal(typeOf('J\nDT Book Review'), 'review-book');
	assert.equal(typeOf('P\nPN US1'), 'patent');
});

test('short names, names in one line, editors and article numbers are understood', () => {
	const [paper] = read('PT B\nAU Lee, A; Ray, B\nBE Moe, E\nTI T\nSO BOOK\nAR 1234\nEA MAR 2020\nER\n').papers;
	assert.deepEqual(paper?.item.author, [
		{ family: 'Lee', given: 'A' },
		{ family: 'Ray', given: 'B' },
	]);
	assert.deepEqual(paper.item.editor, [{ family: 'Moe', given: 'E' }]);
	assert.equal(paper.item.page, '1234');
	assert.deepEqual(paper.item.issued, { 'date-parts': [[2020, 3]] });
});

test('what is missing costs one problem, and the entries around stand', () => {
	const text =
		'FN Thomson Reuters Web of Knowledge\r\nVR 1.0\r\nPT J\r\nTI One\r\nER\r\n\r\nPT J\r\nAU Lee, A\r\nER\r\n\r\nPT J\r\nTI Three\r\nPT J\r\nTI Four\r\n';
	const { papers, problems } = read(text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', undefined, 'Three', 'Four'],
	);
	assert.deepEqual(
		problems.map(({ code, span }) => [code, span.start]),
		[['missing-field', text.indexOf('PT J\r\nAU')]],
	);
});

test('no author and an unknown last page are nothing', () => {
	const text = 'FN Clarivate\nVR 1.0\nPT J\nAU [Anonymous]\nTI Rays\nSO RADIUM\nBP 1\nEP +\nPY 1898\nER\n\nEF\n';
	const [paper] = readAll(webOfScience, text).papers;
	assert.deepEqual([paper?.item.author, paper?.item.page], [undefined, '1']);
});
