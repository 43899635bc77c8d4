/** Which notes are about a paper, and what leads to them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/card/hover.ts';
import { renderCard } from '../../server/src/features/card/renderCard.ts';
import { citationLenses } from '../../server/src/features/citationLenses.ts';
import { literatureNotesAt, pdfsAt } from '../../server/src/features/navigation/paperPlaces.ts';
import { references } from '../../server/src/features/navigation/references.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

const CORPUS = '//- /refs.bib\n@article{one, title = {First}, doi = {10.1000/1}}\n@article{two, title = {Second}}\n';

/** The paths of the notes about the paper at the cursor, in order. */
function checkNotes(fixture: string, expected: readonly string[]): void {
	const { workspace, uri, offset } = workspaceOf(CORPUS + fixture);
	assert.deepEqual(
		literatureNotesAt(workspace, { uri, offset }).map((found) => found.uri),
		expected.map(uriOf),
	);
}

test('a note is about the paper that its front matter names, however the name is written there', () => {
	const names = ['one', '"one"', "'@one'", '@paper[one]', '"[[@one]]"', '[[one]]', 'one # read twice', '10.1000/1'];
	for (const name of names) {
		checkNotes(`//- /disk/a.md\n---\ntitle: T\npaper: ${name}\n---\n//- /note.md\n@paper[o|ne]`, ['/disk/a.md']);
	}
	checkNotes('//- /disk/a.md\n+++\npaper = "one"\n+++\n//- /note.md\n@paper[o|ne]', ['/disk/a.md']);
});

test('a note without that is about the paper that its file is named by, and a note that says it comes first', () => {
	checkNotes('//- /disk/one.md\nText\n//- /disk/b.md\n---\npaper: one\n---\n//- /note.md\n@paper[o|ne]', [
		'/disk/b.md',
		'/disk/one.md',
	]);
	checkNotes('//- /disk/@one.md\nText\n//- /note.md\n@paper[doi:10.1000|/1]', ['/disk/@one.md']);
});

test('a note named like one paper that says it is about another, is about that other', () => {
	const notes = '//- /disk/one.md\n---\npaper: two\n---\n';
	checkNotes(`${notes}//- /note.md\n@paper[o|ne]`, []);
	checkNotes(`${notes}//- /note.md\n@paper[t|wo]`, ['/disk/one.md']);
});

test('other fields, other depths and the text below are not that', () => {
	for (const text of ['---\npapers: one\n---', '---\nx:\n  paper: one\n---', 'paper: one', '---\npaper:\n---\none']) {
		checkNotes(`//- /disk/a.md\n${text}\n//- /note.md\n@paper[o|ne]`, []);
	}
});

test('what a note is about follows edits, closing and removal', () => {
	const { workspace, uri, offset } = workspaceOf(
		`${CORPUS}//- /about.md\n---\npaper: one\n---\n//- /note.md\n@paper[o|ne]`,
	);
	const about = uriOf('/about.md');
	const found = () => literatureNotesAt(workspace, { uri, offset }).map((place) => place.uri);
	assert.deepEqual(found(), [about]);
	workspace.apply({ kind: 'noteEdited', uri: about, edits: [{ from: 11, to: 14, insert: 'two' }] });
	assert.deepEqual(found(), []);
	workspace.apply({ kind: 'noteEdited', uri: about, edits: [{ from: 11, to: 14, insert: 'one' }] });
	workspace.apply({ kind: 'noteClosed', uri: about });
	assert.deepEqual(found(), [about]);
	workspace.apply({ kind: 'noteGone', uri: about });
	assert.deepEqual(found(), []);
});

test('the card says that there is a literature note, except on that note itself', () => {
	const shown = (fixture: string, format: 'markdown' | 'plaintext') => {
		const { workspace, uri, offset } = workspaceOf(CORPUS + fixture);
		const [card] = hover(workspace, uri, offset)?.cards ?? [];
		return card ? renderCard(card, { format, commands: false }) : '';
	};
	const other = '//- /disk/my(one).md\n---\npaper: one\n---\n//- /note.md\n@paper[o|ne]';
	assert.match(shown(other, 'markdown'), / · \[Literature note\]\(file:\/\/\/disk\/my%28one%29\.md#L1\)/);
	assert.match(shown(other, 'plaintext'), /^Literature note: my\(one\)\.md$/m);
	assert.ok(!shown('//- /one.md\n@paper[o|ne]', 'markdown').includes('Literature note'));
});

test('the field in the front matter names the paper: it has a card, references, and says how often the paper is cited', () => {
	const { workspace, uri, offset } = workspaceOf(
		`${CORPUS}//- /about.md\n---\npaper: o|ne\n---\nText\n//- /disk/a.md\n@paper[one]\n//- /disk/b.md\n@paper[10.1000/1]`,
	);
	assert.equal(hover(workspace, uri, offset)?.cards[0]?.title, 'First');
	const found = references(workspace, { uri, offset }, { includeRecords: false });
	assert.deepEqual(
		found.map((place) => place.uri),
		[uriOf('/disk/a.md'), uriOf('/disk/b.md')],
	);
	const range = { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } };
	assert.deepEqual(citationLenses(workspace, uri), [{ range, notes: 2 }]);
	assert.deepEqual(citationLenses(workspace, uriOf('/disk/a.md')), []);
});

test('each PDF that a record names is a place to read the paper, at a citation and at the record', () => {
	const record = '@article{pdf, title = {Third}, file = {:papers/Third.pdf:PDF}}';
	const places = (fixture: string) => {
		const { workspace, uri, offset } = workspaceOf(fixture);
		return pdfsAt(workspace, { uri, offset }).flatMap((pdf) => pdf.places);
	};
	assert.deepEqual(places(`//- /lib/refs.bib\n${record}\n//- /note.md\n@paper[pd|f]`), [
		'file:///lib/papers/Third.pdf',
	]);
	assert.deepEqual(places(`//- /lib/refs.bib\n${record.replace('{pdf', '{p|df')}\n//- /note.md\nText`), [
		'file:///lib/papers/Third.pdf',
	]);
});
