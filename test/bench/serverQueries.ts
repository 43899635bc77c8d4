/** What a writer types inside `@paper[`, key by key. */

import type { SearchedPaper } from './searchCorpus.ts';
import { type AskedQuery, BEGUN, queriesOf, SHORT } from './searchQueries.ts';

/** Queries of one class: together some 400, in which some 6,000 keys are typed. */
const EACH = 30;

/** The same queries for the same corpus. Beginnings are left out: every other query is typed through one. */
export function typedQueries(known: readonly SearchedPaper[]): AskedQuery[] {
	return queriesOf(known, EACH).filter(({ kind }) => kind !== SHORT && kind !== BEGUN);
}
