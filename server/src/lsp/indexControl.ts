/** Stopping the work on the index, going on with it, doing it anew. */

import type { Session } from './session.ts';

export function rebuildIndex({ reports, index }: Session): null {
	reports.continued();
	index.rebuild();
	return null;
}

/** What is indexed by now stays and answers; without work there is nothing to stop. */
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
