/** Stops, continues and restarts the work on the index. */

import type { Session } from './session.ts';

export function rebuildIndex({ reports, index }: Session): null {
	reports.continued();
	index.rebuild();
	return null;
}

/** What is already indexed is kept and can be used. Does nothing if no work is in progress. */
export function stopIndexing({ reports, index }: Session): null {
	if (reports.working) {
		reports.stopped();
		index.pause();
	}
	return null;
}

export function continueIndexing({ reports, index }: Session): null {
	if (reports.held) {
		reports.continued();
		index.resume();
	}
	return null;
}
