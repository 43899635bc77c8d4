/** The command `paper-notes` as other programs find it, for editors that start it by its name. */

import { mkdirSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { temporaryFolder } from '../vscode/temporaryFolder.ts';
import { ROOT } from './sources.ts';

/** Environment in which `paper-notes` is the built command, and all caches and settings are in a folder of the test. */
export function commandEnvironment(): NodeJS.ProcessEnv & { readonly HOME: string } {
	const home = temporaryFolder();
	const bin = join(home, 'bin');
	mkdirSync(bin);
	symlinkSync(join(ROOT, 'dist/cli.js'), join(bin, 'paper-notes'));
	const path = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
	const places = ['CACHE_HOME', 'CONFIG_HOME', 'DATA_HOME', 'STATE_HOME'].map((name) => [`XDG_${name}`, home]);
	return { ...process.env, ...Object.fromEntries(places), HOME: home, PATH: path };
}
