/** Backups that programs leave beside a file are not read. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URI } from 'vscode-uri';
import { corpusRoots, matcherOfAll } from '../../server/src/files/corpusRoots.ts';
import { isNoteName, NOTE_GLOBS } from '../../server/src/workspace/noteFiles.ts';

const FOLDER = 'file:///work';

function taken(names: readonly string[], corpus: readonly string[]): readonly string[] {
	const { takes } = matcherOfAll(corpusRoots({ folder: FOLDER, corpus, exclude: [] }, '/home/ann'), {});
	return names.filter((name) => takes(URI.file(`/work/${name}`).toString()));
}

const BACKUPS = [
	...['refs.bib~', 'refs.bib.~2~', 'refs.bib.bak', 'refs.bib.BAK', 'refs.bak2', 'refs.bib.sav', '#refs.bib#'],
	...['.#refs.bib', '.refs.bib.swp', 'refs.bib.swo', '.refs.bib.un~', 'refs.bib.orig', 'refs.bib.old', '._refs.bib'],
	...['~$refs.bib', '.~lock.refs.bib#', 'refs.bib.tmp', 'refs.bib.part', 'refs.bib.rej', 'refs.json.backup'],
].map((name) => `papers/${name}`);

test('no pattern takes them', () => {
	assert.deepEqual(taken(BACKUPS, ['papers/**', '**/*', '**/*.bib*', 'papers']), []);
});

test('other names with such words are taken', () => {
	const files = ['a~b.bib', '#1.bib', 'old.bib', 'bak.bib', 'swp.ris', 'refs.saved', 'a.orig.bib', '$x.bib'];
	assert.deepEqual(taken(files, ['**/*']), files);
});

test('a backup that is named outright is taken', () => {
	assert.deepEqual(taken(BACKUPS, ['papers/refs.bib.bak', '**/*.bib']), ['papers/refs.bib.bak']);
});

test('the lock of a note in Emacs is no note', () => {
	const { takes } = matcherOfAll([{ uri: FOLDER, include: NOTE_GLOBS, exclude: [] }], {});
	assert.ok(isNoteName('file:///work/.%23note.md'));
	assert.deepEqual([takes('file:///work/.%23note.md'), takes('file:///work/note.md')], [false, true]);
});
