/** The database of an index as a file of this machine: made, opened to be read, deleted. */

import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readerVersion } from '../corpus/formats/readerVersions.ts';
import { type IndexFailure, indexFailureOf, refusal } from '../index/database/indexFailure.ts';
import { openReader } from '../index/openIndex.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { OpenIndex } from './driverHost.ts';

/** `location` is what SQLite is to open; the rest as for `openReader`. */
export function openDatabase(
	location: string,
	onFailure: (failure: IndexFailure) => void,
	seen: ProvisionalPapers,
): OpenIndex | { readonly failure: IndexFailure } {
	let db: DatabaseSync | undefined;
	try {
		const opened = new DatabaseSync(location);
		db = opened;
		const reader = openReader(opened, onFailure, { seen, readerVersion });
		if ('opened' in reader) {
			const file = fileNumber(location);
			return {
				corpus: reader.opened,
				isReplaced: () => fileNumber(location) !== file,
				close: () => opened.close(),
			};
		}
		opened.close();
		return reader;
	} catch (error) {
		db?.close();
		return { failure: indexFailureOf(error) ?? refusal(error) };
	}
}

/** What the disk numbers the file by; undefined where there is none, as in memory. */
function fileNumber(location: string): bigint | undefined {
	return statSync(location, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** Makes the folder in which the database `path` is to stand; the failure where it cannot. */
export function makeFolderOf(path: string | undefined): IndexFailure | undefined {
	try {
		if (path !== undefined) {
			mkdirSync(dirname(path), { recursive: true });
		}
		return undefined;
	} catch (error) {
		return { kind: 'unwritable', message: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * Windows lets go of a file that was closed only when scanners and backups do, too. Each wait is longer than the one before
 * by the first, in milliseconds: a second in all. Node's own retries take every wait below a second for none (24.21).
 */
const RETRIES = 6;
const FIRST_WAIT_MS = 50;

/** What the system says of a file that another program holds. */
const HELD: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY']);

/** Throws where a file of the database cannot be deleted; nothing where it is in memory. */
export function deleteDatabase(path: string | undefined): void {
	for (const suffix of path === undefined ? [] : ['', '-wal', '-shm']) {
		deleteFile(path + suffix);
	}
}

function deleteFile(path: string, waits = 0): void {
	try {
		rmSync(path, { force: true, recursive: true });
	} catch (error) {
		if (waits === RETRIES || !(error instanceof Error && 'code' in error && HELD.has(error.code))) {
			throw error;
		}
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FIRST_WAIT_MS * (waits + 1));
		deleteFile(path, waits + 1);
	}
}
