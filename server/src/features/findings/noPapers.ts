/** A note with citations while no paper is indexed at all: one problem instead of one for each key. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Note } from '../../notes/note.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding, Fix } from './finding.ts';

/** Whether all corpus files have been read and hold no paper. */
export function holdsNoPapers(view: WorkspaceView): boolean {
	return view.complete && view.corpus.paperCount === 0;
}

/** The problem at the first key of the note; undefined if papers are indexed or the note cites none. */
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
