/**
 * Files and folders whose names are not UTF-8, as old archives leave them on Linux. No URI can name them, so editors cannot
 * open them, and they are not read. They are listed by the names that Node shows, in which U+FFFD stands for what is no
 * UTF-8, so that somebody can rename them.
 */

import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

const LOST = '\ufffd';

/** Whether a name that Node shows may not be the one on disk. */
function isDoubtful(name: string): boolean {
	return name.includes(LOST);
}

/** Whether something on disk has this path as Node shows it, but not as it is. */
export async function isMisnamed(path: string): Promise<boolean> {
	return isDoubtful(path) && !(await statAt(path)) && (await placeOf(path)) !== undefined;
}

/** The paths of the files at and below `path`, which is misnamed. Links are not followed. */
export async function* misnamedFiles(path: string): AsyncGenerator<string> {
	const place = await placeOf(path);
	yield* place ? filesAt(place, path) : [];
}

async function* filesAt(place: Buffer, path: string): AsyncGenerator<string> {
	if (!(await statAt(place))?.isDirectory()) {
		yield path;
		return;
	}
	for (const name of await namesIn(place)) {
		yield* filesAt(joined(place, name), join(path, name.toString()));
	}
}

/** The path on disk of what is at `path` as Node shows it; the first of several that look the same. */
async function placeOf(path: string): Promise<Buffer | undefined> {
	let place: Buffer = Buffer.from('');
	for (const name of path.split(sep).slice(1)) {
		const names = isDoubtful(name) ? await namesIn(place) : [Buffer.from(name)];
		place = joined(place, names.find((each) => each.toString() === name) ?? Buffer.from(name));
	}
	return (await statAt(place)) && place;
}

function statAt(place: Buffer | string): Promise<Stats | undefined> {
	return lstat(place).catch(() => undefined);
}

function namesIn(folder: Buffer): Promise<Buffer[]> {
	return readdir(joined(folder, Buffer.from('')), { encoding: 'buffer' }).catch(() => []);
}

function joined(folder: Buffer, name: Buffer): Buffer {
	return Buffer.concat([folder, Buffer.from(sep), name]);
}
