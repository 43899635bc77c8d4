/** Fixes in an open corpus file and for the bibliographies that a note names. Which problem codes have fixes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_EDITS } from '../../server/src/corpus/renaming/keyEdits.ts';
import { allCorpusFixes, corpusFixes } from '../../server/src/features/fixes/corpusFixes.ts';
import { fixes, type OfferedFix } from '../../server/src/features/fixes/fixes.ts';
import { lineStartsOf, offsetAt } from '../../server/src/util/lines.ts';
import type { ProblemCode } from '../../server/src/util/problem.ts';
import type { Range } from '../../server/src/util/span.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

/** No file is where these notes name one. */
const MISSING = new Map(
	['/note.md', '/notes/note.md'].map((path) => [uriOf(path), new Map([['libray.bib', 'Not found.']])]),
);

/** At the cursor. */
function offered(fixture: string): readonly OfferedFix[] {
	const { workspace, note, uri, offset } = workspaceOf(fixture, { faults: MISSING });
	const at = { start: offset, end: offset };
	if (workspace.note(uri)) {
		return fixes(workspace, uri, at);
	}
	const format = FORMAT_EDITS.get('BibTeX') ?? assert.fail('BibTeX has edits');
	const lines = lineStartsOf(note.text);
	const spanOf = ({ start, end }: Range) => ({ start: offsetAt(lines, start), end: offsetAt(lines, end) });
	return corpusFixes(workspace, { uri, text: note.text, format, spanOf }, at);
}

const LIBRARY = `
//- /corpus.bib
@article{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}
//- /note.md
`;

/** A fixture with the cursor at a problem of this code that has a fix, or why no such problem has one. */
const CASES: Readonly<Record<ProblemCode, string | { readonly none: string }>> = {
	'unknown-paper': `${LIBRARY}@paper[vas|wni2017]`,
	'ambiguous-paper': `
//- /papers/list.json
[{"type": "book", "title": "Green Apples", "author": [{"family": "Smith"}], "issued": {"date-parts": [[2020]]}},
 {"type": "book", "title": "Green Pears", "author": [{"family": "Smith"}], "issued": {"date-parts": [[2020]]}}]
//- /note.md
@paper[smith|2020green]`,
	'renamed-key': { none: 'has fixes, which need a memory of keys: see renamedKeys.test.ts' },
	'malformed-citation': `${LIBRARY}@paper[vaswani2017; |]`,
	'misspelled-citation': `${LIBRARY}@papers[vas|wani2017]`,
	'repeated-paper': `${LIBRARY}@paper[vaswani2017; vas|wani2017]`,
	'missing-bibliography': `
//- /refs/library.bib
@misc{a, title = {X}}
//- /note.md
---
bibliography: libr|ay.bib
---
@paper[b]`,
	'unreadable-entry': '\n//- /a.bib\n@misc{|a title = {X}}',
	'undefined-macro': '\n//- /a.bib\n@misc{a, title = {X}, journal = na|ture}',
	'duplicate-field': '\n//- /a.bib\n@misc{a, title = {X}, ti|tle = {X}}',
	'malformed-identifier': '\n//- /a.bib\n@misc{a, title = {X}, do|i = {10,1000/182}}',
	'missing-field': '\n//- /a.bib\n@book{|a, title = {X}, year = 2020}',
	'uncitable-key': { none: 'is renamed' },
	'duplicate-key': { none: 'only a person knows which paper the notes mean' },
	'shared-identifier': { none: 'only a person knows which paper has it' },
	'impossible-date': { none: 'only a person knows the day' },
	'unreadable-file': { none: 'another program must write it; a link is allowed by a command' },
	'merge-conflict': { none: 'the editor resolves it' },
};

test('every problem that has a sensible fix has one', () => {
	for (const [code, fixture] of Object.entries(CASES)) {
		if (typeof fixture === 'string') {
			const found = offered(fixture).filter(({ mends }) => mends?.code === code);
			assert.ok(found.length > 0, `${code} has no fix`);
		}
	}
});

test('a bibliography that is not there gets the name of a file that is', () => {
	const { workspace, note, uri, offset } = workspaceOf(
		`
//- /refs/library.bib
@misc{a, title = {X}}
//- /notes/note.md
---
bibliography: libr|ay.bib
---
`,
		{ faults: MISSING },
	);
	const [fix, ...others] = fixes(workspace, uri, { start: offset, end: offset });
	assert.deepEqual(others, []);
	const [edit] = fix?.edits ?? [];
	assert.equal(edit && note.text.slice(edit.span.start, edit.span.end), 'libray.bib');
	assert.equal(edit?.newText, '../refs/library.bib');
});

test('a macro that is defined further down stays a macro', () =>
	assert.deepEqual(offered('\n//- /a.bib\n@misc{a, title = {X}, journal = na|ture}\n@string{nature = "Nature"}'), []));

test('a file that another program rewrites has no fixes', () =>
	assert.deepEqual(offered('\n//- /a.bib\n% Exported by Better BibTeX\n@misc{|a title = {X}}'), []));

test('what is fixed on saving are all safe fixes of the file, and they do not overlap', () => {
	const format = FORMAT_EDITS.get('BibTeX') ?? assert.fail('BibTeX has edits');
	const [fix] = allCorpusFixes({
		text: '@misc{a title = {X}, year {2020}}\n@misc{b, title = {X}, doi = {10,1000/182}}\n',
		format,
	});
	assert.deepEqual(
		fix?.edits.map(({ newText }) => newText),
		[',', ' ='],
	);
	assert.deepEqual(allCorpusFixes({ text: '@misc{a, title = {X}}', format }), []);
});
