/** Where this machine keeps caches. */

import { isAbsolute, join } from 'node:path';
import { homeFolder } from './homeFolder.node.ts';

/** The platform's cache folder. Undefined if it is below the home folder and that is unknown. */
export function cacheFolder(): string | undefined {
	const { env, platform } = process;
	const home = homeFolder();
	const atHome = (...names: readonly string[]): string | undefined => (home === '' ? undefined : join(home, ...names));
	const named = (variable: string): string | undefined => env[variable] && join(env[variable], 'paper-notes');
	if (platform === 'win32') {
		return named('LOCALAPPDATA') ?? atHome('AppData', 'Local', 'paper-notes');
	}
	if (platform === 'darwin') {
		return atHome('Library', 'Caches', 'paper-notes');
	}
	// https://specifications.freedesktop.org/basedir-spec: an empty or relative value is ignored.
	const isGiven = isAbsolute(env['XDG_CACHE_HOME'] ?? '');
	return isGiven ? named('XDG_CACHE_HOME') : atHome('.cache', 'paper-notes');
}
