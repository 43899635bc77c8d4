import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameList } from '../../../server/src/corpus/formats/bibtex/nameList.ts';
import type { NameDraft } from '../../../server/src/corpus/paper.ts';
import { latexSource } from '../../../server/src/util/textKinds.ts';

/** A name as `given | particle | family | suffix`, a team in brackets. */
function shown(name: NameDraft): string {
	const parts = [name.given, name['dropping-particle'] ?? name['non-dropping-particle'], name.family, name.suffix];
	return name.literal === undefined ? parts.map((part) => part ?? '').join(' | ') : `[${name.literal}]`;
}

function check(source: string, ...expected: readonly string[]): void {
	assert.deepEqual(nameList(latexSource(source)).names.map(shown), expected, source);
}

test('the three forms of a name', () => {
	check('Donald E. Knuth', 'Donald E. |  | Knuth | ');
	check('Knuth, Donald E.', 'Donald E. |  | Knuth | ');
	check('King, Jr., Martin Luther', 'Martin Luther |  | King | Jr.');
});

test('particles are words in lower case before the family', () => {
	check('Ludwig van Beethoven', 'Ludwig | van | Beethoven | ');
	check('van der Berg, Jan', 'Jan | van der | Berg | ');
	check(
		"Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
		'Charles Louis Xavier Joseph | de la | Vallée Poussin | ',
	);
	check('Van Hulse, Jason', 'Jason |  | Van Hulse | ');
	check('{van der Berg}, Jan', 'Jan |  | van der Berg | ');
	check('bell hooks', ' | bell | hooks | ');
});

test('a given name that looks like a suffix is a given name', () => {
	check('Zhou, Xi', 'Xi |  | Zhou | ');
	check('ZHOU, XI', 'XI |  | ZHOU | ');
	check('Conti, M.D. and Conti, M. D.', 'M.D. |  | Conti | ', 'M. D. |  | Conti | ');
	check('Hart, JR and Hart, IV', 'JR |  | Hart | ', 'IV |  | Hart | ');
	check('Costa, Junior', 'Junior |  | Costa | ');
});

test('suffixes are found where people put them', () => {
	check('Steele, Jr., Guy L.', 'Guy L. |  | Steele | Jr.');
	check('Steele, Guy L., Jr.', 'Guy L. |  | Steele | Jr.');
	check('Guy L. Steele, Jr.', 'Guy L. |  | Steele | Jr.');
	check('Wood, David, M.D.', 'David |  | Wood | M.D.');
	check('Wood, Ph.D.', ' |  | Wood | Ph.D.');
	check('Zhou, Xi, Jr.', 'Xi |  | Zhou | Jr.');
});

test('names are parted by and outside braces, in any case and over lines', () => {
	check('A, B and C, D\n AND\tE, F', 'B |  | A | ', 'D |  | C | ', 'F |  | E | ');
	check('{Barnes and Noble} and {{Simon} and {Schuster}}', '[Barnes and Noble]', '[Simon and Schuster]');
	check('Anderson, Sandy and Brand, Ferdinand', 'Sandy |  | Anderson | ', 'Ferdinand |  | Brand | ');
	check('Roe, R.; Doe, J.', 'R. |  | Roe | ', 'J. |  | Doe | ');
});

test('a name in braces is a team; braces and accents inside a name are not', () => {
	check(
		'{OpenAI} and {\\AA}ngstr{\\"o}m, Anders and {\\\'E}mile Zola',
		'[OpenAI]',
		'Anders |  | Ångström | ',
		'Émile |  | Zola | ',
	);
	check('P.~J. {Mc{C}artney}', 'P. J. |  | McCartney | ');
	check('OpenAI', ' |  | OpenAI | ');
});

test('and others and et al. are no people', () => {
	assert.deepEqual(nameList(latexSource('A, B and others')), {
		names: [{ family: 'A', given: 'B' }],
		isTruncated: true,
	});
	assert.equal(nameList(latexSource('A, B and et al.')).isTruncated, true);
	assert.equal(nameList(latexSource('A, B')).isTruncated, false);
	check('A, B and and C, D and', 'B |  | A | ', 'D |  | C | ');
});

test('the extended form of BibLaTeX names its parts', () => {
	check('family=Berg, given=Jan, prefix=van den, useprefix=true', 'Jan | van den | Berg | ');
	check('given=Hans, family=Müller, suffix=Jr', 'Hans |  | Müller | Jr');
});

test('a command may end with a blank or empty braces, which are not part of the name', () => {
	check('Kaiser, \\L ukasz and Kaiser, \\L{}ukasz and Kaiser, {\\L}ukasz', ...Array(3).fill('Łukasz |  | Kaiser | '));
	check('J\\o rgen \\O{}rsted and O\\textquotesingle{}Neil, Ann', 'Jørgen |  | Ørsted | ', "Ann |  | O'Neil | ");
	check('{The \\LaTeX{} Team}', '[The LaTeX Team]');
});

test('what databases write for no author is nobody', () => {
	check('{[}Anonymous]');
	check('[Anonymous]');
	check('[No author name available]');
	check('Anonymous and Elm, Ed', ' |  | Anonymous | ', 'Ed |  | Elm | ');
});
