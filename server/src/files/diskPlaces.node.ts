/** What is at a path on this disk. */

import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { stat } from './diskAccess.node.ts';
import { nameOnDisk } from './diskNames.node.ts';
import type { FileStat } from './files.ts';
import { Links } from './links.node.ts';

/** The links of this thread. */
export const links = new Links();

/**
 * The file or folder that the path leads to, or the link itself if it is dead. Also undefined if the disk gives no
 * answer.
 */
export async function statOrNothing(path: string): Promise<Stats | undefined> {
	return stat(path).catch((error) => (saysAbsent(error) ? lstat(path).catch(() => undefined) : undefined));
}

/** Whether the disk says that nothing is there, as opposed to access being denied or failing. */
export function isAbsent(path: string): Promise<boolean> {
	return lstat(path).then(() => false, saysAbsent);
}

/** Error codes that say that there is no such file, or that the name is not possible. */
const ABSENT_CODES: ReadonlySet<unknown> = new Set([
	...['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'],
	'ERR_INVALID_ARG_VALUE',
]);

export function saysAbsent(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ABSENT_CODES.has(error.code);
}

export function toFileStat(path: string, found: Stats): FileStat {
	return { uri: uriOf(path), size: found.isFile() ? found.size : 0, mtime: found.mtimeMs };
}

/** Always the same, so that it is looked at again once the link may be followed. */
export function outsideStat(path: string, outside: string): FileStat {
	return { uri: uriOf(path), size: 0, mtime: 0, outside };
}

/** Always the same: see `misnamed.node.ts`. */
export function misnamedStat(path: string): FileStat {
	return { uri: uriOf(path), size: 0, mtime: 0 };
}

export function pathOf(uri: string): string {
	return nameOnDisk(URI.parse(uri).fsPath);
}

/** On macOS the URI has letters composed (NFC), as in editors; its disks find a file by either form. */
export function uriOf(path: string): string {
	return URI.file(process.platform === 'darwin' ? path.normalize() : path).toString();
}
