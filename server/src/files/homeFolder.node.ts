/** The home folder of the user. */

import { homedir } from 'node:os';

/**
 * The path of the home folder. Empty if the system knows none: without HOME, for a user without an entry in the user
 * database, as in some containers.
 */
export function homeFolder(): string {
	try {
		return homedir();
	} catch {
		return '';
	}
}
