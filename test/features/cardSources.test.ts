/** Which file each part of a card comes from, and how the card says so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { renderCard } from '../../server/src/features/card/renderCard.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

function cardOf(corpus: string) {
	const { workspace, uri, offset } = workspaceOf(`${corpus}\n//- /note.md\n@paper[x|]`);
	const [card] = hover(workspace, uri, offset)?.cards ?? [];
	assert.ok(card);
	return card;
}

/** One line per source: `name: the parts from it`. */
function check(corpus: string, expected: readonly string[]): void {
	const lines = cardOf(corpus).sources.map(({ name, gives }) => `${name}: ${gives.join(', ')}`);
	assert.deepEqual(lines, expected);
}

const TWO_FILES = `
//- /papers/arxiv.json
[{"id": "y", "type": "article", "title": "Title", "DOI": "10.1000/1", "abstract": "Long text.", "URL": "https://h.org/y"}]
//- /papers/refs.bib
@inproceedings{x, title = {The Title}, author = {Doe, Jo}, booktitle = {ACL}, year = 2020, doi = {10.1000/1}}`;

test('each file is told with what the card has from it', () =>
	check(TWO_FILES, ['arxiv.json: key, abstract, Web', 'refs.bib: title, authors, venue, date, DOI']));

test('the only file of a paper gives all, and nothing need be said', () =>
	check('//- /a.bib\n@article{x, title = {T}, year = 2020}', ['a.bib: ']));

test('what two files say alike comes from the better one, and the other is named without a word', () =>
	check(
		`
//- /a.bib
@article{x, title = {Same Title}, author = {Doe, Jo}, year = 2020, doi = {10.1000/1}}
//- /b.bib
@article{x, title = {Same Title}, author = {Doe, Jo}, year = 2020, journal = {J}, doi = {10.1000/1}}`,
		['a.bib: ', 'b.bib: key, title, authors, venue, date, DOI'],
	));

test('categories that come from two files stand at both', () =>
	check(
		`
//- /a.bib
@misc{x, title = {T}, doi = {10.1000/1}, eprint = {2001.00001}, eprinttype = {arxiv}, eprintclass = {cs.CL}}
//- /b.bib
@misc{y, doi = {10.1000/1}, eprint = {2001.00001}, eprinttype = {arxiv}, eprintclass = {cs.LG}}`,
		['a.bib: key, title, categories, DOI, arXiv', 'b.bib: categories'],
	));

test('only what the card shows is told: no editor beside authors, no publisher beside a venue', () =>
	check(
		`
//- /a.bib
@inproceedings{x, title = {T}, author = {Doe, Jo}, booktitle = {J}, year = 2020, doi = {10.1000/1}}
//- /b.bib
@book{x, editor = {Roe, Al}, publisher = {P}, pages = {1--2}, doi = {10.1000/1}}`,
		['a.bib: key, title, authors, venue, date, DOI', 'b.bib: pages'],
	));

test('an address that the card does not show is not told either', () =>
	check(
		`
//- /a.bib
@misc{x, title = {T}, year = 2020, doi = {10.1000/1}}
//- /b.bib
@misc{y, doi = {10.1000/1}, url = {https://doi.org/10.1000/1}}`,
		['a.bib: key, title, date, DOI', 'b.bib: '],
	));

test('records of one file are told apart by line, and files of one name by folder', () =>
	check(
		`
//- /new/refs.bib
@book{x, title = {The Longer Title}, doi = {10.1000/1}, edition = {2}, volume = {3}}
@book{x, doi = {10.1000/1}, year = 2020}
//- /old/refs.bib
@book{x, doi = {10.1000/1}, publisher = {P}}`,
		['new/refs.bib:1: key, title, volume, DOI', 'new/refs.bib:2: date', 'old/refs.bib: venue'],
	));

test('in Markdown the files stand one below the other, each a link to its record', () => {
	const markdown = renderCard(cardOf(TWO_FILES), { format: 'markdown', commands: true });
	assert.equal(
		markdown.slice(markdown.lastIndexOf('---') + 5),
		`\`y\` comes from:

- [arxiv.json](file:///papers/arxiv.json#L1) · key, abstract, Web
- [refs.bib](file:///papers/refs.bib#L1) · title, authors, venue, date, DOI`,
	);
});

test('as plain text too', () => {
	const text = renderCard(cardOf(TWO_FILES), { format: 'plaintext', commands: false });
	assert.ok(text.endsWith('\n\narxiv.json: key, abstract, Web\nrefs.bib: title, authors, venue, date, DOI'), text);
});

test('files that add nothing share a line, and many of them are counted', () => {
	const entry = (index: number) => `//- /f${index}.bib\n@article{x, title = {T}, doi = {10.1000/1}}\n`;
	const card = cardOf([1, 2, 3, 4, 5, 6, 7, 8].map(entry).join(''));
	const lines = renderCard(card, { format: 'markdown', commands: false }).split('\n').slice(-2);
	const names = (line = '') => [...line.matchAll(/\[(\w+\.bib)\]/g)].map(([, name]) => name);
	assert.equal(names(lines[0]).length, 1);
	assert.match(lines[0] ?? '', / · key, title, DOI$/);
	assert.equal(names(lines[1]).length, 5);
	assert.match(lines[1] ?? '', /^- also in .*, 2 more$/);
});

test('a hostile file name stays a name', () => {
	const name = '%5Bx%5D(command:evil)<b>.bib';
	const corpus = TWO_FILES.replace('refs.bib', name);
	const markdown = renderCard(cardOf(corpus), { format: 'markdown', commands: true });
	assert.ok(!/\]\(command:evil/.test(markdown), markdown);
	assert.ok(!/(?<!\\)<b>/.test(markdown), markdown);
});
