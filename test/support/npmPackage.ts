/** The package that `npm pack` makes of what is built, installed into an empty folder without the network. */

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../vscode/temporaryFolder.ts';
import { ROOT } from './sources.ts';

export interface NpmPackage {
	/** The packed file. */
	readonly tarball: string;
	readonly bytes: number;
	/** Where it is installed. */
	readonly installed: string;
	/** Environment for programs that use it: this Node, no network, and caches that go with the tests. */
	readonly env: NodeJS.ProcessEnv;
}

/** Packs and installs. Does not build, because other tests run what is built. Gone when the process ends. */
export async function npmPackage(): Promise<NpmPackage> {
	const folder = temporaryFolder();
	const [packed, installed] = [join(folder, 'packed'), join(folder, 'installed')];
	mkdirSync(packed);
	mkdirSync(installed);
	const env = {
		...process.env,
		PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
		npm_config_cache: join(folder, 'npm'),
		npm_config_offline: 'true',
		XDG_CACHE_HOME: join(folder, 'caches'),
		LOCALAPPDATA: join(folder, 'caches'),
	};
	const npm = (cwd: string, ...args: readonly string[]) =>
		promisify(execFile)('npm', [...args, '--silent'], { cwd, env, shell: process.platform === 'win32' });
	await npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', packed);
	const tarball = join(packed, readdirSync(packed)[0] ?? '');
	await npm(installed, 'install', '--no-audit', '--no-fund', tarball);
	return { tarball, bytes: statSync(tarball).size, installed, env };
}
