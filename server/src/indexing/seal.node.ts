/**
 * Checksums of the index, for noticing bytes that have changed on disk by themselves: SQLite would answer wrongly from
 * them. They stand in a file beside the database, made when the indexing thread ends and checked at the next start.
 */

import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { indexingMessages } from '../messages/indexingMessages.ts';

export const SEAL_SUFFIX = '-seal';

/** Bytes under one checksum: 0.2 ms to read and 0.1 ms to sum up. */
const BLOCK_BYTES = 2 ** 18;

interface Seal {
	/** `state.writes` of the index: if it has another number by now, the checksums are out of date. */
	readonly writes: number;
	/** Of the database file, in bytes. */
	readonly size: number;
	readonly blocks: readonly number[];
}

/**
 * Writes the checksums of the database at `path`, which `db` has open. Writes none if another process is writing, or if
 * it would take longer than `budgetMs`. Never throws: an index without checksums is used as it is.
 */
export function sealDatabase(db: DatabaseSync, path: string, budgetMs: number): void {
	try {
		// What is still in the log must be in the file first.
		db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		// Nobody may write while the file is read.
		db.exec('BEGIN IMMEDIATE');
		try {
			if (statSync(`${path}-wal`).size === 0) {
				writeSeal(path, writesIn(db), performance.now() + budgetMs);
			}
		} finally {
			db.exec('ROLLBACK');
		}
	} catch {
		// A full disk, or a busy database.
	}
}

/** `state.writes` of an index. */
export function writesIn(db: DatabaseSync): number {
	return Number(db.prepare('SELECT writes FROM state').get()?.['writes']);
}

function writeSeal(path: string, writes: number, deadline: number): void {
	const file = openSync(path, 'r');
	try {
		const { size } = fstatSync(file);
		const blocks: number[] = [];
		const buffer = new Uint8Array(BLOCK_BYTES);
		for (let at = 0; at < size; at += BLOCK_BYTES) {
			if (performance.now() > deadline) {
				return;
			}
			blocks.push(sumOf(buffer.subarray(0, readSync(file, buffer, 0, BLOCK_BYTES, at)), at));
		}
		const content = JSON.stringify({ writes, size, blocks } satisfies Seal);
		writeFileSync(`${path}${SEAL_SUFFIX}.new`, `${crc32(content)} ${content}`);
		renameSync(`${path}${SEAL_SUFFIX}.new`, path + SEAL_SUFFIX);
	} finally {
		closeSync(file);
	}
}

/**
 * Bytes of the database's header that count changes of the file and name the version of SQLite that made the last one
 * (https://www.sqlite.org/fileformat2.html#the_database_header). A transaction that changes nothing changes them, too.
 */
const COUNTERS = [
	[24, 28],
	[92, 100],
] as const;

/** The checksum of the block that begins at `offset` of the file. Clears the counters in it. */
function sumOf(block: Uint8Array, offset: number): number {
	for (const [start, end] of offset === 0 ? COUNTERS : []) {
		block.fill(0, start, end);
	}
	return crc32(block);
}

/** Whether there are checksums of the database at `path` as it was after so many `writes`. */
export function isSealed(path: string, writes: number): boolean {
	return sealOf(path)?.writes === writes;
}

/** Undefined if there is no seal, or if the seal itself is damaged. */
function sealOf(path: string): Seal | undefined {
	try {
		const [sum, content = ''] = readFileSync(path + SEAL_SUFFIX, 'utf8').split(' ', 2);
		return Number(sum) === crc32(content) ? JSON.parse(content) : undefined;
	} catch {
		return undefined;
	}
}

export interface DamageCheck {
	/** `state.writes` of the index. Asked again in the end: the index may be written to meanwhile. */
	readonly writes: () => number;
	/** Of a larger index, each check compares another part of this size. */
	readonly checkedBytes: number;
}

/**
 * Compares the database at `path` with its checksums. Resolves to what is wrong, as a clause; undefined if all is as it
 * was, or if there are no checksums of this state.
 */
export async function damageIn(path: string, { writes, checkedBytes }: DamageCheck): Promise<string | undefined> {
	const seal = sealOf(path);
	if (seal?.writes !== writes()) {
		return undefined;
	}
	const isWhole = await matches(path, seal, Math.ceil(checkedBytes / BLOCK_BYTES)).catch(() => true);
	return isWhole || writes() !== seal.writes ? undefined : indexingMessages.otherBytes;
}

async function matches(path: string, { size, blocks }: Seal, maxBlocks: number): Promise<boolean> {
	const file = await open(path);
	try {
		if ((await file.stat()).size !== size) {
			return false;
		}
		const buffer = new Uint8Array(BLOCK_BYTES);
		const first = blocks.length > maxBlocks ? Math.floor(Math.random() * blocks.length) : 0;
		for (let count = 0; count < Math.min(blocks.length, maxBlocks); count++) {
			const block = (first + count) % blocks.length;
			const { bytesRead } = await file.read(buffer, 0, BLOCK_BYTES, block * BLOCK_BYTES);
			if (sumOf(buffer.subarray(0, bytesRead), block * BLOCK_BYTES) !== blocks[block]) {
				return false;
			}
		}
		return true;
	} finally {
		await file.close();
	}
}
