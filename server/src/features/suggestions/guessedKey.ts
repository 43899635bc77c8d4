/** Papers for a query that is a guessed key, where the search finds nothing by it. */

import type { PaperId } from '../../corpus/corpus.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { suggestedPapers } from './suggestedPapers.ts';

/** One word with a year in it, as most keys have: `devlin2019bertpretraining`. Few other queries look so. */
const GUESSED_KEY = /^(?=\S*\p{L}{2})\S*(?:1[5-9]|20)\d\d\S*$/u;

/** What the light bulb would offer for the word, best first, so that list and light bulb agree. Ask if nothing is found. */
export function papersByGuessedKey(
	view: WorkspaceView,
	query: string,
): readonly { readonly id: PaperId; readonly key: string }[] {
	return GUESSED_KEY.test(query) ? suggestedPapers(view, query) : [];
}
