/** How the path of a library is written in the settings, and which of the paths there count. Independent of VS Code. */

import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface WrittenLibrary {
	/** The workspace folder whose settings name it; undefined for the user's settings. */
	readonly folder: string | undefined;
	/** Relative to `folder`; otherwise starting with `~` if it is below the home folder, or absolute. Always with `/`. */
	readonly written: string;
}

/** How to write the file or folder `path` in the settings. Of nested workspace folders, the innermost is used. */
export function writtenLibrary(path: string, folders: readonly string[], home: string): WrittenLibrary {
	const [folder] = folders.filter((one) => isWithin(path, one)).toSorted((a, b) => b.length - a.length);
	if (folder !== undefined) {
		return { folder, written: relativePath(path, folder) };
	}
	return { folder, written: isWithin(path, home) ? `~/${relativePath(path, home)}` : slashed(path) };
}

/** The values of the setting at each level. */
export interface LibrarySettings {
	readonly user: unknown;
	/** Values of the workspace and of the folder, which anyone may have written. */
	readonly shared: readonly unknown[];
}

/**
 * The libraries that count in `folder`: all those of the user's own settings, and those of the workspace's settings only
 * if they are inside the folder. Without a folder, only the user's.
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

/** The absolute path for `written` on this system. Understands VS Code's variables and `file://`, as the server does. */
export function resolvedPath(written: string, folder: string, home: string): string {
	const path = written
		.trim()
		.replace(/^\$\{(?:workspaceFolder|workspaceRoot|fileWorkspaceFolder)\}(?=[/\\]|$)/, '.')
		.replace(/^\$\{(?:userHome|env:HOME|env:USERPROFILE)\}(?=[/\\]|$)/, '~');
	if (/^file:/i.test(path)) {
		return pathOfUri(path) ?? resolve(home, '..');
	}
	return path === '~' || /^~[/\\]/.test(path) ? resolve(home, `.${path.slice(1)}`) : resolve(folder, path);
}

/** Undefined if no file can have that address. */
function pathOfUri(uri: string): string | undefined {
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined;
	}
}

/** Shortened: `~/Documents` for a folder below the home folder. */
export function shownPath(path: string, home: string): string {
	return isWithin(path, home) && path !== home ? `~/${relativePath(path, home)}` : path;
}

/** `library.bib` for `/home/ann/library.bib`. */
export function baseName(path: string): string {
	return basename(path);
}

/** The path relative to `folder`, for a path inside it that may spell the folder's name differently. */
function relativePath(path: string, folder: string): string {
	const inside = namesOf(path).slice(namesOf(folder).length).join('/');
	return inside.startsWith('~') ? `./${inside}` : inside || '.';
}

/** On Windows, `relative` ignores case by itself. */
const THIS_DISK = { ignoresCase: process.platform === 'darwin' };

/**
 * Whether `path` is `folder` or inside it. Unicode composition (NFC, NFD) does not matter, nor, on Windows and macOS,
 * does case.
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
