/** A note that cites while no paper is indexed at all: one problem, not one for each key. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Note } from '../../notes/note.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding, Fix } from './finding.ts';

/** Whether everything has been looked at and holds no paper. */
export function holdsNoPapers(view: WorkspaceView): boolean {
	return view.complete && view.corpus.paperCount === 0;
}

/** At the first key of the note; nothing where papers are indexed or none is cited. */
export function noPapersFinding(view: WorkspaceView, note: Note): Finding | undefined {
	const first = note.citations.find(({ closed, items }) => closed && items.some((item) => !item.problem));
	const item = first?.items.find(({ problem }) => !problem);
	return item && holdsNoPapers(view)
		? {
				problem: { code: 'unknown-paper', message: citationMessages.noPapers, span: item.referenceSpan },
				fixes: () => [chooseLibrary],
			}
		: undefined;
}

const chooseLibrary: Fix = {
	title: fixTitles.chooseLibrary,
	edits: [],
	preferred: true,
	command: { name: 'paperNotes.chooseLibrary' },
};
