/** Lists put the papers of the note's own library first. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completions } from '../../server/src/features/citing/completion.ts';
import { searchPapers } from '../../server/src/features/searching/paperSearch.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

const FIRST = '@article{smith2020, title = {Tides of the Moon}, author = {Smith, Ann}, journal = {J}, year = 2020}';

const note = (bibliography: string, text = 'See @paper[smith2020].'): string =>
	`---\nbibliography: ${bibliography}\n---\n${text}\n`;

test("completion lists the note's own library first, and each paper by a key that means it there", () => {
	const others = Array.from(
		{ length: 400 },
		(_, index) => `@article{smith${index}, title = {Tides ${index}}, author = {Smith, Ann}, year = 2024}`,
	);
	const fixture = `
//- /a/note.md
${note('refs.bib', '@paper[smith tides|]')}
//- /a/refs.bib
${FIRST}
@article{moon, title = {Old Tides}, author = {Smith, Ann}, year = 1950}
//- /b/refs.bib
${others.join('\n')}
@article{smith2020, title = {Tides and Bread}, author = {Smith, Bob}, year = 2025, doi = {10.1000/bread}}
@article{clouds, title = {Old Tides}, author = {Smith, Ann}, year = 1950}
@article{smith2021, title = {Tides of Sea}, author = {Smith, Bob}, year = 2025}
//- /c/refs.bib
@article{smith2020, title = {Tides Without a Number}, author = {Smith, Cyd}, year = 2025}
//- /b/note.md
${note('refs.bib')}
//- /c/note.md
${note('refs.bib')}`;
	const { workspace, uri, offset } = workspaceOf(fixture);
	const rows = completions(workspace, uri, offset)?.rows.flatMap((row) => (row.kind === 'paper' ? [row.key] : []));
	assert.deepEqual(rows?.slice(0, 2), ['smith2020', 'moon']);
	assert.ok(rows?.includes('10.1000/bread'), rows?.join(' '));
	assert.equal(rows?.filter((key) => key === 'smith2020').length, 1);
	const typed = workspaceOf(fixture.replace('smith tides|', 'cyd|'));
	const foreign = completions(typed.workspace, typed.uri, typed.offset)?.rows ?? [];
	assert.deepEqual(
		foreign.map(({ label }) => label),
		['Not citable here: “smith2020” means another paper in this note. Smith 2025, Tides Without a Number'],
	);
	const found = searchPapers(workspace, { query: 'smith tides', limit: 5, offset: 0, uri });
	assert.deepEqual(
		found.papers.slice(0, 2).map(({ key }) => key),
		['smith2020', 'moon'],
	);
});

test('an empty query lists what the note cites, then its own library', () => {
	const fixture = `
//- /a/note.md
${note('refs.bib', 'See @paper[far] and @paper[|]')}
//- /a/refs.bib
@article{near, title = {Near}, year = 1950}
//- /b/refs.bib
@article{far, title = {Far}, year = 2020}
@article{elsewhere, title = {Elsewhere}, year = 2021}
@article{new, title = {New}, year = 2022}
//- /b/note.md
${note('refs.bib', '@paper[elsewhere]')}`;
	const { workspace, uri, offset } = workspaceOf(fixture);
	const rows = completions(workspace, uri, offset)?.rows.flatMap((row) => (row.kind === 'paper' ? [row.key] : []));
	assert.deepEqual(rows, ['far', 'near', 'elsewhere', 'new']);
});
