/** Where reading Pandoc's citations is offered, and where "auto" enables it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceChange } from '../../server/src/workspace/workspaceChange.ts';
import { filesIn } from '../support/fixture.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const FOLDER = 'file:///notes';
const NOTE = `${FOLDER}/note.md`;
const OTHER_NOTE = `${FOLDER}/sub/other.md`;
const CORPUS = corpusOf(filesIn('//- /corpus.bib\n@article{smith2020, title = {First}}'));
const EMPTY = corpusOf([]);

const read = (text: string, uri = NOTE): WorkspaceChange => ({ kind: 'noteRead', uri, text });
const opened = (text: string, uri = NOTE): WorkspaceChange => ({ kind: 'noteOpened', uri, text });
const gone = (uri = NOTE): WorkspaceChange => ({ kind: 'noteGone', uri });
const complete: WorkspaceChange = { kind: 'corpusComplete', complete: true };
const looked: WorkspaceChange = { kind: 'bibliographiesFound', faults: new Map(), named: new Map() };
const settings = (syntaxes: readonly string[], folder = FOLDER): WorkspaceChange => ({
	kind: 'settings',
	folders: new Map([[folder, readSettings({ syntaxes })]]),
	other: readSettings({}),
});

/** A workspace with one folder after the changes, and the folders whose notes must be read again. */
function after(...changes: readonly WorkspaceChange[]) {
	const workspace = new Workspace(CORPUS);
	const changed: string[] = [];
	workspace.onSyntaxes = (folders) => changed.push(...folders);
	for (const change of [complete, looked, ...changes]) {
		workspace.apply(change);
		workspace.settleSyntaxes();
	}
	return { workspace, changed };
}

function checkOffer(isOffered: boolean, ...changes: readonly WorkspaceChange[]): void {
	const { workspace } = after(settings(['paper']), ...changes);
	assert.deepEqual(workspace.pandocOffers, isOffered ? [FOLDER] : []);
	assert.equal(workspace.offersPandoc(NOTE), isOffered);
}

test('it is offered where a note holds a key of the corpus in brackets', () => {
	checkOffer(true, read('See [@smith2020].'));
	checkOffer(true, opened('See [see @smith2020, p. 3].'));
	checkOffer(true, read('See [@unknown].'), read('See [@smith2020].', OTHER_NOTE));
});

test('it is offered where a note cites a paper of its own front matter', () => {
	checkOffer(true, read('---\nreferences:\n- id: own2020\n  title: T\n---\nSee [@own2020].'));
	checkOffer(false, read('---\nreferences:\n- id: own2020\n  title: T\n---\n'), read('See [@own2020].', OTHER_NOTE));
});

test('it is not offered without such a key', () => {
	checkOffer(false);
	checkOffer(false, read('See [@unknown].'));
	checkOffer(false, read('See @smith2020 and me@smith2020.'));
	checkOffer(false, read('See [@smith2020].'), gone());
	checkOffer(false, read('See [@smith2020].'), read('Nothing.'));
});

test('it is not offered where some note cites with @paper[', () => {
	checkOffer(false, read('See [@smith2020].'), read('See @paper[smith2020].', OTHER_NOTE));
	checkOffer(true, read('See [@smith2020].'), read('See @paper[smith2020].', OTHER_NOTE), gone(OTHER_NOTE));
	checkOffer(true, read('See [@smith2020].'), read('`@paper[smith2020]`', OTHER_NOTE));
});

test('it is not offered where Pandoc counts already, nor where no folder is open', () => {
	const asPandoc = after(settings(['paper', 'pandoc']), read('See [@smith2020].'));
	assert.deepEqual(asPandoc.workspace.pandocOffers, []);
	const folderless = after(
		{ kind: 'settings', folders: new Map(), other: readSettings({}) },
		read('See [@smith2020].'),
	);
	assert.deepEqual(folderless.workspace.pandocOffers, []);
});

test('it is offered once everything has been read', () => {
	const { workspace } = after(settings(['paper']), { kind: 'corpusComplete', complete: false }, read('[@smith2020]'));
	assert.deepEqual(workspace.pandocOffers, []);
	workspace.apply(complete);
	workspace.settleSyntaxes();
	assert.deepEqual(workspace.pandocOffers, [FOLDER]);
});

test('what is typed counts when it is saved', () => {
	const typed: WorkspaceChange = { kind: 'noteEdited', uri: NOTE, edits: [{ from: 0, to: 0, insert: '[@smith2020]' }] };
	checkOffer(false, opened('Nothing.'), typed);
	checkOffer(true, opened('Nothing.'), typed, read('[@smith2020]Nothing.'));
});

/** The citations of the open note. */
function cited({ workspace }: ReturnType<typeof after>): readonly string[] {
	return workspace.note(NOTE)?.citations.flatMap(({ items }) => items.map(({ reference }) => reference)) ?? [];
}

test('"auto" reads both where notes cite papers as Pandoc does, and says that the others are to be read again', () => {
	const found = after(settings(['auto']), opened('[@smith2020] and @paper[one]'));
	assert.deepEqual(cited(found), ['smith2020', 'one']);
	assert.deepEqual(found.changed, [FOLDER]);
	assert.deepEqual(found.workspace.pandocOffers, []);
	const byOther = after(settings(['auto']), opened('[@none]'), read('[@smith2020]', OTHER_NOTE));
	assert.deepEqual(cited(byOther), ['none']);
});

test('"auto" reads @paper[ alone elsewhere', () => {
	assert.deepEqual(cited(after(settings(['auto']), opened('[@none] @paper[one]'))), ['one']);
	assert.deepEqual(cited(after(settings(['auto']), opened('@smith2020 @paper[one]'))), ['one']);
});

test('"auto" ends with the last such note, and not while the corpus is read anew', () => {
	const found = after(settings(['auto']), opened('[@none]'), read('[@smith2020]', OTHER_NOTE));
	found.workspace.apply({ kind: 'corpusComplete', complete: false });
	found.workspace.apply({ kind: 'corpusReplaced', corpus: EMPTY });
	found.workspace.settleSyntaxes();
	assert.deepEqual(cited(found), ['none']);
	found.workspace.apply({ kind: 'corpusReplaced', corpus: CORPUS });
	found.workspace.apply(complete);
	found.workspace.settleSyntaxes();
	assert.deepEqual(found.changed, [FOLDER]);
	found.workspace.apply(gone(OTHER_NOTE));
	found.workspace.settleSyntaxes();
	assert.deepEqual(cited(found), []);
	assert.deepEqual(found.changed, [FOLDER, FOLDER]);
});
