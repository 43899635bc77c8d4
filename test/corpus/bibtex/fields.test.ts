import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtex } from '../../../server/src/corpus/formats/bibtex/bibtex.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { CslItem, PaperRecord } from '../../../server/src/corpus/paper.ts';
import { plainText } from '../../../server/src/corpus/text/richText.ts';

function first(text: string): PaperRecord {
	const [paper] = readAll(bibtex, text).papers;
	assert.ok(paper !== undefined);
	return paper;
}

/** The first entry of `text` gives at least `expected`. */
function check(text: string, expected: Readonly<Record<string, unknown>>): void {
	const item: Partial<CslItem> = first(text).item;
	const actual = Object.fromEntries(Object.keys(expected).map((name) => [name, Reflect.get(item, name)]));
	assert.deepEqual(actual, expected);
}

test('BibTeX and BibLaTeX names of a field are one variable', () => {
	const expected = {
		type: 'article-journal',
		'container-title': 'Mind',
		'publisher-place': 'Oxford',
		issued: { 'date-parts': [[1950, 10]] },
		volume: '59',
		issue: '236',
		page: '433-460',
	};
	check(
		'@article{a, title={x}, journal={Mind}, address={Oxford}, year=1950, month=oct, volume=59, number={236}, pages={433--460}}',
		expected,
	);
	check(
		'@article{a, title={x}, journaltitle={Mind}, location={Oxford}, date={1950-10}, volume=59, issue=236, pages={433 – 460}}',
		expected,
	);
});

test('parts of books and proceedings have a container, books a series', () => {
	check('@incollection{a, title={x}, booktitle={Handbook}, booksubtitle={Of all}, series={S}, number=3, chapter=2}', {
		type: 'chapter',
		'container-title': 'Handbook: Of all',
		'collection-title': 'S',
		'collection-number': '3',
		'chapter-number': '2',
	});
	check('@inproceedings{a, title={x}, booktitle={ACL}, venue={Rome}, eventtitle={E}}', {
		type: 'paper-conference',
		'container-title': 'ACL',
		'event-place': 'Rome',
		'event-title': 'E',
	});
	check('@book{a, title={x}, booktitle={X}}', { type: 'book', 'container-title': undefined });
});

test('theses, reports and others say who issued them and what they are', () => {
	check('@phdthesis{a, title={x}, school={MIT}}', { type: 'thesis', genre: 'PhD thesis', publisher: 'MIT' });
	check('@techreport{a, title={x}, institution={NASA}, number={TR-1}}', {
		type: 'report',
		publisher: 'NASA',
		number: 'TR-1',
	});
	check('@article{a, title={x}, entrysubtype={newspaper}}', { type: 'article-newspaper' });
	check('@online{a, title={x}, url={https://a.b/c_d}, urldate={2020-02-03}}', {
		type: 'webpage',
		URL: 'https://a.b/c_d',
		accessed: { 'date-parts': [[2020, 2, 3]] },
	});
	check('@misc{a, title={x}, howpublished={\\url{http://a.b/\\~c}}}', { type: 'document', URL: 'http://a.b/~c' });
});

test('titles have their subtitle, and an addition is a note', () => {
	check('@book{a, title={One}, subtitle={Two}, titleaddon={Three}}', { title: 'One: Two', note: 'Three' });
	check('@book{a, title={Why?}, subtitle={So}}', { title: 'Why? So' });
});

test('text is decoded, addresses and identifiers are not', () => {
	check('@misc{a, title={Na{\\"\\i}ve $x_1$}, url={http://a.b/c--d~e\\_f%20}, doi={https://doi.org/10.1000/a_b<c>}}', {
		title: 'Naïve $x_1$',
		URL: 'http://a.b/c--d~e_f%20',
		DOI: '10.1000/a_b<c>',
	});
});

test('keywords are parted by semicolons or commas and stand once each, from one field or many', () => {
	check('@misc{a, title={x}, keywords={one, two;three}}', { keyword: 'one, two, three' });
	check('@misc{a, title={x}, keywords={one,two ,one}, keywords={four}}', { keyword: 'one, two, four' });
});

test('journal macros of astronomers are journals', () => {
	check('@article{a, title={x}, journal={\\apj}}', { 'container-title': 'Astrophysical Journal' });
});

test('a child takes over what it lacks, with the parent before or after it', () => {
	const child = '@inproceedings{c, title={T}, pages={1--2}, crossref={P}}';
	const parent = '@proceedings{p, title={Proc}, subtitle={Sub}, year=1999, doi={10.1000/182}, editor={A B}}';
	for (const text of [`${child}\n${parent}`, `${parent}\n${child}`]) {
		const item = readAll(bibtex, text).papers.find((paper) => paper.key === 'c')?.item;
		assert.equal(item?.title, 'T');
		assert.equal(item?.['container-title'], 'Proc: Sub');
		assert.deepEqual(item?.issued, { 'date-parts': [[1999]] });
		assert.deepEqual(item?.editor, [{ family: 'B', given: 'A' }]);
		assert.equal(item?.DOI, undefined);
	}
});

test('xdata is no paper, is inherited whole, and may be nested or circular', () => {
	const text =
		'@book{b, title={T}, xdata={x, y}}\n@xdata{x, publisher={P}, xdata={z}}\n@xdata{y, year=1999}\n@xdata{z, location={L}, xdata={x}}';
	check(text, { publisher: 'P', 'publisher-place': 'L', issued: { 'date-parts': [[1999]] } });
	assert.equal(readAll(bibtex, text).papers.length, 1);
	check('@book{a, title={A}, crossref={b}}\n@book{b, publisher={P}, title={B}, crossref={a}}', { publisher: 'P' });
});

test('ids are aliases', () => {
	assert.deepEqual(first('@misc{a, title={x}, ids={b, a, c}}').aliases, ['b', 'c']);
	assert.deepEqual(
		first(String.raw`@misc{a, title={x}, ids={a\_b,
	c\&d}}`).aliases,
		['a_b', 'c&d'],
	);
});

test('an arXiv paper is a preprint with its id and classes', () => {
	const paper = first('@misc{a, title={x}, eprint={2506.14731v2}, archiveprefix={arXiv}, primaryclass={cs.CL}}');
	assert.equal(paper.item.type, 'article');
	assert.deepEqual(paper.extra, { arxiv: '2506.14731', categories: ['cs.CL'] });
	for (const field of [
		'eprint={math.GT/0309136}, eprinttype={arxiv}',
		'url={http://arxiv.org/abs/math.GT/0309136v1}',
		'journal={arXiv preprint arXiv:math.GT/0309136}',
	]) {
		assert.equal(first(`@article{a, title={x}, ${field}}`).extra?.arxiv, 'math.GT/0309136', field);
	}
	assert.equal(first('@article{a, title={x}, eprint={12345678}, eprinttype={pubmed}}').item.PMID, '12345678');
});

test('attachments of Zotero, JabRef and Mendeley are paths', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['Full Text:files/1/a.pdf:application/pdf;Snapshot:files/2/b.html:text/html', ['files/1/a.pdf', 'files/2/b.html']],
		[':a.pdf:PDF', ['a.pdf']],
		[':home/me/Paper\\; two.pdf:pdf;:b\\:c.pdf:pdf', ['home/me/Paper; two.pdf', 'b:c.pdf']],
		['Draft:C\\:\\\\Users\\\\me\\\\a.pdf:PDF', ['C:\\Users\\me\\a.pdf']],
		['/home/me/Smith;Jones/a.pdf', ['/home/me/Smith;Jones/a.pdf']],
		['a.pdf;b.pdf', ['a.pdf', 'b.pdf']],
		['C:\\papers\\a.pdf', ['C:\\papers\\a.pdf']],
		[':/a b.epub:EPUB, :/a b.pdf:PDF', ['/a b.epub', '/a b.pdf']],
	];
	for (const [file, paths] of cases) {
		assert.deepEqual(first(`@misc{a, title={x}, file={${file}}}`).extra?.attachments, paths, file);
	}
});

test('a date that is none is kept as its text, without LaTeX', () =>
	check('@book{a, title={x}, date={in \\emph{press}}, origdate={circa \\textasciitilde{}1900}}', {
		issued: { literal: 'in press' },
		'original-date': { literal: 'circa ~1900' },
	}));

test('what LaTeX prints is read: branches for text, no names of commands', () => {
	const title = (source: string) => plainText(first(`@misc{a, title={${source}}}`).item.title);
	assert.equal(title(String.raw`Pi\ifmmode \check{z}\else \v{z}\fi{}orn`), 'Pižorn');
	assert.equal(title(String.raw`10 \ifmmode\pm\else\textpm\fi{} 2`), '10 ± 2');
	assert.equal(title(String.raw`Growth on Ni\{111\} and {GaAs\{001\}} faces`), 'Growth on Ni{111} and GaAs{001} faces');
	assert.equal(
		title(String.raw`Choosing among \{a, b\} of \textbraceleft{}c\textbraceright`),
		'Choosing among {a, b} of {c}',
	);
	assert.equal(title(String.raw`The \textbackslash{}emph\{word\} and \{this\}`), 'The word and {this}');
	assert.equal(title(String.raw`\{\vphantom\}{{GaN}}\vphantom\{\} layers`), 'GaN layers');
	assert.equal(title(String.raw`In\_\{x\}Ga and Ni{\{}111{\}}`), 'In_xGa and Ni{111}');
	assert.equal(title(String.raw`On {\{}GaAs{\}} and P2X\textunderscore\{\}4`), 'On GaAs and P2X_4');
	assert.equal(title(String.raw`Use \verb+x_1{}$+ and \verb|\emph{a}| now`), 'Use x_1{}$ and \\emph{a} now');
	assert.equal(title(String.raw`Le mot {\og}usage{\fg} et la chose`), 'Le mot «usage» et la chose');
	assert.equal(title(String.raw`A \unknowncommand{kept} word`), 'A kept word');
	assert.equal(title(String.raw`{\aftergroup\ignorespaces}Este`), 'Este');
	assert.equal(title(String.raw`Actes du 4\textsuperscript{ème} congrès`), 'Actes du 4ème congrès');
	assert.equal(title('Al$_{0.3}$Ga$_{0.7}$As'), 'Al₀.₃Ga₀.₇As');
	assert.equal(title(String.raw`{\cyrchar\CYRM}{\cyrchar\cyri}{\cyrchar\cyrr}`), 'Мир');
	assert.equal(title('A <scp>NLP</scp> view of <it>E. coli</it>'), 'A NLP view of E. coli');
});

test('the journal of a thesis and of a book is kept', () => {
	check('@phdthesis{a, title={T}, journal={ProQuest}}', { 'container-title': 'ProQuest' });
	check('@book{a, title={T}, journal={Great Series}}', { 'collection-title': 'Great Series' });
	check('@book{a, title={T}, journal={J}, series={S}}', { 'collection-title': 'S' });
});

test('a year in brackets beside another is that of the first edition', () => {
	for (const year of ['[1990] 2002', '2002 [1990]']) {
		check(`@book{a, title={T}, year={${year}}}`, {
			issued: { 'date-parts': [[2002]] },
			'original-date': { 'date-parts': [[1990]] },
		});
	}
});

test('settings of styles are no papers, and a key without its comma is one problem', () => {
	const text =
		'@IEEEtranBSTCTL{ctl, ctluse_alt_spacing = "yes"}\n@CONTROL{REVTEX41Control}\n@FOOTNOTE{Note1, note="x"}\n';
	assert.deepEqual(readAll(bibtex, text), { papers: [], problems: [] });
	const { papers, problems } = readAll(
		bibtex,
		'@article{k title={X}, author={Ode, Ann}, journal={J}, year={2001}}\n@book{l\n title={Y}, author={Ode, Ann}, year={2001}}',
	);
	assert.deepEqual(
		papers.map(({ key, item }) => `${key} ${item.title}`),
		['k X', 'l Y'],
	);
	assert.equal(problems.length, 2);
});

test('numbers and "et al." are no names, and a suffix is no initial', () => {
	const people = (author: string) => first(`@misc{a, title={T}, author={${author}}}`).item.author;
	assert.deepEqual(people('Oded Goldreich 0001'), [{ family: 'Goldreich', given: 'Oded' }]);
	assert.deepEqual(people('Smith, J. et al.'), [{ family: 'Smith', given: 'J.' }]);
	assert.equal(people('Smith J, Jones B')?.length, 2);
	assert.equal(people('Rogers III, John G.')?.length, 1);
	assert.deepEqual(people('family=Humboldt, given=Alexander, prefix=von, useprefix=False'), [
		{ family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
	]);
});
