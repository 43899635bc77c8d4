/** Where this machine keeps what can be made again. */

import { isAbsolute, join } from 'node:path';
import { homeFolder } from './homeFolder.node.ts';

/** The folder that each platform sets aside for it; undefined where it is in a home folder that nobody knows. */
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
	// https://specifications.freedesktop.org/basedir-spec: what is empty or relative does not count.
	const isGiven = isAbsolute(env['XDG_CACHE_HOME'] ?? '');
	return isGiven ? named('XDG_CACHE_HOME') : atHome('.cache', 'paper-notes');
}
