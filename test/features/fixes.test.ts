/** The light bulb's entries for a citation, best first: `! Title` is preferred, followed by the changed line. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edit } from '../../server/src/features/findings/finding.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import type { CitationSyntax } from '../../server/src/notes/citation.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** `expected` are the cursor's line and the problem's code after each fix. */
function checkFixes(
	fixture: string,
	expected: readonly string[],
	syntaxes: readonly CitationSyntax[] = ['paper'],
): void {
	const { workspace, uri, note, offset } = workspaceOf(fixture, { settings: { syntaxes } });
	const line = note.text.slice(0, offset).split('\n').length - 1;
	const offered = fixes(workspace, uri, { start: offset, end: offset }).filter(
		({ command, later }) => !command && !later,
	);
	const seen = offered.map(
		({ mends, edits, preferred }) =>
			`${preferred ? '! ' : ''}${mends?.code ?? 'taste'}: ${mended(note.text, edits).split('\n')[line]}`,
	);
	assert.deepEqual(seen, expected);
}

function mended(text: string, edits: readonly Edit[]): string {
	return edits
		.toSorted((a, b) => b.span.start - a.span.start)
		.reduce((before, { span, newText }) => before.slice(0, span.start) + newText + before.slice(span.end), text);
}

const LIBRARY = `
//- /corpus.bib
@article{vaswani2017, ids = {transformer}, title = {Attention Is All You Need},
 author = {Vaswani, Ashish and Shazeer, Noam}, year = 2017}
@article{devlin-etal-2019-bert, title = {{BERT}: Pre-training of Deep Bidirectional Transformers},
 author = {Devlin, Jacob and Chang, Ming-Wei}, year = 2019, doi = {10.18653/v1/N19-1423}}
//- /note.md
`;

test('the paper that a mistyped key means is preferred', () =>
	checkFixes(`${LIBRARY}See @paper[see @vas|wni2017, p. 4; x].`, [
		'! unknown-paper: See @paper[see @vaswani2017, p. 4; x].',
	]));

test('the fix changes the one paper under the cursor', () =>
	checkFixes(`${LIBRARY}@paper[vaswni2017; devlin-etal-2018-|bert]`, [
		'! unknown-paper: @paper[vaswni2017; devlin-etal-2019-bert]',
	]));

test('every unknown key has a fix of its own, if only a search in its place', () => {
	const { workspace, uri, note, offset } = workspaceOf(`${LIBRARY}@paper[vaswni2017; xqz|vw99]`);
	const found = fixes(workspace, uri, { start: offset, end: offset });
	assert.deepEqual(
		found.map(({ title, command }) => [title, command?.at && note.text.slice(command.at.start, command.at.end)]),
		[
			['Search for another paper…', 'xqzvw99'],
			['Add a record for "xqzvw99" to corpus.bib', undefined],
		],
	);
});

test('without any papers a library can be chosen', () => {
	const { workspace, uri, offset } = workspaceOf('@paper[some|body]');
	const found = fixes(workspace, uri, { start: offset, end: offset });
	assert.deepEqual(
		found.map(({ title, command }) => [title, command?.name]),
		[['Choose your library…', 'paperNotes.chooseLibrary']],
	);
});

test('at both ends of a key its fix is offered', () => {
	checkFixes(`${LIBRARY}@paper[|vaswni2017]`, ['! unknown-paper: @paper[vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[vaswni2017|]`, ['! unknown-paper: @paper[vaswani2017]']);
});

test('a key that is an alias, a DOI or an arXiv id may become the key', () => {
	checkFixes(`${LIBRARY}@paper[trans|former]`, [
		'taste: @paper[vaswani2017]',
		'taste: @paper[+@transformer]',
		'taste: @paper[-@transformer]',
	]);
	checkFixes(`${LIBRARY}@paper[doi:10.18653/V1/N19-1423|]`, [
		'taste: @paper[devlin-etal-2019-bert]',
		'taste: @paper[+@doi:10.18653/V1/N19-1423]',
		'taste: @paper[-@doi:10.18653/V1/N19-1423]',
	]);
});

test('a key that is right has nothing to mend, and two other forms', () => {
	checkFixes(`${LIBRARY}@paper[vaswani|2017]`, ['taste: @paper[+@vaswani2017]', 'taste: @paper[-@vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[+@vaswani|2017, p. 4]`, [
		'taste: @paper[vaswani2017, p. 4]',
		'taste: @paper[-@vaswani2017, p. 4]',
	]);
});

test('each form says what it is, and shows how the citation would read', () => {
	const titles = (text: string) => {
		const { workspace, uri, offset } = workspaceOf(LIBRARY + text, { settings: { syntaxes: ['paper', 'pandoc'] } });
		return fixes(workspace, uri, { start: offset, end: offset }).map(({ title }) => title);
	};
	assert.deepEqual(titles('See @paper[x; -@vaswani|2017, p. 4].'), [
		'Cite in parentheses: @paper[x; vaswani2017, p. 4]',
		'Cite in the text: @paper[x; +@vaswani2017, p. 4]',
	]);
	assert.deepEqual(titles('See [@vaswani|2017].'), [
		'Cite in the text: @vaswani2017',
		'Leave out the author: [-@vaswani2017]',
	]);
});

test('keys after a comma become papers of their own, and a page stays a page', () => {
	checkFixes(`${LIBRARY}@paper[vaswani2017|, transformer]`, ['! malformed-citation: @paper[vaswani2017; transformer]']);
	checkFixes(`${LIBRARY}@paper[vaswani|2017,transformer , devlin-etal-2019-bert, p. 4; x]`, [
		'! malformed-citation: @paper[vaswani2017;transformer ; devlin-etal-2019-bert, p. 4; x]',
	]);
});

test("in Pandoc's brackets a key after a comma gets its @, too", () =>
	checkFixes(
		`${LIBRARY}[@vaswani|2017, transformer, p. 4]`,
		['! malformed-citation: [@vaswani2017; @transformer, p. 4]'],
		['paper', 'pandoc'],
	));

test('an unknown key before a comma and a paper has both fixes', () =>
	checkFixes(`${LIBRARY}@paper[vas|wni2017, devlin-etal-2019-bert]`, [
		'! unknown-paper: @paper[vaswani2017, devlin-etal-2019-bert]',
		'! malformed-citation: @paper[vaswni2017; devlin-etal-2019-bert]',
	]));

test('of an ambiguous key, each paper is offered and none preferred', () =>
	checkFixes(
		`
//- /papers/list.json
[{"type": "book", "title": "Green Apples", "author": [{"family": "Smith"}], "issued": {"date-parts": [[2020]]}},
 {"type": "book", "title": "Green Pears", "author": [{"family": "Smith"}], "issued": {"date-parts": [[2020]]}}]
//- /note.md
@paper[smith|2020green]
`,
		['ambiguous-paper: @paper[smith2020green-apples]', 'ambiguous-paper: @paper[smith2020green-pears]'],
	));

test('nothing is offered outside citations, in code and between papers', () => {
	checkFixes(`${LIBRARY}vas|wni2017`, []);
	checkFixes(`${LIBRARY}\`@paper[vas|wni2017]\``, []);
	checkFixes(`${LIBRARY}@pa|per[vaswni2017]`, []);
});

test('a citation that is not closed is closed after its last key, or with the key that was meant', () => {
	checkFixes(`${LIBRARY}See @paper[vas|wni2017`, [
		'! malformed-citation: See @paper[vaswani2017]',
		'malformed-citation: See @paper[vaswni2017]',
	]);
	checkFixes(`${LIBRARY}See @paper[vaswani|2017 and so on`, [
		'! malformed-citation: See @paper[vaswani2017] and so on',
	]);
	checkFixes(`${LIBRARY}See @paper[vaswani2017; 10.18653/v1/N19-1423| and; so on`, [
		'! malformed-citation: See @paper[vaswani2017; 10.18653/v1/N19-1423] and; so on',
		'taste: See @paper[vaswani2017; devlin-etal-2019-bert and; so on',
	]);
	checkFixes(`${LIBRARY}See @pap|er[vaswani2017, pp. 4-5 of it, 3`, [
		'! malformed-citation: See @paper[vaswani2017, pp. 4-5] of it, 3',
	]);
	checkFixes(`${LIBRARY}See @pap|er[vaswani2017, 4 of them`, [
		'! malformed-citation: See @paper[vaswani2017], 4 of them',
	]);
	checkFixes(`${LIBRARY}See @pap|er[`, ['! malformed-citation: See ']);
});

test('a bracket of another kind becomes the one that is missing, unless something else waits for it', () => {
	checkFixes(`${LIBRARY}@pap|er[vaswani2017) x`, ['! malformed-citation: @paper[vaswani2017] x']);
	checkFixes(`${LIBRARY}@pap|er[vaswani2017} x`, ['! malformed-citation: @paper[vaswani2017] x']);
	checkFixes(`${LIBRARY}(see @pap|er[vaswani2017) x`, ['! malformed-citation: (see @paper[vaswani2017]) x']);
});

test('an empty citation is removed with the space before it, and a semicolon that separates nothing alone', () => {
	checkFixes(`${LIBRARY}See @pa|per[ ], and`, ['! malformed-citation: See, and']);
	checkFixes(`${LIBRARY}@paper[vaswani2017; | ]`, ['! malformed-citation: @paper[vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[;| vaswani2017]`, ['! malformed-citation: @paper[ vaswani2017]']);
});

test('keys with a space between them are separated', () => {
	const both = '@paper[vaswani2017; devlin-etal-2019-bert]';
	checkFixes(`${LIBRARY}@paper[vaswani2017 devlin|-etal-2019-bert]`, [`! malformed-citation: ${both}`]);
	checkFixes(`${LIBRARY}@paper[vaswani2017 and devlin|-etal-2019-bert]`, [`! malformed-citation: ${both}`]);
	checkFixes(`${LIBRARY}@paper[see vaswani2017 transformer |p. 4]`, [
		'! malformed-citation: @paper[see @vaswani2017; transformer, p. 4]',
	]);
	checkFixes(`${LIBRARY}> @paper[vaswani2017 transformer |\n> 10.18653/v1/N19-1423; x]`.replace('\\n', '\n'), [
		'! malformed-citation: > @paper[vaswani2017; transformer; ',
	]);
});

test('words before a key are set apart by an @, words after it by a comma', () => {
	checkFixes(`${LIBRARY}@paper[see also vaswani|2017]`, ['! malformed-citation: @paper[see also @vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[vaswani|2017 p. 4; x]`, ['! malformed-citation: @paper[vaswani2017, p. 4; x]']);
	checkFixes(`${LIBRARY}@paper[see vaswani|2017 p. 4]`, ['! malformed-citation: @paper[see @vaswani2017, p. 4]']);
});

test('a sign without its @ gets it, and quotes around a key go', () => {
	checkFixes(`${LIBRARY}@paper[+vas|wani2017]`, ['! unknown-paper: @paper[+@vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[-vas|wani2017]`, ['! unknown-paper: @paper[-@vaswani2017]']);
	checkFixes(`${LIBRARY}@paper["vas|wani2017".]`, ['! unknown-paper: @paper[vaswani2017]']);
});

test('a query that was left where a key belongs becomes what it finds', () =>
	checkFixes(`${LIBRARY}@paper[attention is all| you]`, ['! malformed-citation: @paper[vaswani2017]']));

test('the second of the same paper goes, or the one that says less', () => {
	checkFixes(`${LIBRARY}@paper[vaswani2017; 10.18653/v1/N19-1423; transfor|mer]`, [
		'! repeated-paper: @paper[vaswani2017; 10.18653/v1/N19-1423]',
		'taste: @paper[vaswani2017; 10.18653/v1/N19-1423; vaswani2017]',
	]);
	checkFixes(`${LIBRARY}@paper[vaswani2017; see @vaswani2017|, p. 4; x]`, [
		'! repeated-paper: @paper[see @vaswani2017, p. 4; x]',
	]);
	checkFixes(`${LIBRARY}@paper[x; vaswani2017; vaswani2017|, p. 4]`, [
		'! repeated-paper: @paper[x; vaswani2017, p. 4]',
	]);
	checkFixes(`${LIBRARY}@paper[vaswani2017, p. 3; vaswani2017|, p. 4]`, [
		'taste: @paper[vaswani2017, p. 3; +@vaswani2017, p. 4]',
		'taste: @paper[vaswani2017, p. 3; -@vaswani2017, p. 4]',
	]);
});

test('what is nearly a citation becomes one', () => {
	const wrong = ['@papers[', '@Paper[', '@PAPERS[', '@paper [', '@ paper[', '@papr[', '@Apper[', '@peper['];
	for (const opening of wrong) {
		checkFixes(`${LIBRARY}See ${opening}see @vaswani|2017, p. 4; x].`, [
			'! misspelled-citation: See @paper[see @vaswani2017, p. 4; x].',
		]);
	}
	for (const [opening, closing] of ['()', '{}', '（）']) {
		checkFixes(`${LIBRARY}See @paper${opening}vaswani|2017; x${closing}.`, [
			'! misspelled-citation: See @paper[vaswani2017; x].',
		]);
	}
	checkFixes(`${LIBRARY}See @papers|[vaswani2017 and`, ['! misspelled-citation: See @paper[vaswani2017 and']);
});

test('full-width signs become the usual ones, but not those of other words', () => {
	checkFixes(`${LIBRARY}见＠paper【参见，＠vaswani２０|１７，第３章，见；x；y］。`, [
		'! misspelled-citation: 见@paper[参见，@vaswani2017,第３章，见;x;y]。',
	]);
	checkFixes(`${LIBRARY}See @paper[vaswani|2017，p. 3】.`, ['! misspelled-citation: See @paper[vaswani2017,p. 3].']);
});

test('the light bulb searches papers for a few unknown keys at a time, and remembers them', () => {
	const keys = Array.from({ length: 40 }, (_, index) => `andersen${1901 + index}leaves`);
	const corpus = keys.map((key) => `@article{${key}, title = {On ${key}}}`).join('\n');
	const cited = keys.map((key) => `@paper[${key.replace('ders', 'drs')}]`).join(' ');
	const { workspace, uri } = workspaceOf(`\n//- /bulb.bib\n${corpus}\n//- /note.md\n${cited}\n`);
	const offered = (): number =>
		Math.max(...fixes(workspace, uri, { start: 9, end: 9 }).map(({ edits }) => edits.length));
	assert.deepEqual([offered(), offered(), offered(), offered()], [17, 33, 40, 40]);
});

test('unknown keys are put right together where it is sure what they meant', () => {
	checkFixes(`${LIBRARY}@paper[vas|wni2017; devlin-etal-2019-brt; nobody]`, [
		'! unknown-paper: @paper[vaswani2017; devlin-etal-2019-brt; nobody]',
		'unknown-paper: @paper[vaswani2017; devlin-etal-2019-bert; nobody]',
	]);
});
