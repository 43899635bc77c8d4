/** Where the user of this machine is at home. */

import { homedir } from 'node:os';

/** Empty where the system knows no home: without HOME, for a user who stands in no list of users, as in some containers. */
export function homeFolder(): string {
	try {
		return homedir();
	} catch {
		return '';
	}
}
