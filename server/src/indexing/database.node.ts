/** The index database as a file on this machine: creating, opening for reading, deleting. */

import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readerVersion } from '../corpus/formats/readerVersions.ts';
import { type IndexFailure, indexFailureOf, refusal } from '../index/database/indexFailure.ts';
import type { SqlDatabase } from '../index/database/sqlDatabase.ts';
import { openReader } from '../index/openIndex.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { OpenIndex } from './driverHost.ts';
import { inTurns, type Turns } from './memoryTurns.node.ts';
import { type DamageCheck, damageIn, isSealed, SEAL_SUFFIX, writesIn } from './seal.node.ts';

export interface DatabasePlace {
	/** What SQLite opens. */
	readonly location: string;
	/** Present if the index is in memory. */
	readonly turns: Turns | undefined;
	/** How many bytes are compared with their checksums. */
	readonly checkedBytes: number;
}

/** Opens a database for reading. The rest is as for `openReader`. */
export function openDatabase(
	{ location, turns, checkedBytes }: DatabasePlace,
	onFailure: (failure: IndexFailure) => void,
	provisional: ProvisionalPapers,
): OpenIndex | { readonly failure: IndexFailure } {
	let db: SqlDatabase | undefined;
	try {
		const opened = new DatabaseSync(location);
		db = turns ? inTurns(opened, turns, true) : opened;
		const used = db;
		const reader = openReader(used, onFailure, { provisional, readerVersion });
		if ('opened' in reader) {
			markUsed(location);
			const file = fileNumber(location);
			const writes = (): number => {
				reader.opened.refresh();
				return writesIn(opened);
			};
			return {
				corpus: reader.opened,
				isReplaced: () => fileNumber(location) !== file,
				isSealed: () => isSealed(location, writes()),
				damage: () => failureIn(location, { writes, checkedBytes }),
				close: () => used.close(),
			};
		}
		used.close();
		return reader;
	} catch (error) {
		db?.close();
		return { failure: indexFailureOf(error) ?? refusal(error) };
	}
}

/** Records that the index at `path` is in use. Does nothing where that is not possible. */
export function markUsed(path: string): void {
	try {
		const now = new Date();
		utimesSync(path, now, now);
	} catch {
		// In memory, or on a disk that may not be written.
	}
}

/** What checksums say of the database. */
async function failureIn(location: string, check: DamageCheck): Promise<IndexFailure | undefined> {
	try {
		const message = await damageIn(location, check);
		return message === undefined ? undefined : { kind: 'damaged', message };
	} catch (error) {
		return indexFailureOf(error);
	}
}

/** The file's number on disk, which no other file gets while this one is open. Undefined if there is no file, as in memory. */
function fileNumber(location: string): bigint | undefined {
	return statSync(location, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** Creates the folder for the database `path`. Returns the failure if that is not possible. */
export function makeFolderOf(path: string | undefined): IndexFailure | undefined {
	try {
		if (path !== undefined) {
			makeFolder(dirname(path));
		}
		return undefined;
	} catch (error) {
		return { kind: 'unwritable', message: error instanceof Error ? error.message : String(error) };
	}
}

/** Creates a folder and those above it. Node's own way to do so never ends below `/proc`, as of 24.21. */
function makeFolder(folder: string): void {
	try {
		mkdirSync(folder);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'ENOENT' && dirname(folder) !== folder) {
			makeFolder(dirname(folder));
			mkdirSync(folder);
		} else if (code !== 'EEXIST' && !statSync(folder).isDirectory()) {
			throw error;
		}
	}
}

/**
 * Windows deletes a closed file only once virus scanners and backup programs have closed it, too. The first wait is
 * this many milliseconds, and each further one is longer by as much: a second in all. Node's own retries do not wait
 * at all if the delay is below a second (24.21).
 */
const MAX_RETRIES = 6;
const FIRST_WAIT_MS = 50;

/** Error codes for a file that another program holds. */
const HELD_CODES: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY']);

/** Deletes the files of the database. Throws if one cannot be deleted. Does nothing for an index in memory. */
export function deleteDatabase(path: string | undefined): void {
	for (const suffix of path === undefined ? [] : ['', '-wal', '-shm', SEAL_SUFFIX]) {
		deleteFile(path + suffix);
	}
}

function deleteFile(path: string, waits = 0): void {
	try {
		rmSync(path, { force: true, recursive: true });
	} catch (error) {
		if (waits === MAX_RETRIES || !(error instanceof Error && 'code' in error && HELD_CODES.has(error.code))) {
			throw error;
		}
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FIRST_WAIT_MS * (waits + 1));
		deleteFile(path, waits + 1);
	}
}
