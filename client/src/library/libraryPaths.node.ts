/** How the path of a library is written in the settings, and which of those written there count. Knows no editor. */

import { basename, isAbsolute, relative, resolve, sep } from 'node:path';

export interface WrittenLibrary {
	/** The workspace folder whose settings name it; undefined: the user's settings. */
	readonly folder: string | undefined;
	/** Relative to `folder`; else from `~` where it lies below the home folder, else absolute. With `/` between names. */
	readonly written: string;
}

/** What is written for the file or folder `path`; of nested workspace folders the inner one has it. */
export function writtenLibrary(path: string, folders: readonly string[], home: string): WrittenLibrary {
	const [folder] = folders.filter((one) => isWithin(path, one)).toSorted((a, b) => b.length - a.length);
	if (folder !== undefined) {
		return { folder, written: relativePath(path, folder) };
	}
	return { folder, written: isWithin(path, home) ? `~/${relativePath(path, home)}` : slashed(path) };
}

/** What the settings say at each level. */
export interface LibrarySettings {
	readonly user: unknown;
	/** Those of the workspace and of the folder, which anyone may have written. */
	readonly shared: readonly unknown[];
}

/**
 * The libraries that count in `folder`: all that the user's own settings name, and of what the workspace brings along only
 * what lies within the folder. Without a folder, the user's alone.
 */
export function countingLibraries(
	{ user, shared }: LibrarySettings,
	folder: string | undefined,
	home: string,
): string[] {
	const within = shared
		.flatMap(strings)
		.filter((written) => folder !== undefined && isWithin(resolvedPath(written, folder, home), folder));
	return [...new Set([...strings(user), ...within])];
}

/** The absolute path that is written as `written`, on this system. */
export function resolvedPath(written: string, folder: string, home: string): string {
	return written === '~' || /^~[/\\]/.test(written) ? resolve(home, `.${written.slice(1)}`) : resolve(folder, written);
}

/** `~/Documents` for a folder below the home folder. */
export function shownPath(path: string, home: string): string {
	return isWithin(path, home) && path !== home ? `~/${relativePath(path, home)}` : path;
}

/** `library.bib` for `/home/ann/library.bib`. */
export function baseName(path: string): string {
	return basename(path);
}

/** For a path within `folder`, which may spell the names of its folders otherwise. */
function relativePath(path: string, folder: string): string {
	const inside = namesOf(path).slice(namesOf(folder).length).join('/');
	return inside.startsWith('~') ? `./${inside}` : inside || '.';
}

/** On Windows, `relative` ignores case by itself. */
const THIS_DISK = { ignoresCase: process.platform === 'darwin' };

/**
 * Whether `path` is `folder` or lies in it, however letters are composed (NFC, NFD) and, on Windows and macOS, in
 * whatever case.
 */
export function isWithin(path: string, folder: string, { ignoresCase } = THIS_DISK): boolean {
	const key = (one: string): string => (ignoresCase ? one.normalize().toLowerCase() : one.normalize());
	const way = relative(key(folder), key(path));
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function namesOf(path: string): string[] {
	return resolve(path)
		.split(sep)
		.filter((name) => name !== '');
}

function slashed(path: string): string {
	return path.split(sep).join('/');
}

function strings(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];
}
