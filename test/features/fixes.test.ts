/** What the light bulb offers on a citation, best first: `! Title` is preferred, and the line is shown as it becomes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixes } from '../../server/src/features/fixes.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

/** `expected` are the cursor's line and the problem's code after each fix. */
function checkFixes(fixture: string, expected: readonly string[]): void {
	const { workspace, uri, note, offset } = workspaceOf(fixture);
	const seen = fixes(workspace, uri, offset).map(({ mends, span, newText, preferred }) => {
		const after = note.text.slice(0, span.start) + newText + note.text.slice(span.end);
		const line = after.slice(after.lastIndexOf('\n', span.start - 1) + 1).split('\n')[0];
		return `${preferred ? '! ' : ''}${mends ?? 'taste'}: ${line}`;
	});
	assert.deepEqual(seen, expected);
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

test('at both ends of a key its fix is offered', () => {
	checkFixes(`${LIBRARY}@paper[|vaswni2017]`, ['! unknown-paper: @paper[vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[vaswni2017|]`, ['! unknown-paper: @paper[vaswani2017]']);
});

test('a key that is an alias, a DOI or an arXiv id may become the key', () => {
	checkFixes(`${LIBRARY}@paper[trans|former]`, ['taste: @paper[vaswani2017]']);
	checkFixes(`${LIBRARY}@paper[doi:10.18653/V1/N19-1423|]`, ['taste: @paper[devlin-etal-2019-bert]']);
});

test('a key that is right has nothing to mend', () => {
	checkFixes(`${LIBRARY}@paper[vaswani|2017]`, []);
	checkFixes(`${LIBRARY}@paper[vaswani|2017, p. 4]`, []);
});

test('keys after a comma become papers of their own, and a page stays a page', () => {
	checkFixes(`${LIBRARY}@paper[vaswani2017|, transformer]`, ['! malformed-citation: @paper[vaswani2017; transformer]']);
	checkFixes(`${LIBRARY}@paper[vaswani|2017,transformer , devlin-etal-2019-bert, p. 4; x]`, [
		'! malformed-citation: @paper[vaswani2017;transformer ; devlin-etal-2019-bert, p. 4; x]',
	]);
});

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

test('a citation that is not closed has the fix of its first word', () =>
	checkFixes(`${LIBRARY}See @paper[vas|wni2017`, ['! unknown-paper: See @paper[vaswani2017']));
