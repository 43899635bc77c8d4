/** Where the index of a workspace is stored on this machine. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { cacheFolder } from '../files/cacheFolder.node.ts';
import { INDEX_VERSION } from '../index/openIndex.ts';
import { indexName } from './oldIndexes.node.ts';

interface Place {
	/** A folder; `null` for memory; undefined for the platform's cache folder. */
	readonly storagePath: string | null | undefined;
	/** The URIs of the workspace folders. */
	readonly folders: readonly string[];
}

/**
 * The path of the database: one for each set of workspace folders, so that several can share a storage folder, and for
 * each version, so that an older one in another window keeps its own.
 * Undefined means memory, if that is asked for or if there is no cache folder. Does not check whether the path can be
 * written; whoever opens it does.
 */
export function databasePath(place: Place): string | undefined {
	const folder = storageFolder(place);
	return folder && join(folder, indexName(hashOf(place), INDEX_VERSION));
}

/**
 * Where a command notes which files it is about to change: beside the database, or undefined if there is none. The same in
 * all versions, so that after an update the next command finishes what a killed one has begun.
 */
export function unfinishedWritesPath(place: Place): string | undefined {
	const folder = storageFolder(place);
	return folder && join(folder, `papers-${hashOf(place)}.journal`);
}

function storageFolder({ storagePath }: Place): string | undefined {
	return storagePath === null ? undefined : storagePath ? pathOf(storagePath) : cacheFolder();
}

function hashOf({ folders }: Place): string {
	return createHash('sha256')
		.update([...folders].sort().join('\n'))
		.digest('hex')
		.slice(0, 16);
}

function pathOf(storagePath: string): string {
	return storagePath.startsWith('file:') ? URI.parse(storagePath).fsPath : storagePath;
}

/** The file of the memory of keys that belongs to the index at `path`: the same for each version of the index. */
export function keyMemoryPath(path: string): string {
	const [, folder = '', hash] = /^(.*)papers-([0-9a-f]{16})-\d+\.sqlite$/s.exec(path) ?? [];
	return hash === undefined ? `${path}.keys` : `${folder}keys-${hash}.sqlite`;
}

let memories = 0;

/** A location for SQLite that means a new index in memory. It has a name, so that both threads open the same one. */
export function newMemory(): string {
	return `file:/paper-notes-${process.pid}-${memories++}?vfs=memdb`;
}
