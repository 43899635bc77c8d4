/**
 * Indexes of other versions of this program in the same folder. Each version keeps its own file, since two may be in use at
 * once, in two windows or two editors; those that nobody has used for a month are deleted.
 */

import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deleteDatabase } from './database.node.ts';

/** `papers-<folders>-<version>.sqlite`; before versions had their own files, `papers-<folders>.sqlite`. */
const INDEX_NAME = /^papers-[0-9a-f]{16}(?:-(\d+))?\.sqlite$/;

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** The file name of the index of these folders, of which `hash` is the name. */
export function indexName(hash: string, version: number): string {
	return `papers-${hash}-${version}.sqlite`;
}

/** Deletes the indexes beside `path` that are of other versions and have not been used for a month. Never throws. */
export function deleteOldIndexes(path: string, now = Date.now()): void {
	try {
		const [, version] = INDEX_NAME.exec(basename(path)) ?? [];
		const others = readdirSync(dirname(path)).filter((name) => {
			const match = INDEX_NAME.exec(name);
			return version !== undefined && match !== null && match[1] !== version;
		});
		for (const old of others.map((name) => join(dirname(path), name))) {
			if (now - statSync(old).mtimeMs > MONTH_MS) {
				deleteDatabase(old);
			}
		}
	} catch {
		// In memory, or a file that another program holds: the next start tries again.
	}
}
