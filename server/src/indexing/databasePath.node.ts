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
export function databasePath({ storagePath, folders }: Place): string | undefined {
	if (storagePath === null) {
		return undefined;
	}
	const name = createHash('sha256')
		.update([...folders].sort().join('\n'))
		.digest('hex')
		.slice(0, 16);
	const folder = storagePath ? pathOf(storagePath) : cacheFolder();
	return folder && join(folder, indexName(name, INDEX_VERSION));
}

function pathOf(storagePath: string): string {
	return storagePath.startsWith('file:') ? URI.parse(storagePath).fsPath : storagePath;
}

let memories = 0;

/** A location for SQLite that means a new index in memory. It has a name, so that both threads open the same one. */
export function newMemory(): string {
	return `file:/paper-notes-${process.pid}-${memories++}?vfs=memdb`;
}
