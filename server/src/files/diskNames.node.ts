/** Finds the names that files have on disk, however people and editors spell them. */

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Disk {
	/** Whether names that differ only in case are one file. */
	readonly ignoresCase: boolean;
	/** The path without links, with each name as on disk. Undefined if there is no such file. */
	realPath(path: string): string | undefined;
	/** The names in a folder. Empty if there is no such folder. */
	namesIn(folder: string): readonly string[];
}

/**
 * The usual setup of disks on Windows and macOS. On a disk there that does distinguish case, two names are still two
 * files.
 */
export const thisDisk: Disk = {
	ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
	realPath: (path) => orElse(undefined, () => realpathSync.native(path)),
	namesIn: (folder) => orElse([], () => listing(folder)),
};

/**
 * `path` with each name as it is on disk. Names of links are kept. A name that does not exist on disk stays as given.
 * On a disk that distinguishes case, names are still compared regardless of how letters are composed (NFC, NFD),
 * unless a file has exactly the given name.
 */
export function nameOnDisk(path: string, disk: Disk = thisDisk): string {
	if (!disk.ignoresCase && isAscii(path)) {
		return path;
	}
	const real = disk.realPath(path);
	if (real !== undefined && (!disk.ignoresCase || isSame(real, path, disk))) {
		return disk.ignoresCase ? real : path;
	}
	if (dirname(path) === path) {
		return path;
	}
	const { folder, names } = commonEnd(path, real, disk);
	if (names !== '') {
		return join(nameOnDisk(folder, disk), names);
	}
	const parent = nameOnDisk(dirname(path), disk);
	return join(parent, nameIn(parent, basename(path), disk));
}

/**
 * The names at the end of `path` that the real path shares, spelled as in the real path. The folder before them
 * differs because of a link or another drive.
 */
function commonEnd(path: string, real: string | undefined, disk: Disk): { folder: string; names: string } {
	let [folder, realFolder, names] = [path, real, ''];
	while (realFolder !== undefined && dirname(folder) !== folder && isSameName(folder, realFolder, disk)) {
		names = join(basename(realFolder), names);
		folder = dirname(folder);
		realFolder = dirname(realFolder);
	}
	return { folder, names };
}

function nameIn(folder: string, name: string, disk: Disk): string {
	const same = byKey(disk.namesIn(folder), disk).get(keyOf(name, disk)) ?? [];
	return same.includes(name) ? name : (same[0] ?? name);
}

const namesByKey = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The names, grouped by a key that is the same for names that count as equal. */
function byKey(names: readonly string[], disk: Disk): ReadonlyMap<string, readonly string[]> {
	const map = namesByKey.get(names) ?? Map.groupBy(names, (name) => keyOf(name, disk));
	namesByKey.set(names, map);
	return map;
}

/** A folder may change twice within this time without a change of its timestamp: a few ticks of the disk's clock. */
const CLOCK_TICK_MS = 50;

let listed: { readonly folder: string; readonly mtimeMs: number; readonly names: readonly string[] } | undefined;

/**
 * Keeps the last listing while the folder's timestamp is the same, since many files of one folder may be asked for in
 * a row.
 */
function listing(folder: string): readonly string[] {
	const { mtimeMs } = statSync(folder);
	if (listed?.folder !== folder || listed.mtimeMs !== mtimeMs) {
		const names = readdirSync(folder);
		listed = { folder, names, mtimeMs: Date.now() - mtimeMs > CLOCK_TICK_MS ? mtimeMs : Number.NaN };
	}
	return listed.names;
}

function isSameName(one: string, other: string, disk: Disk): boolean {
	return isSame(basename(one), basename(other), disk);
}

function isSame(one: string, other: string, disk: Disk): boolean {
	return keyOf(one, disk) === keyOf(other, disk);
}

function keyOf(name: string, { ignoresCase }: Disk): string {
	return ignoresCase ? name.normalize().toLowerCase() : name.normalize();
}

function isAscii(text: string): boolean {
	return /^[ -~]*$/.test(text);
}

function orElse<T>(other: T, look: () => T): T {
	try {
		return look();
	} catch {
		return other;
	}
}
