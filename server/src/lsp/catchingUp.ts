/** Finds out which papers the notes cite, in slices and while no request is waiting. */

import type { Workspace } from '../workspace/workspace.ts';

const catchingUp = new WeakSet<Workspace>();

/** Call when notes or the corpus have changed. */
export function catchUp(workspace: Workspace): void {
	if (!catchingUp.has(workspace)) {
		catchingUp.add(workspace);
		setTimeout(() => {
			catchingUp.delete(workspace);
			if (!workspace.catchUp()) {
				catchUp(workspace);
			}
		}, 0);
	}
}
