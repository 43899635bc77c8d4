/** Tagged files of EndNote, Google Scholar, the ACL Anthology, CNKI and the refer program. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import { refer } from '../../../server/src/corpus/formats/refer/refer.ts';

function read(text: string) {
	assert.equal(formatOf(text)?.name, 'EndNote tagged');
	return readAll(refer, text);
}

const ENDNOTE = `%0 Journal Article
%A Curie, Marie
%A van Helmont, Jan
%A Radium Institute,
%D 1898
%T On a new substance
%J Comptes rendus
%! New substance
%V 127
%N 2
%P 175-178
%8 July 18
%@ 1234-567X
%R 10.1000/rays.7
%F curie1898
%K radium
pitchblende; rays
%X First paragraph.

Second paragraph, after a blank line.
%M 30922921
%2 PMC77
%~ PubMed
%U https://example.org/a
%> internal-pdf://1/a.pdf

%0 Thesis
%A Lee, Ann
%T A Thesis
%Y Ray, Bob
%I A University
%9 PhD thesis
%D 2001
%P 120
`;

test('an entry gives its fields, and an abstract may hold blank lines', () => {
	const { papers, problems } = read(ENDNOTE);
	assert.deepEqual(problems, []);
	const [paper, thesis] = papers;
	assert.equal(papers.length, 2);
	assert.equal(paper?.key, 'curie1898');
	assert.deepEqual(paper.aliases, ['pmid:30922921']);
	assert.deepEqual(paper.item, {
		id: 'curie1898',
		type: 'article-journal',
		title: 'On a new substance',
		author: [
			{ family: 'Curie', given: 'Marie' },
			{ family: 'Helmont', given: 'Jan', 'non-dropping-particle': 'van' },
			{ literal: 'Radium Institute' },
		],
		issued: { 'date-parts': [[1898, 7, 18]] },
		'container-title': 'Comptes rendus',
		'title-short': 'New substance',
		volume: '127',
		issue: '2',
		page: '175-178',
		abstract: 'First paragraph.\n\nSecond paragraph, after a blank line.',
		keyword: 'radium, pitchblende, rays',
		archive: 'PubMed',
		archive_location: '30922921',
		PMID: '30922921',
		PMCID: 'PMC77',
		DOI: '10.1000/rays.7',
		URL: 'https://example.org/a',
		ISSN: '1234-567X',
	});
	assert.deepEqual(paper.extra, { attachments: ['internal-pdf://1/a.pdf'] });
	assert.equal(ENDNOTE.slice(paper.keySpan?.start, paper.keySpan?.end), 'curie1898');
	assert.ok(ENDNOTE.slice(paper.span.start, paper.span.end).endsWith('a.pdf'));
	assert.equal(thesis?.item.type, 'thesis');
	assert.equal(thesis.item.publisher, 'A University');
	assert.equal(thesis.item['number-of-pages'], '120');
	assert.deepEqual(thesis.item.contributor, [{ family: 'Ray', given: 'Bob' }]);
});

test('proceedings of the ACL Anthology stand in %S, with editors in %Y', () => {
	const [paper] = read(
		'%0 Conference Proceedings\n%T Trees\n%A Lee, Ann\n%Y Ray, Bob\n%S Proceedings of Woods\n%D 2019\n%8 June\n%C Oslo\n%F lee-2019-trees\n%R 10.1000/w-1\n%P 1-9\n',
	).papers;
	assert.equal(paper?.key, 'lee-2019-trees');
	assert.equal(paper.item.type, 'paper-conference');
	assert.equal(paper.item['container-title'], 'Proceedings of Woods');
	assert.equal(paper.item['collection-title'], undefined);
	assert.deepEqual(paper.item.editor, [{ family: 'Ray', given: 'Bob' }]);
	assert.deepEqual(paper.item.issued, { 'date-parts': [[2019, 6]] });
});

test('Google Scholar writes a book in %B, CNKI the number of pages before the pages', () => {
	const [scholar] = read('%0 Book Section\n%T Rays\n%A Lee, Ann\n%B The Book\n%P 254-269\n%@ 364231094X\n').papers;
	assert.deepEqual(
		[scholar?.item.type, scholar?.item['container-title'], scholar?.item.ISBN],
		['chapter', 'The Book', '364231094X'],
	);
	const [cnki] = read(
		'%0 Conference Proceedings\r\n%A 王海霞\r\n%T 进展\r\n%B 大会\r\n%? 学会\r\n%P 5\r\n%K 黄芪;研究\r\n%P 269-273\r\n%W CNKI\r\n',
	).papers;
	assert.equal(cnki?.item.page, '269-273');
	assert.equal(cnki.item.keyword, '黄芪, 研究');
	assert.equal(cnki.item.translator, undefined);
});

test('files of refer have no types, a label in %L, and blank lines between entries', () => {
	const text =
		'%A Ann Lee\n%A B. W. Ray\n%T On Rays\n  that bend\n%J J. Ex.\n%V 3\n%D July 1975\n%L lee75\n\n%A Eve Moe\n%T The Book\n%I Press\n%C Oslo\n%D 1980\n';
	const { papers, problems } = read(text);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		papers.map(({ key, item }) => [key, item.type, item.title, item.issued?.['date-parts']]),
		[
			['lee75', 'article-journal', 'On Rays that bend', [[1975, 7]]],
			[undefined, 'book', 'The Book', [[1980]]],
		],
	);
	assert.deepEqual(papers[0]?.item.author, [
		{ family: 'Lee', given: 'Ann' },
		{ family: 'Ray', given: 'B. W.' },
	]);
});

test('a label that is a number or a remark is no key', () => {
	const keys = read('%0 Book\n%T A\n%F 12\n\n%0 Book\n%T B\n%F to read\n').papers.map(({ key }) => key);
	assert.deepEqual(keys, [undefined, undefined]);
});

test('an entry without title costs one problem, and the others stand', () => {
	const text = '%0 Book\n%T One\n\n%0 Book\n%A Lee, Ann\n\n%0 Book\n%D 1999\n\n%0 Book\n%T Four\n';
	const { papers, problems } = read(text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', undefined, 'Four'],
	);
	assert.deepEqual(
		problems.map(({ code, span }) => [code, span.start]),
		[
			['missing-field', text.indexOf('%0 Book\n%A')],
			['missing-field', text.indexOf('%0 Book\n%D')],
		],
	);
});

test('TeX, code and notes are not tagged files', () => {
	for (const text of [
		'%A comment of TeX\n%T and another\n%D one\n\\documentclass{article}\n',
		'%A comment\n%T x\n%D y\n@article{a, title={T}}\n',
		'% Source of the data\nx = 1\n',
		'%0 only\n',
		'50 %\n%T of\n',
		'%PDF-1.4\n',
	]) {
		assert.notEqual(formatOf(text)?.name, 'EndNote tagged', text);
	}
});
