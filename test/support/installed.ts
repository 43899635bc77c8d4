/** Programs that tests use where they are installed. */

import { spawnSync } from 'node:child_process';

/** The first line of `program --version`; undefined if the program is not installed. */
export function installedVersion(program: string): string | undefined {
	const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8' });
	return status === 0 ? stdout.split('\n')[0] : undefined;
}

/** The reason to skip a test that needs `program`; false if it is installed, and in CI, where its absence is a failure. */
export function notInstalled(program: string, debianPackage = program): string | false {
	const isMissing = process.env['CI'] === undefined && installedVersion(program) === undefined;
	return isMissing && `${program} is not installed (Debian: apt-get install ${debianPackage})`;
}
