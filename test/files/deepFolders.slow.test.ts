/** Listing the files below a folder takes a time that grows with their number, not with their depth. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/files/files.node.ts';
import { absentOnWindows } from '../support/posix.ts';

/** A folder in a folder and so on, each with a file. */
function deepFolder(t: TestContext, levels: number): string {
	const top = mkdtempSync(join(tmpdir(), 'paper-notes-deep-'));
	t.after(() => rmSync(top, { recursive: true, force: true }));
	const here = process.cwd();
	process.chdir(top);
	for (let level = 0; level < levels; level++) {
		mkdirSync('d');
		process.chdir('d');
		writeFileSync('a.bib', '');
	}
	process.chdir(here);
	return top;
}

/** Milliseconds of the processors, in all threads: reading folders is done in threads of Node. The best of three. */
async function walkTime(folder: string, files: number): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 3; round++) {
		const before = process.cpuUsage();
		let found = 0;
		for await (const _ of nodeFiles.walk(URI.file(folder).toString(), () => false)) {
			found++;
		}
		assert.equal(found, files);
		const { user, system } = process.cpuUsage(before);
		times.push((user + system) / 1000);
	}
	return Math.min(...times);
}

test('four times as many levels of folders take about four times as long', {
	skip: absentOnWindows('such long paths'),
}, async (t) => {
	const few = await walkTime(deepFolder(t, 200), 200);
	const many = await walkTime(deepFolder(t, 800), 800);
	assert.ok(many < 12 * few, `${few} and ${many} ms`);
});
