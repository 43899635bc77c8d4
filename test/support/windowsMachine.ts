/**
 * Loaded before a program, has it believe that it runs on Windows:
 *
 *     WINDOWS_DISKS=folder NODE_OPTIONS=--import=.../windowsMachine.ts node dist/server.js --stdio
 *
 * The folder holds the disks: `C:\x` is its `C/x`, `\\server\share\x` its `UNC/server/share/x`. As on Windows, names
 * ignore case, end with no dot or space, and hold none of `<>:"|?*`; paths that fail are named as the program has them. Only
 * what the program itself requires is another: Node's own modules go on as on this system.
 */

import fs from 'node:fs';
import promises from 'node:fs/promises';
import Module from 'node:module';
import os from 'node:os';
import { join, win32 } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const DISKS = process.env['WINDOWS_DISKS'] ?? '';

/** Where nothing is. */
const NOWHERE = join(DISKS, 'nowhere');

const FORBIDDEN = /[<>:"|?*]/;

/** Functions of `fs` that take one path, first. */
const WITH_PATH =
	/^(access|exists|lstat|mkdir|open|readdir|readFile|readlink|realpath|rm|stat|unlink|writeFile)(Sync)?$/;

/** The path on this system. */
function ownPath(path: string): string {
	// `\\?\C:\x` and `\\?\UNC\server\share` are other names of `C:\x` and `\\server\share`.
	const plain = win32.normalize(path).replace(/^\\\\[?.]\\(UNC\\)?/i, (_, unc) => (unc ? '\\\\' : ''));
	const { root } = win32.parse(plain);
	const isShare = root.startsWith('\\\\');
	const disk = isShare ? ['UNC', ...namesIn(root)] : [root.replace(/:.*/s, '').replaceAll('\\', '') || 'C'];
	const names = namesIn(plain.slice(root.length));
	return names.some((name) => FORBIDDEN.test(name)) ? NOWHERE : [...disk, ...names].reduce(entryOf, DISKS);
}

function namesIn(path: string): string[] {
	return path
		.split('\\')
		.map((name) => name.replace(/[. ]+$/, ''))
		.filter((name) => name !== '');
}

function entryOf(folder: string, name: string): string {
	const upper = name.toUpperCase();
	const names = fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? fs.readdirSync(folder) : [];
	return join(folder, names.find((one) => one.toUpperCase() === upper) ?? name);
}

/** As the program has it; a drive in upper case, as Windows gives it. */
function windowsPath(path: string): string {
	const [disk = '', ...names] = path.slice(DISKS.length + 1).split('/');
	return disk === 'UNC' ? `\\\\${names.join('\\')}` : `${disk}:\\${names.join('\\')}`;
}

type Call = (...args: unknown[]) => unknown;

/** The same function for a path of Windows. */
function onDisks(call: Call): Call {
	return (path, ...rest) => {
		const own = ownPath(String(path));
		const renamed = (error: unknown): never => {
			if (error instanceof Error && 'path' in error) {
				error.message = error.message.replaceAll(own, String(path));
				error.path = path;
			}
			throw error;
		};
		try {
			const result = call(own, ...rest);
			return result instanceof Promise ? result.catch(renamed) : result;
		} catch (error) {
			return renamed(error);
		}
	};
}

function withWindowsPaths(module: object): Record<string, unknown> {
	const functions = Object.entries(module).map(([name, value]) => [
		name,
		WITH_PATH.test(name) ? onDisks(value as Call) : value,
	]);
	return Object.fromEntries(functions);
}

const windowsFs = {
	...withWindowsPaths(fs),
	realpathSync: { native: onDisks((path) => windowsPath(fs.realpathSync.native(path as string))) },
};

const windowsPromises = {
	...withWindowsPaths(promises),
	realpath: onDisks(async (path) => windowsPath(await promises.realpath(path as string))),
};

class WindowsDatabase extends DatabaseSync {
	constructor(location: string) {
		super(win32.isAbsolute(location) ? ownPath(location) : location);
	}
}

/** What the program is made of lies on this system all the same. */
class WindowsWorker extends Worker {
	constructor(program: string, options?: WorkerOptions) {
		super(program.replaceAll('\\', '/'), options);
	}
}

const ON_WINDOWS: Readonly<Record<string, object>> = {
	fs: windowsFs,
	'fs/promises': windowsPromises,
	module: { ...Module, enableCompileCache: () => undefined },
	os: { ...os, homedir: () => process.env['USERPROFILE'], platform: () => 'win32' },
	path: win32,
	sqlite: { DatabaseSync: WindowsDatabase },
	worker_threads: { ...process.getBuiltinModule('node:worker_threads'), Worker: WindowsWorker },
};

Object.defineProperty(process, 'platform', { value: 'win32' });

const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (request, ...rest) =>
	ON_WINDOWS[request.replace(/^node:/, '')] ?? Reflect.apply(load, loader, [request, ...rest]);
