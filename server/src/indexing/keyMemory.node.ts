/** The memory of keys as a file on this machine, beside the index. */

import { DatabaseSync } from 'node:sqlite';
import { type KeyMemory, noKeyMemory } from '../corpus/keyMemory.ts';
import { indexFailureOf } from '../index/database/indexFailure.ts';
import { RememberedKeys } from '../index/rememberedKeys.ts';
import { deleteDatabase, makeFolderOf } from './database.node.ts';

/** Milliseconds to wait while another server writes. */
const MAX_WAIT_MS = 500;

export type OpenKeyMemory = KeyMemory & { close(): void };

/**
 * The memory at this place, as SQLite names it. A file is opened with the first use; a damaged one is replaced by an
 * empty one.
 */
export function openKeyMemory(location: string): OpenKeyMemory {
	let db: DatabaseSync | undefined;
	let keys: KeyMemory | undefined;
	const open = (): KeyMemory => {
		void (isFile(location) && makeFolderOf(location));
		db = new DatabaseSync(location, { timeout: MAX_WAIT_MS });
		return new RememberedKeys(db);
	};
	const close = (): void => {
		keys = undefined;
		const closing = db;
		db = undefined;
		closing?.close();
	};
	const guarded = <T>(use: (memory: KeyMemory) => T, fallback: T): T => {
		for (const isLast of [false, true]) {
			try {
				keys ??= open();
				return use(keys);
			} catch (error) {
				if (isLast || !isDamage(error)) {
					return fallback;
				}
				discard(close, location);
			}
		}
		return fallback;
	};
	if (!isFile(location)) {
		// What is in memory lasts as long as someone has it open.
		guarded(() => {}, undefined);
	}
	return {
		meaningsOf: (key) => guarded((memory) => memory.meaningsOf(key), []),
		cited: () => guarded((memory) => memory.cited(), noKeyMemory.cited()),
		keepLost: (meanings) => guarded((memory) => memory.keepLost(meanings), undefined),
		keepCited: (cited) => guarded((memory) => memory.keepCited(cited), undefined),
		keepUncited: (uncited) => guarded((memory) => memory.keepUncited(uncited), undefined),
		close,
	};
}

function isFile(location: string): boolean {
	return !location.startsWith('file:');
}

function isDamage(error: unknown): boolean {
	return indexFailureOf(error)?.kind === 'damaged';
}

function discard(close: () => void, location: string): void {
	try {
		close();
		deleteDatabase(isFile(location) ? location : undefined);
	} catch {
		// Another program holds it: the next start tries again.
	}
}
