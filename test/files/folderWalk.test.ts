/** All files below a folder are listed, however folders are linked and files are called. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/files/files.node.ts';
import { NotAFile } from '../../server/src/files/files.ts';
import { absentBesideLinux, absentOnWindows } from '../support/posix.ts';

function madeFolder(t: TestContext): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'paper-notes-walk-')));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

async function listed(folder: string): Promise<string[]> {
	const found: string[] = [];
	for await (const { uri } of nodeFiles.walk(URI.file(folder).toString(), () => false)) {
		found.push(URI.parse(uri).fsPath.slice(folder.length + 1));
	}
	return found.sort();
}

test('a folder that is linked in circles and twice is listed once by each way', {
	skip: absentOnWindows('links'),
}, async (t) => {
	const folder = madeFolder(t);
	mkdirSync(join(folder, 'a/b/c'), { recursive: true });
	writeFileSync(join(folder, 'a/b/c/x.bib'), '');
	symlinkSync(join(folder, 'a'), join(folder, 'a/b/c/up'));
	symlinkSync(folder, join(folder, 'a/top'));
	symlinkSync(join(folder, 'a/b'), join(folder, 'short'));
	symlinkSync(join(folder, 'short'), join(folder, 'shorter'));
	assert.deepEqual(await listed(folder), ['a/b/c/x.bib', 'short/c/x.bib', 'shorter/c/x.bib']);
});

test('files whose names are not UTF-8 are listed, and reading them says why that fails', {
	skip: absentBesideLinux('such names'),
}, async (t) => {
	const folder = madeFolder(t);
	const path = (name: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
	writeFileSync(path('caf\xe9.bib'), '');
	mkdirSync(path('\xe9t\xe9'));
	writeFileSync(path('\xe9t\xe9/good.bib'), '');
	writeFileSync(join(folder, '\ufffd.bib'), '');
	const found = await listed(folder);
	assert.deepEqual(found, ['caf\ufffd.bib', '\ufffd.bib', '\ufffdt\ufffd/good.bib'].sort());
	for (const name of ['caf\ufffd.bib', '\ufffdt\ufffd/good.bib']) {
		const uri = URI.file(join(folder, name)).toString();
		assert.deepEqual(await nodeFiles.stat(uri), { uri, size: 0, mtime: 0 });
		await assert.rejects(nodeFiles.read(uri), (error) => error instanceof NotAFile && /not UTF-8/.test(error.message));
	}
	const gone = URI.file(join(folder, 'gone\ufffd.bib')).toString();
	assert.equal(await nodeFiles.stat(gone), undefined);
	assert.equal((await nodeFiles.read(URI.file(join(folder, '\ufffd.bib')).toString())).length, 0);
});
