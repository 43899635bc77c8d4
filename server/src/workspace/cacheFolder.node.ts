/** Where this machine keeps what can be made again. */

import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder that each platform sets aside for it. */
export function cacheFolder(): string {
	const { env, platform } = process;
	if (platform === 'win32') {
		return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'paper-notes');
	}
	if (platform === 'darwin') {
		return join(homedir(), 'Library', 'Caches', 'paper-notes');
	}
	// https://specifications.freedesktop.org/basedir-spec: what is empty or relative does not count.
	const xdg = env['XDG_CACHE_HOME'] ?? '';
	return join(isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'paper-notes');
}
