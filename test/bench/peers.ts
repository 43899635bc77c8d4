/** The packages of others that ours are measured beside, from the npm registry, in the versions of `peers/package-lock.json`. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = join(import.meta.dirname, 'peers');

/** Outside the folders that compiler and linter look into. */
const ALL_PLACES = join(import.meta.dirname, '../../node_modules/.cache/bench-peers');

/** Other versions get a place of their own. */
const PLACE = join(ALL_PLACES, hashOf(join(SOURCES, 'package-lock.json')));
const LOADER = join(PLACE, 'load.mjs');

/** Installs the peers where they are not yet; false where the registry cannot be reached. */
export function installPeers(): boolean {
	if (existsSync(LOADER)) {
		return true;
	}
	rmSync(ALL_PLACES, { recursive: true, force: true });
	mkdirSync(PLACE, { recursive: true });
	for (const name of ['package.json', 'package-lock.json']) {
		copyFileSync(join(SOURCES, name), join(PLACE, name));
	}
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const isInstalled = spawnSync('npm', args, { cwd: PLACE, stdio: 'inherit' }).status === 0;
	if (isInstalled) {
		// A module of their folder finds them by their names.
		writeFileSync(`${LOADER}.part`, 'export const load = (name) => import(name);\n');
		renameSync(`${LOADER}.part`, LOADER);
	}
	return isInstalled;
}

/** What the package exports; `installPeers` comes first. */
export async function loadPeer<T>(name: string): Promise<T> {
	const loader = (await import(pathToFileURL(LOADER).href)) as { load(name: string): Promise<T> };
	return loader.load(name);
}

function hashOf(path: string): string {
	return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}
