/** Who else cites the paper at the cursor. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { references } from '../../server/src/features/navigation/references.ts';
import { lineStartsOf, rangeOf } from '../../server/src/util/lines.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

/** Marks in notes are the citations; marks in corpus files the records. */
function checkReferences(fixture: string): void {
	const { workspace, files, uri, offset } = workspaceOf(fixture);
	const expected = files.flatMap(({ path, text, marks }) =>
		marks.map((mark) => ({ uri: uriOf(path), range: rangeOf(lineStartsOf(text), mark) })),
	);
	const isRecord = (place: { readonly uri: string }): boolean => !place.uri.endsWith('.md');
	const found = references(workspace, { uri, offset }, { includeRecords: true });
	assert.deepEqual(sorted(found), sorted(expected));
	assert.deepEqual(
		sorted(references(workspace, { uri, offset }, { includeRecords: false })),
		sorted(expected.filter((place) => !isRecord(place))),
	);
}

function sorted(places: readonly object[]): string[] {
	return places.map((place) => JSON.stringify(place)).sort();
}

test('all citations of the paper are found, in open notes and others, by all its names', () =>
	checkReferences(`
//- /corpus.bib
@article{one, ids = {uno}, title = {First}, doi = {10.1000/1}}
         ^^^
@article{one2, title = {Second}}
//- /note.md
@paper[o|ne; one2] and @paper[see -@uno, p. 3]
       ^^^
                                   ^^^
\`@paper[one]\` is code, and [one] a link.
//- /disk/other.md
@paper[doi:10.1000/1]
       ^^^^^^^^^^^^^
`));

test('the records of a paper of several files are all found', () =>
	checkReferences(`
//- /a.bib
@article{one, title = {First}, doi = {10.1000/1}}
         ^^^
//- /b.bib
@misc{ein, title = {First}, doi = {10.1000/1}}
      ^^^
//- /note.md
@paper[ei|n]
       ^^^
`));

test('an unknown key and other text refer to nothing', () => {
	for (const note of ['@paper[nobod|y]', '`@paper[on|e]`', 'on|e']) {
		checkReferences(`//- /corpus.bib\n@article{one, title = {First}}\n//- /note.md\n${note}`);
	}
});

test('an older state of a note is not listed beside the note', () => {
	const { workspace, uri, offset } = workspaceOf('//- /a.bib\n@misc{one, title = {T}}\n//- /note.md\n@paper[o|ne]');
	workspace.apply({ kind: 'noteOpened', uri: 'git:/note.md?HEAD', text: '@paper[one]' });
	const found = references(workspace, { uri, offset }, { includeRecords: false });
	assert.deepEqual(
		found.map((place) => place.uri),
		[uri],
	);
});

test('from a record, another name, and the front matter of a literature note, the same as from a citation', () => {
	const fixture = (note: string, record: string) => `
//- /corpus.bib
@article{${record}, ids = {uno}, title = {First}, doi = {10.1000/1}}
//- /disk/closed.md
@paper[uno; one]
//- /about.md
${note}
//- /note.md
@paper[10.1000/1]
`;
	const about = '---\npaper: one\n---\n@paper[one]';
	const found = (text: string) => {
		const { workspace, uri, offset } = workspaceOf(text);
		return sorted(references(workspace, { uri, offset }, { includeRecords: true }));
	};
	const fromRecord = found(fixture(about, 'o|ne'));
	assert.equal(fromRecord.length, 5);
	assert.deepEqual(found(fixture(about.replace('[one', '[o|ne'), 'one')), fromRecord);
	assert.deepEqual(found(fixture(about.replace(': one', ': o|ne'), 'one')), fromRecord);
});
