/** Files on this machine. */

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { access, lstat, open } from 'node:fs/promises';
import { isBibliography } from '../corpus/reading/corpusText.ts';
import { corpusFileMessages } from '../messages/corpusFileMessages.ts';
import { bytesOf, READ_AT_ONCE, realpath, stat } from './diskAccess.node.ts';
import { thisDisk } from './diskNames.node.ts';
import {
	isAbsent,
	links,
	misnamedStat,
	outsideStat,
	pathOf,
	saysAbsent,
	statOrNothing,
	toFileStat,
	uriOf,
} from './diskPlaces.node.ts';
import { type Files, LeadsOutside, NotAFile } from './files.ts';
import { filesBelow } from './folderWalk.node.ts';
import { isMisnamed } from './misnamed.node.ts';

/**
 * A place that has the name of a file but is not one (a pipe, a socket, a dead link, a folder called `library.bib`)
 * is listed as an empty file, and `read` reports what it is.
 */
export const nodeFiles: Files = {
	ignoresCase: thisDisk.ignoresCase,
	ownUri: (uri) => (uri.startsWith('file:') ? uriOf(pathOf(uri)) : uri),
	limitLinks: (uris) => links.limit(uris.map(pathOf)),
	linkTarget: (uri) => links.outsideNow(pathOf(uri)),
	linkTargets: () => links.targets().map(uriOf),
	linksTo: (uri) => links.leadingTo(pathOf(uri)).map(uriOf),
	async *walk(folder, skip, onUnlisted = () => {}) {
		const path = pathOf(folder);
		const found = await statOrNothing(path);
		const outside = await links.outside(path);
		if (outside !== undefined) {
			yield outsideStat(path, outside);
		} else if (found?.isDirectory()) {
			yield* filesBelow(path, { skip, onUnlisted });
		} else if (found) {
			yield toFileStat(path, found);
		} else if (!(await isAbsent(path))) {
			onUnlisted(uriOf(path));
		}
	},
	async stat(uri) {
		const path = pathOf(uri);
		const found = await statOrNothing(path);
		const outside = found && (await links.outside(path));
		if (found && outside !== undefined) {
			const isPlace = !found.isDirectory() || (await lstat(path)).isSymbolicLink();
			return isPlace ? outsideStat(path, outside) : undefined;
		}
		if (found) {
			return !found.isDirectory() || isBibliography(path) ? toFileStat(path, found) : undefined;
		}
		if (await isMisnamed(path)) {
			return misnamedStat(path);
		}
		return (await isAbsent(path)) ? undefined : { uri: uriOf(path), size: 0, mtime: Number.NaN };
	},
	async read(uri) {
		const path = pathOf(uri);
		const real = await realpath(path).catch(() => undefined);
		mustBeWithin(links.outOfReach(path, real));
		const found = await statOrNothing(path);
		if (!found && (await isMisnamed(path))) {
			throw new NotAFile(corpusFileMessages.misnamed);
		}
		mustBeFile(found);
		mustBeOnDisk(real ?? path);
		return found?.size === 0 ? new Uint8Array() : bytesOf(path, mustBeFile);
	},
	async isWritable(uri) {
		const path = pathOf(uri);
		// An administrator can write to files that are marked as read-only. We respect the mark all the same.
		const isMarked = ((await statOrNothing(path))?.mode ?? 0) & WRITE_BITS;
		return (
			isMarked !== 0 &&
			access(path, constants.W_OK).then(
				() => true,
				() => false,
			)
		);
	},
	*chunks(uri) {
		const path = pathOf(uri);
		mustBeWithin(links.outsideNow(path));
		const { size } = mustBeFile(statSync(path));
		mustBeOnDisk(realpathSync.native(path));
		if (size === 0) {
			return;
		}
		const file = openSync(path, READ_AT_ONCE);
		try {
			let left = mustBeFile(fstatSync(file)).size;
			const buffer = new Uint8Array(CHUNK_BYTES);
			for (let length = -1; left > 0 && length !== 0; left -= length) {
				length = readSync(file, buffer, 0, Math.min(left, CHUNK_BYTES), null);
				yield buffer.subarray(0, length);
			}
		} finally {
			closeSync(file);
		}
	},
};

function mustBeWithin(outside: string | undefined): void {
	if (outside !== undefined) {
		throw new LeadsOutside(outside);
	}
}

/** The bits of a file's mode that let its owner, its group or others write. */
const WRITE_BITS = 0o222;

/** Throws for anything that is not a file. Opening a pipe would wait for somebody to write to it. */
function mustBeFile<Found extends Stats | undefined>(found: Found): Found {
	if (found && !found.isFile()) {
		throw new NotAFile(corpusFileMessages.notAFile(kindOf(found)));
	}
	return found;
}

/** What Linux shows as files in these folders is made when it is read: it may have no end, or wait for an event. */
const NOT_ON_DISK = /^\/(?:proc|sys)\//;

function mustBeOnDisk(path: string): void {
	if (process.platform === 'linux' && NOT_ON_DISK.test(path)) {
		throw new NotAFile(corpusFileMessages.notAFile(corpusFileMessages.system));
	}
}

/** Bytes read at once when a file is read in chunks. The engine stores larger texts separately and keeps them longer. */
const CHUNK_BYTES = 2 ** 16;

/** Whether a file that could not be read can be read now or no longer exists. Reads its first byte. */
export async function isReadable(uri: string): Promise<boolean> {
	const path = pathOf(uri);
	try {
		if (mustBeFile(await stat(path)).size === 0) {
			return true;
		}
		const file = await open(path, READ_AT_ONCE);
		await file.read(new Uint8Array(1)).finally(() => file.close());
		return true;
	} catch (error) {
		return error instanceof NotAFile || saysAbsent(error);
	}
}

function kindOf(found: Stats): string {
	if (found.isDirectory()) {
		return corpusFileMessages.folder;
	}
	if (found.isSymbolicLink()) {
		return corpusFileMessages.deadLink;
	}
	return found.isFIFO()
		? corpusFileMessages.pipe
		: found.isSocket()
			? corpusFileMessages.socket
			: corpusFileMessages.device;
}
