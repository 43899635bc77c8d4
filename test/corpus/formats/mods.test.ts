/** MODS from library catalogues, the ACL Anthology and bibutils. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import { formatOf } from '../../../server/src/corpus/formats/formats.ts';
import { mods } from '../../../server/src/corpus/formats/mods/mods.ts';

function read(text: string) {
	assert.equal(formatOf(text)?.name, 'MODS');
	return readAll(mods, text);
}

const ANTHOLOGY = `<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="lee-2019-trees">
    <titleInfo>
        <title>Trees: of <i>words</i> &amp; more</title>
    </titleInfo>
    <name type="personal">
        <namePart type="given">Ann</namePart>
        <namePart type="given">B</namePart>
        <namePart type="family">Lee</namePart>
        <role><roleTerm authority="marcrelator" type="text">author</roleTerm></role>
    </name>
    <name type="personal">
        <namePart type="given">Jan</namePart>
        <namePart type="family">van der Berg</namePart>
        <role><roleTerm authority="marcrelator" type="code">aut</roleTerm></role>
    </name>
    <originInfo><dateIssued>2019-06</dateIssued></originInfo>
    <typeOfResource>text</typeOfResource>
    <relatedItem type="host">
        <titleInfo><title>Proceedings of Woods</title></titleInfo>
        <name type="personal">
            <namePart type="given">Bob</namePart>
            <namePart type="family">Ray</namePart>
            <role><roleTerm authority="marcrelator" type="text">editor</roleTerm></role>
        </name>
        <originInfo>
            <publisher>Society of Woods</publisher>
            <place><placeTerm type="text">Oslo, Norway</placeTerm></place>
        </originInfo>
        <genre authority="marcgt">conference publication</genre>
        <identifier type="isbn">978-3-16-148410-0</identifier>
    </relatedItem>
    <abstract>They grow.</abstract>
    <identifier type="citekey">lee-2019-trees</identifier>
    <identifier type="doi">10.1000/w-1</identifier>
    <location><url>https://example.org/w-1</url></location>
    <part>
        <date>2019-06</date>
        <extent unit="page"><start>11</start><end>19</end></extent>
    </part>
</mods>
</modsCollection>
`;

test('a paper in proceedings has what its host gives', () => {
	const { papers, problems } = read(ANTHOLOGY);
	assert.deepEqual(problems, []);
	const [paper] = papers;
	assert.equal(paper?.key, 'lee-2019-trees');
	assert.deepEqual(paper.item, {
		id: 'lee-2019-trees',
		type: 'paper-conference',
		title: 'Trees: of <i>words</i> & more',
		author: [
			{ family: 'Lee', given: 'Ann B' },
			{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
		],
		editor: [{ family: 'Ray', given: 'Bob' }],
		issued: { 'date-parts': [[2019, 6]] },
		'container-title': 'Proceedings of Woods',
		page: '11-19',
		publisher: 'Society of Woods',
		'publisher-place': 'Oslo, Norway',
		abstract: 'They grow.',
		DOI: '10.1000/w-1',
		URL: 'https://example.org/w-1',
		ISBN: '978-3-16-148410-0',
	});
	assert.equal(ANTHOLOGY.slice(paper.keySpan?.start, paper.keySpan?.end), 'lee-2019-trees');
	assert.ok(ANTHOLOGY.slice(paper.span.start, paper.span.end).startsWith('<mods ID='));
});

test('a single record of a catalogue, with a prefix, is a book', () => {
	const text = `<mods:mods xmlns:mods="http://www.loc.gov/mods/v3" version="3.7"><mods:titleInfo><mods:nonSort>The </mods:nonSort><mods:title>tempest</mods:title><mods:subTitle>a comedy</mods:subTitle><mods:partNumber>Vol. 2</mods:partNumber></mods:titleInfo>
<mods:titleInfo type="alternative"><mods:title>Storm</mods:title></mods:titleInfo>
<mods:name type="personal"><mods:namePart>Lee, Ann,</mods:namePart><mods:namePart type="date">1950-</mods:namePart><mods:role><mods:roleTerm type="code">aut</mods:roleTerm></mods:role></mods:name>
<mods:name type="personal"><mods:namePart>Print, Peter</mods:namePart><mods:role><mods:roleTerm type="code">prt</mods:roleTerm></mods:role></mods:name>
<mods:name type="corporate"><mods:namePart>Society of Storms</mods:namePart></mods:name>
<mods:originInfo><mods:place><mods:placeTerm type="code">no</mods:placeTerm></mods:place><mods:place><mods:placeTerm type="text">Oslo</mods:placeTerm></mods:place><mods:publisher>Press</mods:publisher><mods:dateIssued>c1998.</mods:dateIssued><mods:issuance>monographic</mods:issuance></mods:originInfo>
<mods:language><mods:languageTerm type="code">eng</mods:languageTerm></mods:language>
<mods:physicalDescription><mods:extent>xi, 212 p. ; 24 cm</mods:extent></mods:physicalDescription>
<mods:subject><mods:topic>Storms</mods:topic></mods:subject><mods:subject><mods:topic>Islands</mods:topic></mods:subject>
<mods:identifier type="isbn" invalid="yes">0000000000</mods:identifier></mods:mods>`;
	const { papers, problems } = read(text);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		type: 'book',
		title: 'The tempest: a comedy. Vol. 2',
		author: [{ family: 'Lee', given: 'Ann' }, { literal: 'Society of Storms' }],
		issued: { 'date-parts': [[1998]] },
		'number-of-pages': '212',
		publisher: 'Press',
		'publisher-place': 'Oslo',
		language: 'eng',
		keyword: 'Storms, Islands',
	});
	assert.equal(text.slice(papers[0]?.keySpan?.start, papers[0]?.keySpan?.end), 'tempest');
});

test('articles, theses and chapters are told apart', () => {
	const paper = (content: string) =>
		read(`<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo>${content}</mods>`).papers[0]
			?.item;
	const article = paper(
		'<genre authority="bibutilsgt">journal article</genre><relatedItem type="host"><titleInfo><title>Journal</title></titleInfo><titleInfo type="abbreviated"><title>J.</title></titleInfo><identifier type="issn">1234-567X</identifier><part><date>2001</date><detail type="volume"><number>7</number></detail><detail type="issue"><number>2</number></detail><extent unit="page"><start>1</start><end>9</end></extent></part></relatedItem>',
	);
	assert.deepEqual(
		[article?.type, article?.volume, article?.issue, article?.page, article?.['container-title-short']],
		['article-journal', '7', '2', '1-9', 'J.'],
	);
	assert.deepEqual(article?.issued, { 'date-parts': [[2001]] });
	assert.equal(paper('<genre>Ph.D. thesis</genre>')?.type, 'thesis');
	const thesis = paper(
		'<genre>dissertation</genre><name type="corporate"><namePart>A University</namePart><role><roleTerm type="text">degree grantor</roleTerm></role></name>',
	);
	assert.equal(thesis?.publisher, 'A University');
	assert.equal(thesis.author, undefined);
	assert.equal(
		paper('<relatedItem type="host"><titleInfo><title>B</title></titleInfo><genre>book</genre></relatedItem>')?.type,
		'chapter',
	);
	assert.equal(paper('<typeOfResource>cartographic</typeOfResource>')?.type, 'map');
});

test('a broken record costs one problem, and the others stand', () => {
	const text =
		'<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>One</title></titleInfo></mods>\n<mods><titleInfo><title>Two</title>\n<mods><name><namePart>Lee, Ann</namePart></name></mods><mods><titleInfo><title>Four</title></titleInfo></mods></modsCollection>';
	const { papers, problems } = read(text);
	assert.deepEqual(
		papers.map(({ item }) => item.title),
		['One', 'Two', undefined, 'Four'],
	);
	assert.deepEqual(
		problems.map(({ code }) => code),
		['unreadable-entry', 'missing-field'],
	);
});
