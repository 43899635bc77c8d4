/**
 * How this disk is asked for what it holds. A server never waits for it, so that it can answer requests meanwhile. A
 * command has nothing else to do: waiting for each of thousands of small files takes a fifth of the time.
 */

import {
	closeSync,
	constants,
	type Dirent,
	fstatSync,
	openSync,
	readdirSync,
	readSync,
	realpathSync,
	type Stats,
	statSync,
} from 'node:fs';
import * as promises from 'node:fs/promises';

let mayWait = false;

/** From now on this thread waits for the disk. */
export function waitForDisk(): void {
	mayWait = true;
}

export async function stat(path: string): Promise<Stats> {
	return mayWait ? statSync(path) : promises.stat(path);
}

export async function realpath(path: string): Promise<string> {
	return mayWait ? realpathSync.native(path) : promises.realpath(path);
}

export async function entriesOf(folder: string): Promise<Dirent[]> {
	return mayWait ? readdirSync(folder, { withFileTypes: true }) : promises.readdir(folder, { withFileTypes: true });
}

/** Opening a pipe that has taken the place of the file does not wait. Windows has no such flag. */
export const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * As many bytes as the file has when it is opened: a file that never ends has none. `accept` throws if what was opened
 * is not to be read.
 */
export async function bytesOf(path: string, accept: (found: Stats) => void): Promise<Uint8Array> {
	return mayWait ? bytesNow(path, accept) : bytesLater(path, accept);
}

function bytesNow(path: string, accept: (found: Stats) => void): Uint8Array {
	const file = openSync(path, READ_AT_ONCE);
	try {
		const found = fstatSync(file);
		accept(found);
		const bytes = new Uint8Array(found.size);
		let length = 0;
		for (let read = -1; read !== 0 && length < bytes.length; length += read) {
			read = readSync(file, bytes, length, bytes.length - length, null);
		}
		return bytes.subarray(0, length);
	} finally {
		closeSync(file);
	}
}

async function bytesLater(path: string, accept: (found: Stats) => void): Promise<Uint8Array> {
	const file = await promises.open(path, READ_AT_ONCE);
	try {
		const found = await file.stat();
		accept(found);
		const bytes = new Uint8Array(found.size);
		let length = 0;
		for (let read = -1; read !== 0 && length < bytes.length; length += read) {
			read = (await file.read(bytes, length, bytes.length - length)).bytesRead;
		}
		return bytes.subarray(0, length);
	} finally {
		await file.close();
	}
}
