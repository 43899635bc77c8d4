/** EndNote XML: runs of style, types, keys. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endnoteXml } from '../../../server/src/corpus/formats/endnoteXml/endnoteXml.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';

const RECORD = `<record><database name="a.enl">a.enl</database><source-app name="EndNote" version="20">EndNote</source-app><rec-number>12</rec-number>
<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal" font="default" size="100%">Curie, Marie</style></author><author>Radium Institute,</author></authors></contributors>
<titles><title><style face="normal">On </style><style face="italic">Radium</style><style face="normal"> and H</style><style face="subscript">2</style></title><secondary-title>C R</secondary-title></titles>
<periodical><full-title><style>Comptes rendus</style></full-title></periodical><pages>127-8</pages><keywords><keyword>rays&#xD;radium</keyword></keywords>
<dates><year><style>1898</style></year><pub-dates><date><style>Jul 18</style></date></pub-dates></dates><isbn>1234-5678</isbn>
<electronic-resource-num>10.1000/x</electronic-resource-num><label><style>curie1898</style></label><urls><related-urls><url>https://x.org/7</url></related-urls><pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls></record>`;

const FILE = `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${RECORD}</records></xml>`;

test('a record gives its fields, with style as markup, and its label as key', () => {
	assert.ok(endnoteXml.accepts(FILE));
	const { papers, problems } = readAll(endnoteXml, FILE);
	assert.deepEqual(problems, []);
	assert.deepEqual(papers[0]?.item, {
		id: 'curie1898',
		type: 'article-journal',
		title: 'On <i>Radium</i> and H<sub>2</sub>',
		author: [{ family: 'Curie', given: 'Marie' }, { literal: 'Radium Institute' }],
		issued: { 'date-parts': [[1898, 7, 18]] },
		'container-title': 'Comptes rendus',
		page: '127-8',
		keyword: 'rays, radium',
		DOI: '10.1000/x',
		URL: 'https://x.org/7',
		ISSN: '1234-5678',
	});
	assert.deepEqual(papers[0]?.extra, { attachments: ['a.Data/PDF/1/a.pdf'] });
	assert.equal(FILE.slice(papers[0]?.keySpan?.start, papers[0]?.keySpan?.end), 'curie1898');
	assert.equal(FILE.slice(papers[0]?.span.start, papers[0]?.span.end), RECORD);
});

test('types are told by name before number, and a number is no key', () => {
	const read = (type: string) =>
		readAll(
			endnoteXml,
			`<records><record><ref-type ${type}</ref-type><titles><title>T</title><secondary-title>S</secondary-title></titles><label>42</label></record></records>`,
		).papers[0];
	assert.deepEqual([read('name="Book">6')?.item.type, read('name="Book">6')?.item['collection-title']], ['book', 'S']);
	assert.equal(read('>10')?.item.type, 'paper-conference');
	assert.equal(read('name="Conference Paper">47')?.item['container-title'], 'S');
	assert.equal(read('>99')?.item.type, 'document');
	assert.equal(read('>17')?.key, undefined);
});

test('a record cut off costs one problem and keeps what stands in it', () => {
	const { papers, problems } = readAll(endnoteXml, FILE.slice(0, FILE.indexOf('<pages>')));
	assert.equal(papers[0]?.item['container-title'], 'Comptes rendus');
	assert.equal(problems.length, 1);
});

test('several people in one element are several people', () => {
	const text =
		'<xml><records><record><ref-type name="Book">6</ref-type><contributors><authors><author>Lee, Ann and Ray, Bo</author><author>Food and Agriculture Organization</author></authors></contributors><titles><title>T</title></titles></record></records></xml>';
	const [paper] = readAll(endnoteXml, text).papers;
	assert.deepEqual(paper?.item.author, [
		{ family: 'Lee', given: 'Ann' },
		{ family: 'Ray', given: 'Bo' },
		{ literal: 'Food and Agriculture Organization' },
	]);
});
