/** Renaming a key that belongs to one of several libraries. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRename, renamed } from './renamedFiles.ts';

const PROJECTS = `
//- /a/refs.bib
@article{smith2020, title = {Tides of the Moon}, author = {Smith, Ann}, year = 2020}
@article{chapter, crossref = {smith2020}}
//- /b/refs.bib
@article{smith2020, title = {Bread and Yeast}, author = {Smith, Bob}, year = 2020}
@article{loaf2001, title = {Loaves}, author = {Loaf, Bob}, year = 2001}
@article{chapter, crossref = {smith2020}}
//- /a/note.md
---
bibliography: refs.bib
---
See @paper[smi|th2020].
//- /disk/closed.md
---
bibliography: ../a/refs.bib
---
See @paper[smith2020].
//- /b/note.md
---
bibliography: refs.bib
---
See @paper[smith2020; loaf2001].
`;

test("a key of one project is renamed there, and the other project's papers and citations are left alone", () => {
	const after = PROJECTS.split('//- ').flatMap((file) =>
		/^\/(?:a|disk)\//.test(file) ? `//- ${file.replaceAll('smith2020', 'moon').replaceAll('smi|th2020', 'moon')}` : [],
	);
	checkRename(PROJECTS, { to: 'moon' }, after.join('').trimEnd());
});

test('a key that only the other project has is free, unless a note of this one cites it', () => {
	const after = renamed(PROJECTS, { to: 'loaf2001' });
	assert.ok(after instanceof Map, String(after));
	const citing = `${PROJECTS}//- /a/other.md\n---\nbibliography: refs.bib\n---\nSee @paper[loaf2001].\n`;
	assert.match(String(renamed(citing, { to: 'loaf2001' })), /already/);
	assert.match(String(renamed(`${PROJECTS}//- /other.md\nSee @paper[loaf2001].\n`, { to: 'loaf2001' })), /already/);
});

test('a paper that two projects share keeps its key in the other one', () => {
	const shared = PROJECTS.replace(
		'Bread and Yeast}, author = {Smith, Bob}',
		'Tides of the Moon}, author = {Smith, Ann}',
	);
	const after = renamed(shared, { to: 'moon' });
	assert.ok(after instanceof Map, String(after));
	assert.deepEqual([...after.keys()].sort(), ['/a/note.md', '/a/refs.bib', '/disk/closed.md']);
});

test('a paper in the front matter is renamed with its citations in that note alone', () =>
	checkRename(
		`
//- /corpus.bib
@book{moss2011, title = {Ferns}, author = {Fern, A}, year = 2011}
//- /note.md
---
references:
- id: moss2011
  title: Mosses
---
See @paper[moss|2011].

- id: moss2011
//- /other.md
See @paper[moss2011].
`,
		{ to: 'moss' },
		`
//- /note.md
---
references:
- id: moss
  title: Mosses
---
See @paper[moss].

- id: moss2011`,
	));
