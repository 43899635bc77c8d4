/** MEDLINE entries as PubMed saves them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { nbib } from '../../../server/src/corpus/formats/nbib/nbib.ts';

const ENTRY = `
PMID- 101
OWN - NLM
DP  - 1898 Jul 18
TI  - On a new radioactive substance
      in pitchblende.
LID - S1-2 [pii]
LID - 10.1000/rays.7 [doi]
AB  - BACKGROUND: Rays are
      seen.
FAU - Curie, Marie S
AU  - Curie MS
FAU - van Helmont, Jan Jr
AU  - van Helmont J Jr
CN  - Radium Institute
PT  - Journal Article
TA  - C R
JT  - Comptes rendus
IS  - 1234-567X (Electronic)
PG  - 127-8
OT  - radium
MH  - *Radiation/history
PMC - PMC77
`;

test('an entry gives its fields, with continued lines as one', () => {
	const { papers, problems } = readAll(nbib, ENTRY);
	assert.deepEqual(problems, []);
	assert.ok(nbib.accepts(ENTRY));
	const [paper] = papers;
	assert.deepEqual(paper?.aliases, ['pmid:101']);
	assert.deepEqual(paper?.item, {
		type: 'article-journal',
		title: 'On a new radioactive substance in pitchblende',
		'container-title': 'Comptes rendus',
		'container-title-short': 'C R',
		author: [
			{ family: 'Curie', given: 'Marie S' },
			{ family: 'Helmont', 'non-dropping-particle': 'van', given: 'Jan', suffix: 'Jr' },
			{ literal: 'Radium Institute' },
		],
		issued: { 'date-parts': [[1898, 7, 18]] },
		page: '127-8',
		abstract: 'BACKGROUND: Rays are seen.',
		ISSN: '1234-567X',
		keyword: 'radium, Radiation',
		DOI: '10.1000/rays.7',
		PMID: '101',
		PMCID: 'PMC77',
	});
	assert.equal(ENTRY.slice(paper?.span.start, paper?.span.end), ENTRY.trim());
	assert.ok(ENTRY.slice(paper?.keySpan?.start, paper?.keySpan?.end).startsWith('On a new'));
});

test('older entries without full names, and preprints and books, are understood', () => {
	const read = (lines: string) => readAll(nbib, `PMID- 1\nOWN - NLM\n${lines}`).papers[0]?.item;
	assert.deepEqual(read('TI  - T\nAU  - Curie MS\n')?.author, [{ family: 'Curie', given: 'MS' }]);
	assert.equal(read('TI  - T\nPT  - Preprint\n')?.type, 'article');
	assert.deepEqual([read('BTI - Rays\n')?.type, read('BTI - Rays\n')?.title], ['book', 'Rays']);
	assert.equal(read('BTI - Rays\nTI  - First\n')?.['container-title'], 'Rays');
});

test('an entry without title costs one problem, and the others stand', () => {
	const text = 'PMID- 1\nTI  - One.\n\nPMID- 2\nVI  - 3\n\nOWN - NLM\nTI  - Three.\n\nPMID- 4\nTI  - Four.\n';
	const { papers, problems } = readAll(nbib, text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', undefined, 'Three', 'Four'],
	);
	assert.deepEqual(
		problems.map(({ span }) => text.slice(span.start, span.end)),
		['PMID- 2'],
	);
});

test('ERIC’s files have no numbers: an entry begins with its owner', () => {
	const text =
		'OWN - ERIC\nTI  - On Tests\nAU  - Gum, Gerda\nOID - EJ1\n\nOWN - ERIC\nTI  - On Pupils\nAU  - Hazel, H.\n';
	assert.ok(nbib.accepts(text));
	const { papers, problems } = readAll(nbib, text);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		papers.map(({ item }) => [item.title, item.author?.[0]?.given, item.archive_location]),
		[
			['On Tests', 'Gerda', 'EJ1'],
			['On Pupils', 'H.', undefined],
		],
	);
});

test('an owner before the number belongs to the same entry', () => {
	const { papers } = readAll(nbib, 'OWN - NLM\nPMID- 7\nTI  - One.\n\nOWN - NLM\nPMID- 8\nTI  - Two.\n');
	assert.deepEqual(
		papers.map(({ item }) => `${item.PMID} ${item.title}`),
		['7 One', '8 Two'],
	);
});

function itemOf(...lines: readonly string[]): ReturnType<typeof readAll>['papers'][0]['item'] | undefined {
	return readAll(nbib, ['PMID- 7', ...lines, ''].join('\n')).papers[0]?.item;
}

test('a title that nobody has translated is given in its own language', () => {
	assert.equal(itemOf('TI  - [Not Available].', 'TT  - Les rayons.')?.title, 'Les rayons');
});

test('a range of dates may span two years', () => {
	assert.deepEqual(itemOf('TI  - T', 'DP  - 2016 Dec-2017 Jan')?.issued, {
		'date-parts': [
			[2016, 12],
			[2017, 1],
		],
	});
	assert.deepEqual(itemOf('TI  - T', 'DP  - 2016 Nov-Dec')?.issued, {
		'date-parts': [
			[2016, 11],
			[2016, 12],
		],
	});
});

test('an article number stands in place of pages, and teams among the authors', () => {
	const item = itemOf('TI  - T', 'LID - e12345 [pii]', 'CN  - Radium Institute', 'FAU - Lee, Ann', 'AU  - Lee A');
	assert.equal(item?.page, 'e12345');
	assert.deepEqual(item?.author, [{ literal: 'Radium Institute' }, { family: 'Lee', given: 'Ann' }]);
	assert.equal(itemOf('TI  - T', 'LID - S0140-6736(20)30183-5 [pii]')?.page, undefined);
});

test('a DOI is whole with its angle brackets, so that papers of one issue stay apart', () => {
	const dois = ['<117::AID-ABC12>3.0.CO;2-5', '<41::AID-ABC4>3.0.CO;2-F'].map(
		(end) => `10.1002/(SICI)1097-0000(199901)55:1${end}`,
	);
	assert.deepEqual(
		dois.map((doi) => itemOf('TI  - T', `AID - ${doi} [doi]`)?.DOI),
		dois,
	);
});
