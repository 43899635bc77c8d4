/** Citations of a note as LaTeX and Typst write them, and such citations pasted into a note. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latexCitation, latexCitations } from '../../../server/src/features/typesetting/latexCitations.ts';
import { citedWorks, noteCitation } from '../../../server/src/features/typesetting/noteCitation.ts';
import { pastedCitations, type Typesetter, typesetText } from '../../../server/src/features/typesetting/typesetting.ts';
import { untypesetReasons } from '../../../server/src/messages/citations.ts';
import { readNote } from '../../../server/src/notes/note.ts';
import { randomFrom, SEED } from '../../support/random.ts';
import { uriOf, workspaceOf } from '../../support/workspaceOf.ts';

const URI = uriOf('/note.md');

const BIB = `//- /corpus.bib
@article{ash, title = {Ash}, doi = {10.1000/1}}
@article{elm, title = {Elm}}
@article{DBLP:conf/x/Oak, title = {Oak}}
`;

function noteOf(text: string, syntaxes: readonly string[] = ['paper']) {
	return workspaceOf(`${BIB}//- /note.md\n${text}`, { settings: { syntaxes } }).workspace;
}

function typeset(text: string, to: Typesetter, syntaxes?: readonly string[]) {
	const whole = typesetText(noteOf(text, syntaxes), URI, { span: { start: 0, end: text.length }, to });
	assert.ok(whole);
	return whole;
}

function checkOut(note: string, latex: string, typst?: string): void {
	assert.deepEqual([typeset(note, 'latex').text, typeset(note, 'latex').left], [latex, []]);
	if (typst !== undefined) {
		assert.deepEqual([typeset(note, 'typst').text, typeset(note, 'typst').left], [typst, []]);
	}
}

test('each of the three forms has its command', () => {
	checkOut('See @paper[ash].', 'See \\autocite{ash}.', 'See @ash.');
	checkOut('@paper[+@ash] says', '\\textcite{ash} says', '#cite(<ash>, form: "prose") says');
	checkOut('Ash @paper[-@ash]', 'Ash \\autocite*{ash}', 'Ash #cite(<ash>, form: "year")');
});

test('locators and several papers stay, and a paper is named by its key', () => {
	checkOut('@paper[ash, p. 3; elm]', '\\autocites[p. 3]{ash}{elm}', '@ash[p. 3] @elm');
	checkOut('@paper[10.1000/1; elm]', '\\autocite{ash,elm}', '@ash @elm');
	checkOut('@paper[+@ash; +@elm]', '\\textcites{ash}{elm}');
	checkOut(
		'@paper[see *also* @ash, pp. 3--5 & [sic] 5%]',
		'\\autocite[see \\emph{also}][{pp. 3--5 \\& [sic] 5\\%}]{ash}',
	);
	checkOut('@paper[ash, fig. *a*_1]', '\\autocite[fig. \\emph{a}\\_1]{ash}', '@ash[fig. _a_\\_1]');
});

test("in Typst a key whose signs or neighbours would change it stands in a function's argument", () => {
	assert.equal(typeset('@paper[DBLP:conf/x/Oak]', 'typst').text, '#cite(label("DBLP:conf/x/Oak"))');
	assert.equal(typeset('@paper[ash]s', 'typst').text, '#cite(<ash>)s');
	assert.equal(typeset('@paper[ash][x]', 'typst').text, '#cite(<ash>);[x]');
	assert.equal(typeset('@paper[ash]. x', 'typst').text, '@ash. x');
});

test('what cannot be said is left, with the reason', () => {
	const left = (text: string, to: Typesetter): unknown => {
		const { text: after, left: places } = typeset(text, to);
		return [after === text, places.map(({ reason }) => reason)];
	};
	assert.deepEqual(left('@paper[see @ash]', 'typst'), [true, [untypesetReasons.typst.prefix]]);
	assert.deepEqual(left('@paper[ash; -@elm]', 'latex'), [true, [untypesetReasons.latex.mixed]]);
	assert.deepEqual(left('@paper[a#b]', 'latex'), [true, [untypesetReasons.latex.key]]);
	assert.equal((left('@paper[ash', 'latex') as unknown[])[0], true);
});

test("Pandoc's citations are written, too, and at a cursor the one that is there", () => {
	assert.equal(
		typeset('[see @ash, p. 3] @elm', 'latex', ['pandoc']).text,
		'\\autocite[see][p. 3]{ash} \\textcite{elm}',
	);
	const at = (offset: number) =>
		typesetText(noteOf('a @paper[ash] b'), URI, { span: { start: offset, end: offset }, to: 'latex' })?.text;
	assert.deepEqual([at(5), at(0)], ['\\autocite{ash}', undefined]);
});

function paste(
	pasted: string,
	into: { readonly note?: string; readonly syntaxes?: readonly string[]; readonly offset?: number } = {},
) {
	const { note = 'Text.\n\n', syntaxes, offset = note.length } = into;
	return pastedCitations(noteOf(note, syntaxes), URI, { offset, pasted });
}

test('commands of biblatex and natbib become citations of the note', () => {
	const check = (pasted: string, expected: string): void => assert.equal(paste(pasted)?.text, expected, pasted);
	check('As \\textcite{ash} says \\parencite[see][3]{ash}.', 'As @paper[+@ash] says @paper[see @ash, p. 3].');
	check('\\citep[see][chap.~2]{ash,elm}', '@paper[see @ash; elm, chap. 2]');
	check('\\autocites(see)()[3--5]{ash}[cf. \\emph{x}][]{elm}', '@paper[see @ash, pp. 3–5; cf. *x* @elm]');
	check('\\Citet*{ash} \\citeyearpar{ash} \\autocite*{elm}', '@paper[+@ash] @paper[-@ash] @paper[-@elm]');
	check('\\cite{ash}\\emph{x} \\citation{ash} \\cite[', '@paper[ash]\\emph{x} \\citation{ash} \\cite[');
	check('\\cite[see; or not][]{ash}, \\cite{elm}', '\\cite[see; or not][]{ash}, @paper[elm]');
});

test("Typst's citations become citations of the note; a reference only if a paper has its key", () => {
	assert.equal(
		paste('#cite(<ash>, supplement: [p. _3_], form: "prose") @elm[ch. 2] @fig-1 me@ash.org')?.text,
		'@paper[+@ash, p. *3*] @paper[elm, ch. 2] @fig-1 me@ash.org',
	);
	assert.equal(paste('#cite(label("DBLP:conf/x/Oak"))')?.text, '@paper[DBLP:conf/x/Oak]');
	assert.equal(paste('@ash', { syntaxes: ['paper', 'pandoc'] }), undefined);
});

test('pasted text stays as it is in code, in a citation, and where no paper is known', () => {
	const code = '```\n\n```\n';
	assert.equal(paste('\\cite{ash}', { note: code, offset: 4 }), undefined);
	assert.equal(paste('\\cite{ash}', { note: 'See @paper[a].', offset: 11 }), undefined);
	assert.equal(paste('\\cite{nobody}'), undefined);
	assert.equal(paste('\\cite{ash}', { note: 'See [@elm].', syntaxes: ['paper', 'pandoc'] })?.text, '[@ash]');
});

const PIECES = ['ash', 'elm', 'x/Oak', 'see ', ', p. 3', ', pp. 4--5', '; ', '+@', '-@', ' @', ' *x* ', '[', '$', '&'];

test(`what LaTeX says comes back as it was (SEED=${SEED})`, () => {
	const random = randomFrom(SEED);
	let converted = 0;
	for (let round = 0; round < 3000; round++) {
		const content = Array.from({ length: 1 + random(6) }, () => PIECES[random(PIECES.length)]).join('');
		const [citation] = readNote(`@paper[${content}]`, { syntaxes: ['paper'] }).citations;
		const isWell = citation?.closed && citation.problems.length === 0 && citation.items.every((item) => !item.problem);
		const there = citation && isWell ? latexCitation(citedWorks(citation, (key) => key)) : undefined;
		if (there && 'text' in there) {
			const [back] = latexCitations(there.text);
			const again = back && noteCitation('paper', back.works) && latexCitation(back.works);
			converted += again ? 1 : 0;
			assert.deepEqual(again ?? there, there, content);
		}
	}
	assert.ok(converted > 200, `${converted} converted`);
});
