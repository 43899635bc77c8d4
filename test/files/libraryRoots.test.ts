/** What the paths of `paperNotes.libraries` mean. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matcherOf } from '../../server/src/files/corpusRoots.ts';
import { libraryRoots } from '../../server/src/files/libraryRoots.ts';
import { readSettings } from '../../server/src/workspace/settings.ts';

const HOME = '/home/ann';
const FOLDER = 'file:///work/notes';

function check(written: string, uri: string | undefined, { folder = FOLDER, home = HOME } = {}): void {
	const roots = libraryRoots({ folder, libraries: [written], exclude: [] }, home);
	assert.deepEqual(
		roots.map((root) => root.uri),
		uri === undefined ? [] : [uri],
		written,
	);
}

test('a path is relative, absolute or from the home folder', () => {
	check('papers.bib', 'file:///work/notes/papers.bib');
	check('./sub/', 'file:///work/notes/sub');
	check('.', 'file:///work/notes');
	check('../shared/papers.bib', 'file:///work/shared/papers.bib');
	check('~/Zotero/library.bib', 'file:///home/ann/Zotero/library.bib');
	check('/srv/papers', 'file:///srv/papers');
});

test('a path is a name and no pattern', () => {
	check("~/Ann's papers [2020] {a}*?.bib", 'file:///home/ann/Ann%27s%20papers%20%5B2020%5D%20%7Ba%7D%2A%3F.bib');
	check('~/Büch "er"/論文#1%.bib', 'file:///home/ann/B%C3%BCch%20%22er%22/%E8%AB%96%E6%96%87%231%25.bib');
	check('a\\b.bib', 'file:///work/notes/a%5Cb.bib');
});

test('on Windows a backslash stands between names', () => {
	const windows = { folder: 'file:///c%3A/notes', home: 'C:/Users/Ann' };
	check('sub\\a.bib', 'file:///c%3A/notes/sub/a.bib', windows);
	check('D:\\papers', 'file:///d%3A/papers', windows);
	check('~\\a.bib', 'file:///c%3A/Users/Ann/a.bib', windows);
});

test('without a folder what is relative leads nowhere', () => {
	check('papers.bib', undefined, { folder: '' });
	check('~/papers.bib', 'file:///home/ann/papers.bib', { folder: '' });
	check('', undefined);
	check(' ', undefined);
});

test('a file counts by itself, a folder with all below it but what is excluded', () => {
	const [root] = libraryRoots({ folder: FOLDER, libraries: ['~/lib'], exclude: ['**/drafts/**'] }, HOME);
	assert.ok(root);
	const { takes } = matcherOf(root, {});
	assert.ok(takes('file:///home/ann/lib'));
	assert.ok(takes('file:///home/ann/lib/a/b.json'));
	assert.ok(!takes('file:///home/ann/lib/drafts/b.json'));
	assert.ok(!takes('file:///home/ann/library.bib'));
	assert.deepEqual(root.named, [{ uri: 'file:///home/ann/lib', pattern: '~/lib' }]);
});

test('the setting is a list of paths', () => {
	assert.deepEqual(readSettings({ libraries: ['a', 3, 'b'] }).libraries, ['a', 'b']);
	assert.deepEqual(readSettings({ libraries: 7 }).libraries, []);
});
