/** What is written is read again as it was. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslJson } from '../../../server/src/corpus/formats/csl/cslJson.ts';
import { readAll } from '../../../server/src/corpus/formats/format.ts';
import type { CslItem, CslName } from '../../../server/src/corpus/paper.ts';
import { latexNames } from '../../../server/src/corpus/writers/latexNames.ts';
import { richLatex } from '../../../server/src/corpus/writers/latexText.ts';
import { LOSSES, lostFields } from '../../../server/src/corpus/writers/losses.ts';
import { titleLatex } from '../../../server/src/corpus/writers/titleLatex.ts';
import { type ExportFormat, WRITERS } from '../../../server/src/corpus/writers/writers.ts';
import { richText, withRichText } from '../../../server/src/util/textKinds.ts';
import { FIXTURES, LOSSY } from './fixtures.ts';
import { differences, FORMATS } from './readBack.ts';

for (const format of FORMATS) {
	test(`papers of every kind read back equal from ${format}, but for what its table names`, () => {
		const unlisted = differences(format, FIXTURES).filter(({ key, field }) => !lost(format, key).has(field));
		assert.deepEqual(unlisted, []);
	});

	test(`each row of the table of ${format} is needed`, () => {
		const papers = [...FIXTURES, ...LOSSY];
		const changed = new Set(differences(format, papers).map(({ key, field }) => `${key} ${field}`));
		const idle = LOSSES[format].filter(
			({ fields }) => !papers.some((paper) => fields(paper).some((field) => changed.has(`${paper.key} ${field}`))),
		);
		assert.deepEqual(
			idle.map(({ reason }) => reason),
			[],
		);
	});
}

function lost(format: ExportFormat, key: string): ReadonlySet<string> {
	const paper = FIXTURES.find((one) => one.key === key);
	assert.ok(paper);
	return lostFields(format, paper);
}

test('LaTeX has every sign as text, and formulas as they are', () => {
	const latex = (text: string) => richLatex(richText(text));
	assert.equal(latex('R&D: 5 % of #1, a_b'), 'R\\&D: 5 \\% of \\#1, a\\_b');
	assert.equal(
		latex('{a, b} \\ ~ ^ <'),
		'\\textbraceleft{}a, b\\textbraceright{} \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\textless{}',
	);
	assert.equal(latex('On <i>E. coli</i> in H<sub>2</sub>O'), 'On \\emph{E. coli} in H\\textsubscript{2}O');
	assert.equal(latex('Solve $x_{i}^2$ for \\$5'), 'Solve $x_{i}^2$ for \\$5');
	assert.equal(latex('an <i>odd <b>nest</i> of tags</b>'), 'an \\emph{odd \\textbf{nest}} of tags');
});

test('titles keep acronyms, and names where only names have capitals', () => {
	const latex = (text: string) => titleLatex(richText(text));
	assert.equal(latex('Attention Is All You Need'), 'Attention Is All You Need');
	assert.equal(latex('BERT: Pre-training of Deep Models'), '{BERT}: Pre-training of Deep Models');
	assert.equal(latex('Stories of London and its people: Lost words'), 'Stories of {London} and its people: Lost words');
	assert.equal(latex('Sorting in $O(N)$'), 'Sorting in {$O(N)$}');
});

test('names are written for plain BibTeX', () => {
	const names: readonly CslName[] = withRichText<readonly CslName[]>([
		{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
		{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
		{ literal: 'Ash, Elm and Partners' },
		{ family: 'de la Cruz', given: 'Juan' },
		{ family: 'Van Dyke' },
		{ family: 'Sadek', given: 'M.D.' },
		{ family: 'Sadek', given: 'III' },
	]);
	assert.deepEqual(latexNames(names, true).split(/ and (?!Partners)/), [
		'van der Maaten, Laurens',
		'King, Jr., Martin Luther',
		'{Ash, Elm and Partners}',
		'{de la Cruz}, Juan',
		'{Van Dyke}{}',
		'Sadek, M.D.',
		'III Sadek',
		'others',
	]);
});

test("an entry of BibTeX has the fields that BibTeX knows, and BibLaTeX's where those do not suffice", () => {
	const item = withRichText<CslItem>({
		type: 'article-journal',
		title: 'Leaves of GPT-4',
		author: [{ family: 'Ash', given: 'Ann' }],
		'container-title': 'Trees & Bark',
		issued: { 'date-parts': [[2017, 6, 2]] },
		issue: '3',
		page: '1-9',
		DOI: '10.1000/a_b',
	});
	assert.equal(
		WRITERS.bibtex([{ key: 'ash2017', aliases: ['leaves'], item, extra: { arxiv: '1706.00001' } }]),
		`@article{ash2017,
  author = {Ash, Ann},
  title = {Leaves of {GPT}-4},
  journal = {Trees \\& Bark},
  date = {2017-06-02},
  year = {2017},
  month = jun,
  number = {3},
  pages = {1--9},
  doi = {10.1000/a_b},
  eprint = {1706.00001},
  archiveprefix = {arXiv},
  ids = {leaves},
}
`,
	);
});

test('what others write into `custom` of CSL-JSON is no data of the paper', () => {
	const custom = {
		arxiv: 5,
		categories: 'x',
		hasCode: 'yes',
		pdfUrl: 'javascript:alert(1)',
		score: '3',
		translations: [7],
	};
	const { papers } = readAll(cslJson, JSON.stringify([{ id: 'a', type: 'book', title: 'A', custom }]));
	assert.deepEqual(papers[0]?.extra, undefined);
});
