/** Adding a record for an unknown key: what it says, and to which files it can go. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_EDITS } from '../../server/src/corpus/renaming/keyEdits.ts';
import { addedRecordSteps, recordFixes, recordFor } from '../../server/src/features/adding/newRecords.ts';
import { fixes } from '../../server/src/features/fixes/fixes.ts';
import { workspaceOf } from '../support/workspaceOf.ts';

function checkRecord(reference: string, expected: string | undefined): void {
	const record = recordFor(reference);
	const fields = record?.fields.filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`);
	assert.equal(record && [record.type, record.key, ...(fields ?? [])].join(', '), expected);
}

test('a record has what its key, DOI or arXiv id says', () => {
	checkRecord('smith2020deep', 'article, smith2020deep, year 2020');
	checkRecord('smith', 'article, smith');
	checkRecord('smith12020', 'article, smith12020');
	checkRecord('doi:10.1145/3292500.333', 'article, 10.1145/3292500.333, doi 10.1145/3292500.333');
	checkRecord('arXiv:2506.14731v2', 'misc, 2506.14731, year 2025, eprint 2506.14731, archiveprefix arXiv');
	checkRecord('math.GT/0309136', 'misc, math/0309136, year 2003, eprint math/0309136, archiveprefix arXiv');
	checkRecord('10.48550/arXiv.2506.14731', 'misc, 2506.14731, year 2025, eprint 2506.14731, archiveprefix arXiv');
	checkRecord('müller2019', 'article, müller2019, year 2019');
});

test('there is no record for what cannot be a key in BibTeX', () => {
	checkRecord('smith{x}', undefined);
	checkRecord('a(b)', undefined);
});

function filesOffered(fixture: string, reference = 'new2020'): readonly string[] {
	const { workspace, uri } = workspaceOf(fixture);
	return recordFixes(workspace.in(uri), uri, reference).map(({ title }) => title);
}

const BIB = '@misc{other, title = {On Other Things}}';

test('the files of a library are offered, the nearest first, those of other formats not', () =>
	assert.deepEqual(
		filesOffered(`
//- /far/away/x.bib
${BIB}
//- /near/refs.bib
${BIB}
//- /near/list.json
[{"id": "z", "type": "book", "title": "Z"}]
//- /near/empty.bib
//- /near/note.md
@paper[new2020]`),
		['empty.bib', 'refs.bib', 'x.bib'].map((name) => `Add a record for "new2020" to ${name}`),
	));

test('files of one name are told apart by their folders', () =>
	assert.deepEqual(
		filesOffered(`
//- /a/refs.bib
${BIB}
//- /b/refs.bib
${BIB}
//- /a/note.md
@paper[new2020]`),
		['a/refs.bib', 'b/refs.bib'].map((name) => `Add a record for "new2020" to ${name}`),
	));

test('a note with a bibliography of its own gets the record there', () =>
	assert.deepEqual(
		filesOffered(`
//- /a.bib
${BIB}
//- /b.bib
${BIB}
//- /note.md
---
bibliography: b.bib
---
@paper[new2020]`),
		['Add a record for "new2020" to b.bib'],
	));

test('a key that differs from a known one in case alone gets no record', () => {
	const fixture = `
//- /a.bib
@misc{New2020, title = {On New Things}}
//- /note.md
@paper[new2020]`;
	assert.deepEqual(filesOffered(fixture), []);
	assert.equal(filesOffered(fixture, 'new2021').length, 1);
});

test('an unknown key offers a record after what it may have meant', () => {
	const { workspace, uri, offset } = workspaceOf(`
//- /a.bib
@article{vaswani2017, title = {Attention Is All You Need}}
//- /note.md
@paper[vaswni|2017]`);
	assert.deepEqual(
		fixes(workspace, uri, { start: offset, end: offset }).map(({ title }) => title),
		['Cite "vaswani2017"', 'Search for another paper…', 'Add a record for "vaswni2017" to a.bib'],
	);
});

function added(uri: string, text: string) {
	const [step] = addedRecordSteps({ reference: 'new2020', file: uri }, FORMAT_EDITS);
	return step?.editsOf({ uri, name: 'refs.bib', text }).next().value ?? assert.fail('there is no step');
}

test('a file that another program rewrites is refused with the reason', () => {
	const refusal = (program: string) =>
		`refs.bib is written by ${program}, which would undo the change. Make it in ${program}, or use a file of your own; nothing was changed.`;
	assert.deepEqual(added('file:///a/refs.bib', `${BIB}\n% == BibTeX quality report for other:\n`), {
		refusal: refusal('Better BibTeX'),
	});
	assert.deepEqual(added('file:///home/me/Zotero/refs.bib', BIB), { refusal: refusal('Zotero') });
	assert.deepEqual(added('file:///home/me/papers/refs.bib', BIB), [
		{
			span: { start: BIB.length, end: BIB.length },
			newText: '\n\n@article{new2020,\n  title = {},\n  author = {},\n  year = {2020},\n}',
		},
	]);
});
