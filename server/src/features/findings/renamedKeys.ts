/** References by a key that their paper no longer has: its source has given it another key. */

import { plainText } from '../../corpus/text/richText.ts';
import { citationMessages } from '../../messages/citations.ts';
import type { Problem } from '../../util/problem.ts';
import type { FormerPaper } from '../../workspace/formerKeys.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { CitedItem } from './citeInstead.ts';
import type { Finding } from './finding.ts';
import { rareFixes } from './rareFixes.ts';

/** The problem of a reference whose paper has another key now, without its span. */
export function renamedKey(view: WorkspaceView, reference: string, former: FormerPaper): Omit<Problem, 'span'> {
	const key = view.keyOf(former.paper) ?? former.paper.key;
	const paper = view.corpus.paper(former.paper.id);
	const title = paper?.item.title === undefined ? key : plainText(paper.item.title);
	const message =
		former.kind === 'renamed'
			? citationMessages.renamed(reference, key)
			: citationMessages.taken(reference, { title, key });
	const related = (paper?.sources ?? [])
		.slice(0, 1)
		.map(({ uri, keyRange }) => ({ uri, range: keyRange, message: title }));
	return { code: 'renamed-key', message, related };
}

export function renamedFinding(view: WorkspaceView, cited: CitedItem, former: FormerPaper): Finding {
	const { reference, referenceSpan } = cited.item;
	return {
		problem: { ...renamedKey(view, reference, former), span: referenceSpan },
		fixes: () => rareFixes().renamedFixes(view, cited, former),
	};
}
