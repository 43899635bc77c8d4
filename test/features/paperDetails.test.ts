/** All details of one paper, by any of its names or at the cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperDetails, paperDetailsAt } from '../../server/src/features/card/paperDetails.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const LIBRARY = `
//- /a.bib
@article{one, ids = {uno}, title = {First}, doi = {10.1000/1}, url = {https://h.org/1}}
@article{two, title = {Second}}
@article{same, title = {Apples}, author = {Smith, Ann}, year = 2020}
//- /b.bib
@article{ein, title = {First}, doi = {10.1000/1}, abstract = {A.}}
@article{same, title = {Pears}, author = {Jones, Bob}, year = 1990}
//- /note.md
`;

const { workspace } = workspaceOf(`${LIBRARY}@paper[uno, p. 4]\n//- /disk/other.md\nSo says @paper[ein].`);

test('by key, alias, DOI, address and in any case of a DOI, it is the one paper', () => {
	for (const name of [
		'one',
		'uno',
		'ein',
		'10.1000/1',
		'doi:10.1000/1',
		'https://doi.org/10.1000/1',
		'DOI:10.1000/1',
	]) {
		assert.equal(paperDetails(workspace, name)?.paper.item.title, 'First', name);
	}
});

test('its records are one, its names are all there, and the best address is the most lasting', () => {
	const details = paperDetails(workspace, 'one');
	assert.equal(details?.paper.item.abstract, 'A.');
	assert.deepEqual(
		details.paper.sources.map(({ uri }) => uri),
		['file:///a.bib', 'file:///b.bib'],
	);
	const names = [details.paper.key, ...details.paper.aliases];
	assert.deepEqual(names.sort(), ['10.1000/1', 'ein', 'one', 'uno']);
	assert.equal(details.url, 'https://doi.org/10.1000/1');
});

test('all notes that cite it are told, whatever name they use', () =>
	assert.deepEqual(
		paperDetails(workspace, 'one')?.citedBy.map(({ uri, text }) => `${uri} ${text}`),
		['file:///note.md @paper[uno, p. 4]', 'file:///disk/other.md So says @paper[ein].'],
	));

test('a paper that is not online has no address', () => assert.equal(paperDetails(workspace, 'two')?.url, undefined));

test('no paper and several papers have no details', () => {
	assert.equal(paperDetails(workspace, 'nobody'), undefined);
	assert.equal(paperDetails(workspace, 'same'), undefined);
	assert.equal(paperDetails(workspace, ''), undefined);
});

test('at the cursor it is the paper of the one key there', () => {
	const at = (note: string) => {
		const { workspace: view, uri, offset } = workspaceOf(LIBRARY + note);
		return paperDetailsAt(view, uri, offset)?.paper.key;
	};
	const { key } = paperDetails(workspace, 'one')?.paper ?? {};
	assert.equal(at('@paper[un|o; two]'), key);
	assert.equal(at('@paper[uno; tw|o]'), 'two');
	assert.equal(at('@paper[uno; two], and| more'), undefined);
	assert.equal(at('`@paper[tw|o]`'), undefined);
});
