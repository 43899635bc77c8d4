/** Files that nobody takes are not even looked at. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/files/files.node.ts';
import { globMatcher } from '../../server/src/files/globs.ts';
import { filesBelow } from '../../server/src/files/rootFiles.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'paper-notes-walk-'));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

test('a walk leaves out files that are skipped, and takes what links lead to by its own name', async () => {
	mkdirSync(join(FOLDER, 'deep.bib.folder'));
	for (const name of ['a.bib', 'note.md', 'deep.bib.folder/b.bib']) {
		writeFileSync(join(FOLDER, name), 'x');
	}
	symlinkSync('note.md', join(FOLDER, 'linked.bib'));
	const uri = URI.file(FOLDER).toString();
	const walked: string[] = [];
	for await (const file of nodeFiles.walk(uri, (one, isFile) => isFile === true && one.endsWith('.md'))) {
		walked.push(file.uri.slice(uri.length + 1));
	}
	assert.deepEqual(walked.sort(), ['a.bib', 'deep.bib.folder/b.bib', 'linked.bib']);
	const found = await filesBelow(nodeFiles, [{ uri, include: ['**/*.bib'], exclude: [] }]);
	assert.deepEqual([...found.keys()].map((one) => one.slice(uri.length + 1)).sort(), [
		'a.bib',
		'deep.bib.folder/b.bib',
		'linked.bib',
	]);
});

test('a glob that asks for an ending matches as any other', () => {
	const matches = globMatcher(['**/*.bib', '*.RIS', 'papers/**', '!*.md']);
	const paths = [
		'a.bib',
		'x/a.BIB',
		'.bib',
		'x/.bib',
		'a.ris',
		'x/a.ris',
		'papers/a.md',
		'a.md',
		'x/a.md',
		'a.bibx',
		'bib',
		'',
	];
	const others = ['**/*.bib', '*.RIS', 'papers/**', '!*.md'].map((glob) =>
		picomatch(glob, { dot: true, nocase: true }),
	);
	assert.deepEqual(
		paths.map((path) => matches(path)),
		paths.map((path) => others.some((one) => one(path))),
	);
	assert.equal(matches('x/a.BIB'), true);
	assert.equal(globMatcher(['**/*.bib'])('a.md'), false);
});
