/** Keeps papers that were found provisionally until the index has them. */

import type { Corpus } from '../corpus/corpus.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { Report } from './threadMessages.ts';

/** Brings `provisional` up to date with a report of the index's thread. `corpus` is the index as it can be read now. */
export function keepProvisional(provisional: ProvisionalPapers, report: Report, corpus: Corpus | undefined): void {
	switch (report.kind) {
		case 'provisional':
			if (report.chunk) {
				provisional.add(report.chunk);
			} else {
				provisional.clear();
			}
			break;
		case 'committed':
			provisional.dropIndexed((key) => (corpus?.resolve(key).length ?? 0) > 0);
			break;
		case 'read':
		case 'complete':
			provisional.clear();
			break;
		default:
			break;
	}
}
