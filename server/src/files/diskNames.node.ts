/** The names that the disk has for files, however people and editors spell them. */

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Disk {
	/** Whether names that differ only in case are one file. */
	readonly ignoresCase: boolean;
	/** Without links, each name as the disk has it; undefined where nothing is. */
	realPath(path: string): string | undefined;
	/** The names in a folder; none where there is no such folder. */
	namesIn(folder: string): readonly string[];
}

/** As Windows and macOS set up their disks. On one that heeds case after all, two names still are two files. */
export const thisDisk: Disk = {
	ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
	realPath: (path) => orElse(undefined, () => realpathSync.native(path)),
	namesIn: (folder) => orElse([], () => listing(folder)),
};

/**
 * `path` with each name as the disk has it. Names of links stay those of the links. What is not there keeps the name it is
 * given. Where the disk heeds case, names still compare without regard to how letters are composed (NFC, NFD), unless a
 * file has the very name.
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

/** The names at the end that the real path has as well, as it has them: before them, a link or another drive leads elsewhere. */
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

const keyed = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The names by what those have in common that compare as equal. */
function byKey(names: readonly string[], disk: Disk): ReadonlyMap<string, readonly string[]> {
	const map = keyed.get(names) ?? Map.groupBy(names, (name) => keyOf(name, disk));
	keyed.set(names, map);
	return map;
}

/** Milliseconds in which a folder may change again without its time showing it: some ticks of a disk's clock. */
const CLOCK_TICK_MS = 50;

let listed: { readonly folder: string; readonly mtimeMs: number; readonly names: readonly string[] } | undefined;

/** The last one is kept while the folder's time stands, for many files of one folder may go at once. */
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
