/** Papers related to a paper, and papers that a paragraph may cite. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { papersForParagraph, papersLikePaper, papersLikeText } from '../../server/src/features/related/papersLike.ts';
import type { FoundPaper } from '../../server/src/features/searching/paperSearch.ts';
import { searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const NOTE = `# On reefs

Corals lose their algae when the sea warms, as Okafor et al. (2019) saw @paper[okafor2019].
Bleaching of tropical reefs recurs.

Transistors shrink.
`;

const { workspace } = workspaceOf(`
//- /corpus.bib
@article{okafor2019, title = {Heat and the Bleaching of Corals}, author = {Okafor, Ada}, year = 2019,
  abstract = {Corals expel their algae in warming water. Bleaching of tropical reefs follows marine heatwaves.}}
@article{lindt2021, title = {Marine Heatwaves on Tropical Reefs}, author = {Lindt, Bo}, year = 2021,
  abstract = {We map bleaching of corals during heatwaves.}}
@article{okafor2012, title = {A Field Guide to Ferns}, author = {Okafor, Ada}, year = 2012,
  abstract = {Ferns of shaded valleys.}}
@article{meyer2015, title = {Transistors Below Ten Nanometres}, author = {Meyer, Ida}, year = 2015,
  abstract = {Gate leakage in small devices.}}
@article{corals2001, title = {Letters to a Friend}, author = {Corals, Jean}, year = 2001}
${['Ships', 'Bridges', 'Looms', 'Clocks', 'Kilns', 'Roads'].map((word) => `@book{${word.toLowerCase()}, title = {The History of ${word}}, year = 1999}`).join('\n')}
//- /note.md
${NOTE}`);

function keysOf(papers: readonly FoundPaper[]): string {
	return papers.map(({ key }) => key).join(' ');
}

function keysFor(query: string): string {
	return keysOf(searchPapers(workspace, { query, limit: 10, offset: 0, uri: undefined }).papers);
}

function forParagraph(from: string, to = from): string {
	const within = { start: NOTE.indexOf(from), end: NOTE.indexOf(to) + (to === from ? 0 : to.length) };
	return keysOf(papersForParagraph(workspace, uriOf('/note.md'), { within, limit: 10 }));
}

const OPTIONS = { limit: 10, uri: undefined };

test('papers that share rare words with a paper are related to it, and the paper is not', () => {
	const [first, ...others] = keysOf(papersLikePaper(workspace, 'okafor2019', OPTIONS)).split(' ');
	assert.equal(first, 'lindt2021');
	assert.ok(!others.includes('okafor2019') && !others.includes('meyer2015') && !others.includes('ships'));
});

test('a name that is also a word counts for little', () => {
	assert.equal(
		keysOf(papersLikeText(workspace, 'corals', OPTIONS))
			.split(' ')
			.at(-1),
		'corals2001',
	);
});

test('nothing is related to an unknown key, or to a text without words', () => {
	assert.deepEqual(papersLikePaper(workspace, 'nobody2000', OPTIONS), []);
	assert.deepEqual(papersLikeText(workspace, ' … 12 ', OPTIONS), []);
});

test('like: lists related papers, narrowed by the other words of the query', () => {
	assert.equal(keysFor('like:okafor2019').split(' ')[0], 'lindt2021');
	assert.equal(keysFor('like:okafor2019 year:2021'), 'lindt2021');
	assert.equal(keysFor('reefs like:okafor2019'), 'lindt2021');
	assert.equal(keysFor('like:okafor2019 transistors'), '');
	assert.equal(keysFor('like:nobody2000'), '');
});

test('a paragraph may cite what it speaks of, and not what it cites already', () => {
	assert.equal(forParagraph('Bleaching of'), 'lindt2021 corals2001');
	assert.equal(forParagraph('Transistors'), 'meyer2015');
});

test('a selected sentence stands for itself, and a place without words leads to nothing', () => {
	assert.equal(forParagraph('Bleaching', 'recurs.'), 'lindt2021');
	assert.equal(forParagraph('\n\nTransistors'), forParagraph('Bleaching of'));
});
