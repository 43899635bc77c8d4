/** What a first look has seen, kept until the index has it. */

import type { Corpus } from '../corpus/corpus.ts';
import type { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import type { Report } from './threadMessages.ts';

/** Brings `seen` up to date with what the index's thread reports; `corpus` is the index as it can be read by now. */
export function keepProvisional(seen: ProvisionalPapers, report: Report, corpus: Corpus | undefined): void {
	switch (report.kind) {
		case 'seen':
			if (report.chunk) {
				seen.add(report.chunk);
			} else {
				seen.clear();
			}
			break;
		case 'committed':
			seen.dropIndexed((key) => (corpus?.resolve(key).length ?? 0) > 0);
			break;
		case 'read':
		case 'complete':
			seen.clear();
			break;
		default:
			break;
	}
}
