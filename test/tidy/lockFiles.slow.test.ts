/** Whoever clones the project can install it, on any system and without a change that git sees. */

import assert from 'node:assert/strict';
import { copyFileSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/sources.ts';
import { loggedRun } from '../vscode/steps.ts';
import { temporaryFolder } from '../vscode/temporaryFolder.ts';

interface LockedPackage {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	/** Which C library it is built for. The npm of Node 20 and 22 leaves it out. */
	libc?: readonly string[];
}

/** By folder, the project itself under the empty name: `node_modules/yaml`. */
type LockedPackages = Readonly<Record<string, LockedPackage>>;

const LOCK = 'package-lock.json';
/** From the root of the project: `.`, `test/vscode`, ... */
const folders = globSync(`**/${LOCK}`, { cwd: ROOT, exclude: ['**/node_modules', '.git', 'out', 'dist'] }).map(dirname);

function lockedIn(folder: string): LockedPackages {
	return JSON.parse(readFileSync(join(folder, LOCK), 'utf8')).packages;
}

/** Where Node would look for `name` from the package in `folder`: its own packages first, then those of its parents. */
function isLocked(packages: LockedPackages, folder: string, name: string): boolean {
	for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
		if (`${from}${from && '/'}node_modules/${name}` in packages) {
			return true;
		}
		if (from === '') {
			return false;
		}
	}
}

/** `npm` with these arguments in a folder that holds nothing but copies of `package.json` and the lock file. */
async function npmInCopy(folder: string, args: readonly string[]): Promise<string> {
	const cwd = temporaryFolder();
	for (const file of ['package.json', LOCK]) {
		copyFileSync(join(ROOT, folder, file), join(cwd, file));
	}
	const quick = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
	await loggedRun({ name: args.join(' '), args: [...args, ...quick], cwd }, join(temporaryFolder(), 'log'));
	return cwd;
}

test('lock files name the builds of every system, and come from the public registry', () => {
	assert.equal(folders.length, 4);
	for (const folder of folders) {
		const packages = lockedIn(join(ROOT, folder));
		const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter((name) => !isLocked(packages, from, name)),
		);
		assert.deepEqual(missing, [], folder);
		for (const [name, { resolved = 'https://registry.npmjs.org/', integrity }] of Object.entries(packages)) {
			assert.ok(resolved.startsWith('https://registry.npmjs.org/'), `${folder}: ${name} comes from ${resolved}`);
			assert.ok(name === '' || integrity !== undefined, `${folder}: ${name} has no checksum`);
		}
	}
});

test('`npm ci` finds every lock file whole', async () => {
	await Promise.all(folders.map((folder) => npmInCopy(folder, ['ci', '--dry-run'])));
});

test('`npm install` finds nothing to change in the lock file', async () => {
	const copy = await npmInCopy('.', ['install', '--package-lock-only']);
	assert.deepEqual(withoutLibc(lockedIn(copy)), withoutLibc(lockedIn(ROOT)));
});

function withoutLibc(packages: LockedPackages): LockedPackages {
	for (const each of Object.values(packages)) {
		delete each.libc;
	}
	return packages;
}

test('what installs before `npm start` and `npm test` leaves the lock file as it is, whichever npm it is', () => {
	const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const start = readFileSync(join(ROOT, 'test/vscode/npmStart.mjs'), 'utf8');
	assert.match(scripts.test, /^npm install --no-save /);
	assert.match(start, /npm\('install', '--no-save'/);
});
