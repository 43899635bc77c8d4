/** The page of a paper: what it shows, and that text from records and notes stays text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageContent, pagesAt, renderPage } from '../../server/src/features/page/paperPage.ts';
import { pageSubject } from '../../server/src/util/pageUri.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

/** The page of the paper at the cursor. */
function pageOf(fixture: string): string {
	const { workspace, files, uri, offset } = workspaceOf(fixture);
	const [page, ...others] = pagesAt(workspace, { uri, offset });
	assert.deepEqual(others, []);
	const subject = page && pageSubject(page.uri);
	const content = subject && pageContent(workspace, subject);
	assert.ok(content);
	return renderPage(content, (note) => files.find(({ path }) => uriOf(path) === note)?.text);
}

test('title, people, venue, identifiers, abstract, the sentences that cite it, and where it comes from', () =>
	assert.equal(
		pageOf(`
//- /lib/refs.bib
@article{one, ids = {uno}, title = {On \\emph{Apples}}, author = {Doe, Jo and Roe, Al}, journal = {Fruit}, year = 2020,
  doi = {10.1000/1}, abstract = {They fall.}}
//- /note.md
Before. As @paper[o|ne, p. 3] says, they
fall @paper[uno]. After.
//- /disk/one.md
- A list: @paper[uno]
`),
		`# On *Apples*

Jo Doe, Al Roe

Fruit · 2020

- Key: one; also 10.1000/1, uno
- [DOI](https://doi.org/10.1000/1)
- Literature note: [one.md](file:///disk/one.md#L1)

## Abstract

They fall.

## Cited in 2 notes

### [note.md](file:///note.md#L1)

- [line 1](file:///note.md#L1): As @paper\\[one, p. 3\\] says, they fall @paper\\[uno\\].

### [one.md](file:///disk/one.md#L1)

- [line 1](file:///disk/one.md#L1): A list: @paper\\[uno\\]

## Sources

- [refs.bib](file:///lib/refs.bib#L1), line 1
`,
	));

test('text from records and notes makes no HTML, links or headings', () => {
	const page = pageOf(`
//- /refs.bib
@article{one, title = {# <script>x</script> [l](http://x.y)}, author = {<b>A</b>, B}, abstract = {- <img src=x> ![i](http://x.y/i.png)}}
//- /note.md
<i>So</i> ![p](http://x.y/p.png) [x](command:evil) @paper[o|ne].
`);
	// Whatever is no link of ours, and no mark that is escaped.
	const rest = page.replace(/\]\(file:\/\/\/[^)\s]+#L\d+\)/g, '').replace(/\\./g, '');
	assert.doesNotMatch(rest, /<|\]\(|!\[/);
	assert.equal(page.match(/^# /gm)?.length, 1);
});

test('a paper that no note cites says so, and one in hundreds of notes is cut', () => {
	assert.match(
		pageOf('//- /refs.bib\n@misc{on|e, title = {T}}\n//- /note.md\nText'),
		/\n\nNo note cites this paper\.\n\n/,
	);
	const notes = Array.from(
		{ length: 60 },
		(_, i) => `//- /disk/${i}.md\n${'@paper[one] again.\n\n'.repeat(i === 0 ? 25 : 1)}`,
	);
	const page = pageOf(`//- /refs.bib\n@misc{on|e, title = {T}}\n${notes.join('')}`);
	assert.match(page, /^## Cited in 60 notes$/m);
	assert.equal(page.match(/^### /gm)?.length, 50);
	assert.match(page, /^and in 10 more notes$/m);
	assert.match(page, /^- and 5 more places$/m);
});

test('an ambiguous key has a page for each paper, and an unknown one none', () => {
	const { workspace, uri, offset } = workspaceOf(
		'//- /refs.bib\n@misc{one, title = {Apples}, doi = {10.1000/1}}\n//- /more.bib\n@misc{one, title = {Pears}, doi = {10.1000/2}}\n//- /note.md\n@paper[o|ne]',
	);
	assert.equal(pagesAt(workspace, { uri, offset }).length, 2);
	assert.deepEqual(pagesAt(workspace, { uri, offset: 0 }), []);
	assert.equal(pageContent(workspace, { key: 'none' }), undefined);
});
