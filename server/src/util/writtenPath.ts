/** Turns paths that people write in settings and notes into URIs. This is the only place that does so. */

import { URI } from 'vscode-uri';

/** Where a path is written. */
export interface WrittenWhere {
	/** The URI of the folder that relative paths start from; empty if there is none. */
	readonly folder: string;
	/** The home folder as the system writes it; empty if unknown. It also tells Windows from other systems. */
	readonly home: string;
}

/**
 * The URI of the file or folder that `written` means. Undefined for an empty path and for a relative path without a
 * folder. `..` never leaves a drive or a share. Never throws: a nonsensical path gives a URI where no file is.
 *
 * `/x` starts at the root of the disk; on Windows, at the root of the folder's drive or share. `C:\x` starts at that
 * drive, whatever the folder is. `\\server\share\x` is a file on another machine on Windows; elsewhere the two
 * slashes count as one. `~/x` starts at the home folder. A folder of another URI scheme is on a machine of its own.
 * There, `/x` means a path on that machine, and so does `~/x` unless this is Windows.
 */
export function writtenUri(written: string, { folder, home }: WrittenWhere): string | undefined {
	const path = plainPath(slashed(written, home).trim().toWellFormed());
	const base = folder === '' ? undefined : URI.parse(folder);
	if (path === '') {
		return undefined;
	}
	if (home !== '' && /^~(\/|$)/.test(path)) {
		return below(homeUri(base, home), path.slice(1));
	}
	const [root, rest] = rooted(path, base, home) ?? [base, path];
	return root && below(root, rest);
}

/** The variables of VS Code's settings that stand for a folder (https://code.visualstudio.com/docs/reference/variables-reference). */
const FOLDER_VARIABLE = /^\$\{(?:workspaceFolder|workspaceRoot|fileWorkspaceFolder)\}(?=\/|$)/;
const HOME_VARIABLE = /^\$\{(?:userHome|env:HOME|env:USERPROFILE)\}(?=\/|$)/;
const FILE_URI = /^file:\/\/(?:localhost(?=\/))?/i;

/**
 * A path or glob without VS Code's variables, without `file://`, and without `..` after a name: `${workspaceFolder}/a`
 * gives `./a`, `${userHome}/a` gives `~/a`, `file:///a%20b` gives `/a b`, and `a/../b` gives `b`.
 */
export function plainPath(path: string): string {
	const [scheme] = FILE_URI.exec(path) ?? [];
	const plain = path.replace(FOLDER_VARIABLE, '.').replace(HOME_VARIABLE, '~');
	return withoutDetours(scheme === undefined ? plain : pathOfUri(path.slice(scheme.length)));
}

/** `/c:/x` is `c:/x`, and `server/share` is `//server/share`. */
function pathOfUri(rest: string): string {
	const path = decodedPath(rest);
	return path.startsWith('/') ? path.replace(/^\/(?=[a-z]:(?:\/|$))/i, '') : `//${path}`;
}

function decodedPath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		// A stray `%` belongs to a name.
		return path;
	}
}

/** A name with wildcards may stand for several folders, so `..` after it is kept. */
function withoutDetours(path: string): string {
	// What an absolute path starts at, and `..` does not leave, is known only together with the folder.
	if (isAbsolutePath(path) || !/(?:^|\/)\.\.(?:\/|$)/.test(path)) {
		return path;
	}
	const names: string[] = [];
	for (const name of path.split('/')) {
		const last = names.at(-1) ?? '';
		const isDetour = name === '..' && last !== '' && !/^\.{1,2}$|[*?[\]{}()!|$]/.test(last);
		void (isDetour ? names.pop() : names.push(name));
	}
	return names.join('/') || '.';
}

/** Whether a path is complete without a folder. The path has `/` as its separator. */
export function isAbsolutePath(path: string): boolean {
	return /^(\/|~(\/|$)|[a-z]:(\/|$))/i.test(path);
}

/** The path with `/` between names on Windows. Elsewhere it is unchanged, since a backslash may be part of a name. */
export function slashed(path: string, home: string): string {
	return isWindows(home) ? path.replaceAll('\\', '/') : path;
}

function isWindows(home: string): boolean {
	return /^([a-z]:|[\\/]{2})/i.test(home);
}

/** The root at which an absolute path starts, and the rest of the path. Undefined for a relative path. */
function rooted(path: string, base: URI | undefined, home: string): [URI, string] | undefined {
	// `\\?\C:\x` and `\\?\UNC\server\share` are other names of `C:\x` and `\\server\share`.
	const plain = isWindows(home) ? path.replace(/^\/\/[?.]\/(unc\/)?/i, (_, unc) => (unc ? '//' : '')) : path;
	const [, drive, onDrive] = /^([a-z]:)(\/.*|$)/i.exec(plain) ?? [];
	if (drive !== undefined) {
		return [URI.from({ scheme: 'file', path: `/${drive}` }), onDrive ?? ''];
	}
	const [, server, onServer] = (isWindows(home) && /^\/\/([^/]+)(.*)/.exec(plain)) || [];
	if (server !== undefined) {
		return [URI.from({ scheme: 'file', authority: server, path: '/' }), onServer ?? ''];
	}
	return plain.startsWith('/') ? [rootOf(base ?? homeUri(base, home)), plain] : undefined;
}

function homeUri(base: URI | undefined, home: string): URI {
	const [root, rest] = isWindows(home) ? (rooted(slashed(home, home), undefined, home) ?? []) : [];
	if (root) {
		return URI.parse(below(root, rest ?? ''));
	}
	return (base && base.scheme !== 'file' ? base : URI.from({ scheme: 'file' })).with({ path: home || '/' });
}

/** The drive, share or root that `..` does not leave. */
function rootOf(uri: URI): URI {
	return uri.with({ path: `/${namesIn(uri.path).slice(0, rootLength(uri)).join('/')}` });
}

/** How many names at the start of the path belong to its root: the `c:` of a drive, the `share` of a server. */
function rootLength({ scheme, authority, path }: URI): number {
	return scheme === 'file' && (authority !== '' || /^\/[a-z]:(\/|$)/i.test(path)) ? 1 : 0;
}

function below(start: URI, path: string): string {
	const fixed = rootLength(start);
	const names = namesIn(start.path);
	for (const name of namesIn(path)) {
		if (name !== '..') {
			names.push(name);
		} else if (names.length > fixed) {
			names.pop();
		}
	}
	// `c:` alone would mean the folder that a program last used on that drive.
	const isDrive = start.authority === '' && fixed === 1 && names.length === 1;
	return start.with({ path: `/${names.join('/')}${isDrive ? '/' : ''}` }).toString();
}

function namesIn(path: string): string[] {
	return path.split('/').filter((name) => name !== '' && name !== '.');
}
