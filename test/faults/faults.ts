/** What can go wrong with an index in use. Each fault strikes a workspace that servers have indexed, or are indexing. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readSync,
	rmSync,
	statSync,
	truncateSync,
	writeSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.ts';
import { indexed } from '../support/scenarios.ts';
import { status } from '../support/serverCase.ts';
import type { StdioEditor } from '../support/stdioEditor.ts';
import { type FaultyWorkspace, REFUSED } from './faultyWorkspace.ts';

export interface Fault {
	readonly name: string;
	/** Why it cannot strike on this machine. Undefined if it can. */
	readonly absent?: () => string | undefined;
	/** Lets the fault strike. Returns the server that must have noticed it; undefined if the next one must. */
	readonly strike: (workspace: FaultyWorkspace) => Promise<StdioEditor | undefined>;
}

/** Milliseconds in which a server has opened its index and has not read all files. */
const MOMENT_MS = 600;

export const FAULTS: readonly Fault[] = [
	{
		name: 'a server is killed',
		strike: async (workspace) => {
			const editor = await workspace.start();
			await pause(workspace.random() * MOMENT_MS);
			workspace.edit();
			await editor.kill();
			return undefined;
		},
	},
	{
		name: 'one byte of the index changes',
		strike: async (workspace) => {
			await workspace.indexAndClose();
			changeBytes(workspace, 1);
			return undefined;
		},
	},
	{
		name: 'many bytes of the index change',
		strike: async (workspace) => {
			await workspace.indexAndClose();
			changeBytes(workspace, 1 + Math.floor(workspace.random() * 500));
			return undefined;
		},
	},
	{
		name: 'the end of the index is lost',
		strike: async (workspace) => {
			await workspace.indexAndClose();
			const path = workspace.database();
			truncateSync(path, Math.floor(statSync(path).size * workspace.random()));
			return undefined;
		},
	},
	{
		name: 'the storage folder is deleted below a server at rest',
		strike: async (workspace) => {
			const editor = await workspace.start();
			await indexed(editor);
			rmSync(workspace.storage, { recursive: true });
			await workspace.editThrough(editor);
			return editor;
		},
	},
	{
		name: 'another server builds the index anew',
		strike: async (workspace) => {
			const [one, other] = await Promise.all([workspace.start(), workspace.start()]);
			await Promise.all([indexed(one), indexed(other)]);
			await one.request('paperNotes/rebuildIndex', {});
			await workspace.editThrough(one);
			await indexed(one);
			return other;
		},
	},
	{
		name: 'three servers build one index, and one of them is killed',
		strike: async (workspace) => {
			rmSync(workspace.storage, { recursive: true, force: true });
			const editors = await Promise.all([workspace.start(), workspace.start(), workspace.start()]);
			await pause(workspace.random() * MOMENT_MS);
			await editors[0]?.kill();
			return editors[1];
		},
	},
	{
		name: 'files change while they are read',
		strike: async (workspace) => {
			const editor = await workspace.start();
			for (let edits = 0; edits < 5; edits++) {
				await workspace.editThrough(editor);
				await pause(workspace.random() * 60);
			}
			return editor;
		},
	},
	{
		name: 'the disk of the index is full',
		absent: () => reasonAgainstMounting(),
		strike: async (workspace) => {
			rmSync(workspace.storage, { recursive: true, force: true });
			mkdirSync(workspace.storage);
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', workspace.storage], { stdio: 'pipe' });
			workspace.atEnd(() => execFileSync('umount', ['-l', workspace.storage]));
			const editor = await workspace.start();
			await workspace.editThrough(editor);
			return editor;
		},
	},
	...['EIO', 'EBUSY', 'EACCES'].map(
		(code): Fault => ({
			name: `a file cannot be read for a while (${code})`,
			strike: async (workspace) => {
				workspace.refuse(code);
				await workspace.indexAndClose();
				const editor = await workspace.start();
				const { files } = await indexed(editor);
				assert.ok(
					files.some(({ note }) => note?.includes(code)),
					'nothing is said',
				);
				workspace.refuse(undefined);
				await editor.changed(REFUSED);
				await eventually({
					read: () => status(editor),
					accept: ({ files: now }) => now.every(({ note }) => note === undefined),
					what: 'the file to be read',
				});
				return editor;
			},
		}),
	),
];

function changeBytes({ random, database }: FaultyWorkspace, count: number): void {
	const path = database();
	const file = openSync(path, 'r+');
	const { size } = statSync(path);
	const byte = new Uint8Array(1);
	for (let change = 0; change < count; change++) {
		const at = Math.floor(random() * size);
		readSync(file, byte, 0, 1, at);
		byte[0] = (byte[0] ?? 0) ^ (1 + Math.floor(random() * 255));
		writeSync(file, byte, 0, 1, at);
	}
	closeSync(file);
}

function reasonAgainstMounting(): string | undefined {
	return process.platform === 'linux' &&
		process.getuid?.() === 0 &&
		existsSync('/proc/mounts') &&
		readdirSync('/').includes('tmp')
		? undefined
		: 'no file system can be mounted here';
}
