/** Citations by PMID, PMCID and ISBN: they name their paper, and the light bulb offers its key instead. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { problemsIn } from '../../server/src/features/problems.ts';
import { workspaceOf } from '../support/workspaceOf.ts';
import { checkProblems } from './markedProblems.ts';

const LIBRARY = `
//- /corpus.bib
@article{glands2015, title={Glands in Winter}, author={Fir, Fay}, journal={J}, year=2015, pmid={25930001}, pmcid={PMC4400001}}
@book{dunes2001, title={Dunes}, author={Ash, Ada}, publisher={P}, year=2001, isbn={3-16-148410-X}}
@incollection{tides2001, title={Tides}, author={Elm, Eva}, booktitle={Coasts}, publisher={P}, year=2001, isbn={978-0-306-40615-7}}
@book{coasts2001, title={Coasts}, editor={Oak, Otto}, publisher={P}, year=2001, isbn={0-306-40615-2}}
`;

test('PMIDs, PMCIDs and ISBNs in any notation name their paper', () =>
	checkProblems(`${LIBRARY}//- /note.md
@paper[pmid:25930001] @paper[PMID: 25930001, p. 4] @paper[https://pubmed.ncbi.nlm.nih.gov/25930001/]
@paper[pmcid:PMC4400001] @paper[pmcid: 4400001] @paper[PMC4400001]
@paper[https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4400001/] @paper[https://pmc.ncbi.nlm.nih.gov/articles/PMC4400001/]
@paper[isbn:316148410X] @paper[ISBN: 978-3-16-148410-0] @paper[isbn:9783161484100] @paper[isbn: 3 16 148410 X]
@paper[isbn:978-0-306-40615-7] names the book, not its chapter
@paper[pmid:25930002] @paper[isbn:978-1-4028-9462-6]
       ^^^^^^^^^^^^^ unknown-paper: No paper has the key "pmid:25930002".
                             ^^^^^^^^^^^^^^^^^^^^^^ unknown-paper: No paper has the key "isbn:978-1-4028-9462-6".
`));

test('the key of a file comes first, and one number of two papers is no clash of keys', () => {
	const { workspace } = workspaceOf(`
//- /corpus.bib
@book{pmid:7, title={Own}, author={Ash, Ada}, publisher={P}, year=2001}
@article{other, title={Other}, author={Elm, Eva}, journal={J}, year=2001, pmid={7}}
@book{one, title={One}, author={Ash, Ada}, publisher={P}, year=2001, isbn={3-16-148410-X}}
@book{two, title={Two}, author={Oak, Otto}, publisher={P}, year=1951, isbn={978-3-16-148410-0}}
//- /note.md
@paper[isbn:316148410X]
`);
	const keys = (name: string) => workspace.resolve(name).map(({ key }) => key);
	assert.deepEqual(keys('pmid:7'), ['pmid:7']);
	assert.deepEqual(keys('isbn:316148410X'), ['one', 'two']);
	assert.deepEqual(
		workspace.corpus.files().flatMap(({ uri }) => problemsIn(workspace, uri).map(({ code }) => code)),
		[],
	);
});

test('the light bulb offers the key', () => {
	for (const reference of ['pmid: 25930001', 'pmcid:PMC4400001']) {
		const { workspace, uri, note } = workspaceOf(`${LIBRARY}//- /note.md\nSee @paper[${reference}|].`);
		const offset = note.text.indexOf('pmc') < 0 ? note.text.indexOf('pmid') : note.text.indexOf('pmcid');
		const [first] = fixes(workspace, uri, { start: offset, end: offset });
		assert.equal(first?.title, 'Use the key "glands2015"');
		assert.deepEqual(
			first?.edits.map(({ newText }) => newText),
			['glands2015'],
		);
	}
});

test('papers in a front matter are found by their numbers, too', () =>
	checkProblems(`
---
references:
- id: glands
  type: article-journal
  title: Glands
  PMID: 25930001
- id: dunes
  type: book
  title: Dunes
  ISBN: 3-16-148410-X
---
@paper[pmid:25930001; isbn:9783161484100]
`));
