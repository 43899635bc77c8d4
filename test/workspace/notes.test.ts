/** What changes do to the workspace's notes, and who cites what. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../server/src/workspace/settings.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceChange } from '../../server/src/workspace/workspaceChange.ts';
import { filesIn } from '../support/fixture.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const CORPUS = corpusOf(
	filesIn(`
//- /corpus.bib
@article{one, ids = {uno}, doi = {10.1000/1}, title = {First}}
@article{two, title = {Second}}
`),
);
const OTHER_CORPUS = corpusOf(
	filesIn('//- /corpus.bib\n@article{two, title = {Second}}\n@article{three, title = {Third}}'),
);

const NOTE = 'file:///note.md';

function after(...changes: readonly WorkspaceChange[]): Workspace {
	const workspace = new Workspace(CORPUS);
	for (const change of changes) {
		workspace.apply(change);
	}
	return workspace;
}

const opened = (text: string, uri = NOTE): WorkspaceChange => ({ kind: 'noteOpened', uri, text });
const read = (text: string, uri = NOTE): WorkspaceChange => ({ kind: 'noteRead', uri, text });
const closed: WorkspaceChange = { kind: 'noteClosed', uri: NOTE };
const gone: WorkspaceChange = { kind: 'noteGone', uri: NOTE };
const typed = (insert: string, from = 0): WorkspaceChange => ({
	kind: 'noteEdited',
	uri: NOTE,
	edits: [{ from, to: from, insert }],
});

/** The places that cite `name`, as `line:character text`. */
function citing(workspace: Workspace, name: string): readonly string[] {
	return workspace
		.resolve(name)
		.flatMap(({ id }) => workspace.citing(id))
		.map(({ range, text }) => `${range.start.line}:${range.start.character} ${text}`);
}

/** Each cited paper with its weight. */
function cited(workspace: Workspace, uri: string | undefined): Readonly<Record<string, number>> {
	const weights = [...workspace.cited(uri)].map(([id, weight]) => [workspace.corpus.paper(id)?.key, weight]);
	return Object.fromEntries(weights.sort());
}

test('an open note is there with its text, one that is not open without', () => {
	assert.equal(after(opened('a')).note(NOTE)?.text, 'a');
	assert.equal(after(read('a')).note(NOTE), undefined);
	assert.equal(after().note(NOTE), undefined);
});

test('an edit changes the open note', () => {
	const workspace = after(opened('See @paper[one]'), typed('@paper[two] '));
	assert.equal(workspace.note(NOTE)?.text, '@paper[two] See @paper[one]');
	assert.deepEqual(citing(workspace, 'two'), ['0:7 @paper[two] See @paper[one]']);
});

test('an edit of a note that is not open does nothing', () => {
	assert.equal(after(typed('x')).noteCount, 0);
	assert.deepEqual(citing(after(read('@paper[one]'), typed('\n')), 'one'), ['0:7 @paper[one]']);
});

test('while a note is open, what the disk says does not count', () => {
	assert.equal(after(opened('a'), read('b')).note(NOTE)?.text, 'a');
	assert.equal(after(opened('a'), gone).note(NOTE)?.text, 'a');
	assert.deepEqual(citing(after(opened('@paper[one]'), read('@paper[two]')), 'two'), []);
});

test("a closed note is as the editor had it, until the disk's text comes", () => {
	const workspace = after(opened('@paper[one]'), closed);
	assert.equal(workspace.note(NOTE), undefined);
	assert.deepEqual(citing(workspace, 'one'), ['0:7 @paper[one]']);
	workspace.apply(read('@paper[two]'));
	assert.deepEqual(citing(workspace, 'one'), []);
	assert.deepEqual(citing(workspace, 'two'), ['0:7 @paper[two]']);
});

test('a note that is gone from disk cites nothing', () => {
	assert.deepEqual(citing(after(read('@paper[one]'), gone), 'one'), []);
	assert.equal(after(read('@paper[one]'), gone).noteCount, 0);
	assert.equal(after(opened('@paper[one]'), closed, gone).noteCount, 0);
	assert.equal(after(gone).noteCount, 0);
});

test('a note is one note, however often it is read', () =>
	assert.equal(after(read('a'), read('b'), opened('c'), opened('d'), read('e', 'file:///other.md')).noteCount, 2));

test('a place that cites is told with its line, by whatever name it cites', () =>
	assert.deepEqual(citing(after(read('A\r\n\t> so @paper[see @uno, p. 4; two]  \rB @paper[10.1000/1]')), 'one'), [
		'1:18 > so @paper[see @uno, p. 4; two]',
		'2:9 B @paper[10.1000/1]',
	]));

test('every place of a note counts, in the order of references', () =>
	assert.deepEqual(citing(after(opened('@paper[one; two; one]\n\n@paper[one]')), 'one'), [
		'0:7 @paper[one; two; one]',
		'0:17 @paper[one; two; one]',
		'2:7 @paper[one]',
	]));

test('papers of this note weigh 2, those of other notes 1', () => {
	const workspace = after(opened('@paper[uno]'), read('@paper[two] @paper[one]', 'file:///other.md'));
	assert.deepEqual(cited(workspace, NOTE), { one: 2, two: 1 });
	assert.deepEqual(cited(workspace, 'file:///other.md'), { one: 2, two: 2 });
	assert.deepEqual(cited(workspace, undefined), { one: 1, two: 1 });
	assert.deepEqual(cited(workspace, 'file:///none.md'), { one: 1, two: 1 });
});

test('weights follow each change of a note', () => {
	const workspace = after(opened('@paper[one]'));
	assert.deepEqual(cited(workspace, NOTE), { one: 2 });
	workspace.apply(typed('@paper[two] '));
	assert.deepEqual(cited(workspace, NOTE), { one: 2, two: 2 });
	workspace.apply({ kind: 'noteEdited', uri: NOTE, edits: [{ from: 0, to: 12, insert: '' }] });
	assert.deepEqual(cited(workspace, NOTE), { one: 2 });
	workspace.apply(closed);
	assert.deepEqual(cited(workspace, undefined), { one: 1 });
	workspace.apply(gone);
	assert.deepEqual(cited(workspace, undefined), {});
});

test('an unknown key cites nothing, until its paper comes', () => {
	const workspace = after(opened('@paper[three] @paper[one]'));
	assert.deepEqual(cited(workspace, NOTE), { one: 2 });
	workspace.apply({ kind: 'corpusReplaced', corpus: OTHER_CORPUS });
	assert.deepEqual(cited(workspace, NOTE), { three: 2 });
	assert.deepEqual(citing(workspace, 'three'), ['0:7 @paper[three] @paper[one]']);
	assert.deepEqual(workspace.resolve('one'), []);
});

test('what a name means is asked once for each state of the corpus', () => {
	let asked = 0;
	let version = 1;
	const corpus = new Proxy(CORPUS, {
		get: (target, name) => {
			if (name === 'version') {
				return version;
			}
			asked += name === 'resolve' ? 1 : 0;
			const value = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const workspace = new Workspace(corpus);
	workspace.resolve('one');
	workspace.resolve('one');
	assert.equal(asked, 1);
	version++;
	workspace.resolve('one');
	assert.equal(asked, 2);
});

test('on each key typed, the notes that did not change are not looked at', () => {
	const workspace = after(
		opened('x'),
		...Array.from({ length: 300 }, (_, index) => read(`@paper[one; two; key${index}]`, `file:///${index}.md`)),
	);
	workspace.cited(NOTE);
	const resolve = workspace.resolve.bind(workspace);
	let asked = 0;
	workspace.resolve = (name) => {
		asked++;
		return resolve(name);
	};
	workspace.apply(typed('@paper[one] '));
	assert.deepEqual(cited(workspace, NOTE), { one: 2, two: 1 });
	assert.ok(asked <= 1, `${asked} names were looked up`);
});

test('a new set of syntaxes finds other citations in open notes', () => {
	const workspace = after(opened('[@one] @paper[two]'));
	assert.deepEqual(cited(workspace, NOTE), { two: 2 });
	const settings = (syntaxes: readonly string[]): WorkspaceChange => ({
		kind: 'settings',
		folders: new Map(),
		other: readSettings({ syntaxes }),
	});
	workspace.apply(settings(['paper', 'pandoc']));
	assert.deepEqual(cited(workspace, NOTE), { one: 2, two: 2 });
	workspace.apply(settings(['pandoc']));
	assert.deepEqual(cited(workspace, NOTE), { one: 2 });
});

const NAMING = '---\nbibliography: a.bib\n---\n\ntext';

test('other names of bibliographies are told of, and nothing else that is typed', () => {
	const workspace = after(read(NAMING, 'file:///other.md'));
	let told = 0;
	workspace.onNaming = () => {
		told++;
	};
	const expected = (count: number, ...changes: readonly WorkspaceChange[]): void => {
		told = 0;
		for (const change of changes) {
			workspace.apply(change);
		}
		assert.equal(told, count, JSON.stringify(changes));
	};
	expected(0, opened('text'), typed('@paper[one] '), closed, read('more'), gone);
	expected(1, opened(NAMING));
	expected(0, typed('@paper[one] ', NAMING.length), typed('\ntitle: x', 3), typed('# ', 4), closed, read(NAMING));
	expected(1, read(NAMING.replace('a.bib', 'b.bib')));
	expected(1, gone);
});

/** The names and their notes, as `path: name, name`. */
function namings(workspace: Workspace): readonly string[] {
	return [...workspace.namings()].map(({ uri, paths }) => `${uri.replace('file://', '')}: ${paths.join(', ')}`);
}

const PROJECT = 'file:///_quarto.yml';

test('notes and project files name bibliographies as the editor has them, else as the disk', () => {
	const workspace = after(opened(NAMING), read('none', 'file:///other.md'));
	assert.deepEqual(namings(workspace), ['/note.md: a.bib']);
	workspace.apply({ kind: 'projectRead', uri: PROJECT, text: 'bibliography: [b.bib, c.bib]' });
	workspace.apply({ kind: 'fileOpened', uri: PROJECT, text: 'bibliography: d.bib' });
	workspace.apply({ kind: 'projectRead', uri: PROJECT, text: 'bibliography: e.bib' });
	workspace.apply({ kind: 'projectGone', uri: PROJECT });
	assert.deepEqual(namings(workspace), ['/note.md: a.bib', '/_quarto.yml: d.bib']);
	workspace.apply({ kind: 'fileClosed', uri: PROJECT });
	assert.deepEqual(namings(workspace), ['/note.md: a.bib', '/_quarto.yml: d.bib']);
	workspace.apply({ kind: 'projectGone', uri: PROJECT });
	workspace.apply(closed);
	assert.deepEqual(namings(workspace), ['/note.md: a.bib']);
	workspace.apply(gone);
	assert.deepEqual(namings(workspace), []);
	assert.equal(workspace.noteCount, 1);
});

test('the corpus is complete once that is said and the bibliographies of notes have been looked for', () => {
	const workspace = after();
	assert.equal(workspace.complete, false);
	workspace.apply({ kind: 'corpusComplete', complete: true });
	assert.equal(workspace.complete, false);
	workspace.apply({ kind: 'bibliographiesFound', faults: new Map(), named: new Map() });
	assert.equal(workspace.complete, true);
});
