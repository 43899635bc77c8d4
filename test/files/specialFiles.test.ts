/** Only files on a disk are read, and no more bytes of them than they have. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { URI } from 'vscode-uri';
import { isReadable, nodeFiles } from '../../server/src/files/files.node.ts';
import { NotAFile } from '../../server/src/files/files.ts';
import { readNoteAgain } from '../../server/src/workspace/noteFiles.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { corpusOf } from '../support/workspaceOf.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'paper-notes-special-'));
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const NO_PROC = process.platform === 'linux' ? false : 'only Linux has /proc';

function link(name: string, target: string): string {
	symlinkSync(target, join(FOLDER, name));
	return URI.file(join(FOLDER, name)).toString();
}

async function check(uri: string): Promise<void> {
	await assert.rejects(nodeFiles.read(uri), NotAFile);
	assert.throws(() => [...(nodeFiles.chunks?.(uri) ?? [])], NotAFile);
}

test('what has no end or waits for events is not even opened', { skip: NO_PROC }, async () => {
	await check(link('map.bib', '/proc/self/pagemap'));
	await check(link('messages.bib', '/proc/kmsg'));
	await check(link('class.bib', '/sys/kernel/uevent_seqnum'));
	await check(link('zero.bib', '/dev/zero'));
	execFileSync('mkfifo', [join(FOLDER, 'pipe')]);
	await check(link('pipe.bib', 'pipe'));
	assert.equal(await isReadable(link('again.bib', '/proc/kmsg')), true);
});

test('notes are not read there either', { skip: NO_PROC }, async () => {
	const workspace = new Workspace(corpusOf([]), '/home/ann');
	const unread: string[] = [];
	const uri = link('note.md', '/proc/self/pagemap');
	await readNoteAgain({ workspace, files: nodeFiles, onUnread: (each) => unread.push(each) }, uri);
	assert.deepEqual([[...workspace.noteUris()], unread], [[], []]);
});

test('a file is read whole, at once and in chunks', async () => {
	const bytes = Buffer.from('abc'.repeat(50_000));
	writeFileSync(join(FOLDER, 'whole.bib'), bytes);
	writeFileSync(join(FOLDER, 'empty.bib'), '');
	const uri = URI.file(join(FOLDER, 'whole.bib')).toString();
	assert.deepEqual(Buffer.from(await nodeFiles.read(uri)), bytes);
	const chunks = [...(nodeFiles.chunks?.(uri) ?? [])].map((chunk) => Buffer.from(chunk));
	assert.ok(chunks.length > 0);
	assert.equal((await nodeFiles.read(URI.file(join(FOLDER, 'empty.bib')).toString())).length, 0);
});
