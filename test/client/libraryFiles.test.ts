/** The files on a machine that are offered as libraries. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findLibraries } from '../../client/src/library/libraryFiles.node.ts';

const CSL = JSON.stringify([{ id: 'smith2020', type: 'article-journal', title: 'First' }]);
const BETTER_BIBTEX = JSON.stringify({ config: {}, items: [{ itemType: 'book', citationKey: 'smith2020' }] });

/** A home folder with these files, each a second older than the one before. */
function homeWith(t: TestContext, files: Readonly<Record<string, string>>): string {
	const home = mkdtempSync(join(tmpdir(), 'paper-notes-'));
	t.after(() => rmSync(home, { recursive: true, force: true }));
	for (const [index, [name, text]] of Object.entries(files).entries()) {
		const path = join(home, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		const modified = 1_700_000_000 - index;
		utimesSync(path, modified, modified);
	}
	return home;
}

async function check(
	t: TestContext,
	files: Readonly<Record<string, string>>,
	expected: readonly string[],
): Promise<void> {
	const home = homeWith(t, files);
	const found = await findLibraries(home, new Set());
	assert.deepEqual(
		found.files.map(({ path }) => relative(home, path)),
		expected,
	);
}

test('bibliographies of the home folder, of Documents and of Zotero are offered, the newest first', (t) =>
	check(
		t,
		{
			'Zotero/My Library.bib': '@a{b}',
			'library.ris': 'TY  - JOUR',
			'Documents/thesis/refs/Büch.BIB': '@a{b}',
			'Zotero/better-bibtex/export.json': BETTER_BIBTEX,
			'Documents/csl.json': CSL,
		},
		[
			'Zotero/My Library.bib',
			'library.ris',
			'Documents/thesis/refs/Büch.BIB',
			'Zotero/better-bibtex/export.json',
			'Documents/csl.json',
		],
	));

test('what is deep, hidden, empty, of another kind or an attachment is not', (t) =>
	check(
		t,
		{
			'Documents/a/b/c/deep.bib': '@a{b}',
			'projects/refs.bib': '@a{b}',
			'.hidden/refs.bib': '@a{b}',
			'.refs.bib': '@a{b}',
			'Documents/empty.bib': '',
			'Documents/package.json': '{"name": "x", "version": "1", "type": "module"}',
			'Documents/list.json': '[1, 2, 3]',
			'Documents/folder.bib/note.txt': 'x',
			'Documents/node_modules/x/refs.bib': '@a{b}',
			'Zotero/storage/ABCD/refs.bib': '@a{b}',
			'notes.md': 'x',
		},
		[],
	));

test('on Linux the folder of documents has the name of its language', (t) =>
	check(
		t,
		{ 'Dokumente/refs.bib': '@a{b}', '.config/user-dirs.dirs': '# made\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n' },
		['Dokumente/refs.bib'],
	));

test("Zotero's own database is noticed", async (t) => {
	const database = { 'Zotero/zotero.sqlite': 'SQLite format 3' };
	assert.deepEqual(await findLibraries(homeWith(t, database), new Set()), { files: [], hasZotero: true });
});

test('of many files the newest are offered, with size and time', async (t) => {
	const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Documents/${index}.bib`, '@a{b}']));
	const home = homeWith(t, many);
	const { files } = await findLibraries(home, new Set([join(home, 'Documents/0.bib')]));
	assert.equal(files.length, 30);
	assert.deepEqual(files[0], { path: join(home, 'Documents/1.bib'), size: 5, modified: 1_699_999_999_000 });
});

test('no home folder is no error', async () =>
	assert.deepEqual(await findLibraries('/there/is/none', new Set()), { files: [], hasZotero: false }));
