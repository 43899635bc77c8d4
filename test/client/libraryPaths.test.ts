/** How a library is written in the settings, and which of those count. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingLibraries, isWithin, writtenLibrary } from '../../client/src/library/libraryPaths.node.ts';

const HOME = '/home/ann';
const FOLDERS = ['/work/notes', '/work/notes/inner', '/home/ann/thesis'];

function checkWritten(path: string, folder: string | undefined, written: string): void {
	assert.deepEqual(writtenLibrary(path, FOLDERS, HOME), { folder, written });
}

test('what lies in a workspace folder is written in its settings, relative to it', () => {
	checkWritten('/work/notes/papers/a b.bib', '/work/notes', 'papers/a b.bib');
	checkWritten('/work/notes/inner/é.bib', '/work/notes/inner', 'é.bib');
	checkWritten('/home/ann/thesis/refs', '/home/ann/thesis', 'refs');
	checkWritten('/work/notes', '/work/notes', '.');
	checkWritten('/work/notes/~/a.bib', '/work/notes', './~/a.bib');
	checkWritten('/work/notes/..a.bib', '/work/notes', '..a.bib');
});

test("what lies elsewhere is written in the user's settings, from the home folder or absolute", () => {
	checkWritten('/home/ann/Zotero/My "Library".bib', undefined, '~/Zotero/My "Library".bib');
	checkWritten('/srv/papers', undefined, '/srv/papers');
	checkWritten('/work/notesuite/a.bib', undefined, '/work/notesuite/a.bib');
	checkWritten('/home/annabel/a.bib', undefined, '/home/annabel/a.bib');
});

const shared = (...libraries: readonly unknown[]) => ({ user: undefined, shared: [libraries] });

function checkCounting(settings: { user: unknown; shared: unknown[] }, expected: readonly string[], folder?: string) {
	assert.deepEqual(countingLibraries(settings, folder, HOME), expected);
}

test("the user's libraries and the folder's count together", () => {
	const settings = { user: ['~/a.bib', '/srv/b'], shared: [['sub/c.bib'], ['d.bib', 'sub/c.bib']] };
	checkCounting(settings, ['~/a.bib', '/srv/b', 'sub/c.bib', 'd.bib'], '/work/notes');
});

test('what a workspace brings along does not reach outside its folder', () => {
	for (const written of ['~/.ssh', '/etc', '../elsewhere', 'sub/../../elsewhere', '..', '~', '/work/notes2/a.bib']) {
		checkCounting(shared(written), [], '/work/notes');
	}
	const [folder, home] = ['workspaceFolder', 'userHome'].map((name) => `$\{${name}}`);
	for (const written of [
		`${folder}/..`,
		`${folder}/../x.bib`,
		home,
		`${home}/.ssh`,
		'file:///etc',
		'FILE:/etc',
		'file:%',
	]) {
		checkCounting(shared(written), [], '/work/notes');
	}
	for (const written of [folder, `${folder}/a.bib`, 'file:///work/notes/a.bib']) {
		checkCounting(shared(written), [written ?? ''], '/work/notes');
	}
	for (const written of ['a.bib', '.', './a.bib', '/work/notes/a.bib', 'sub/../a.bib', '..a.bib']) {
		checkCounting(shared(written), [written], '/work/notes');
	}
	checkCounting(shared('~/thesis/a.bib'), ['~/thesis/a.bib'], '/home/ann/thesis');
});

test("without a folder only the user's count, and nonsense never", () => {
	checkCounting({ user: ['~/a.bib'], shared: [['b.bib', '/home/ann/c.bib']] }, ['~/a.bib']);
	checkCounting({ user: 'x', shared: [undefined, 3, [null, 'a.bib', '']] }, ['a.bib'], '/work/notes');
});

test('a folder holds what lies in it under another spelling', () => {
	const check = (path: string, folder: string, ignoresCase: boolean, expected: boolean): void =>
		assert.equal(isWithin(path, folder, { ignoresCase }), expected, path);
	check('/users/ann/x.bib', '/Users/Ann', true, true);
	check('/users/ann/x.bib', '/Users/Ann', false, false);
	check('/work/B\u00fccher/x.bib', '/work/Bu\u0308cher', false, true);
	check('/users/annabel/x.bib', '/Users/Ann', true, false);
	const { written } = writtenLibrary('/work/B\u00fccher/x.bib', ['/work/Bu\u0308cher'], HOME);
	assert.equal(written, 'x.bib');
});
