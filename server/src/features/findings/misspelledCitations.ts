/** Text that was meant as a citation but is not one: `@papers[key]`, `@Paper[key]`, `@paper [key]`, `@paper(key)`. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { CitationItem } from '../../notes/citation.ts';
import { type Misspelling, respelled } from '../../notes/misspelling.ts';
import type { Note } from '../../notes/note.ts';
import { shortened } from '../../util/shortened.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { sureCorrection } from '../suggestions/sureCorrection.ts';
import type { Finding } from './finding.ts';

/** The misspellings that were certainly meant as citations. */
export function misspelledCitations(view: WorkspaceView, note: Note): readonly Misspelling[] {
	return note.misspellings.filter((misspelling) => isMeant(view, note, misspelling));
}

/** Not meant if Pandoc's `@papers [p. 3]` cites an existing paper with the key `papers`. */
function isMeant(view: WorkspaceView, note: Note, { name, citation, isSuggested }: Misspelling): boolean {
	const isPandocKey = note.syntaxes.includes('pandoc') && view.resolve(name).length > 0;
	const isWellFormed = citation.closed && citation.items.length > 0 && !citation.items.some(({ problem }) => problem);
	return !isPandocKey && ((isSuggested && isWellFormed) || citation.items.some((item) => namesPaper(view, item)));
}

function namesPaper(view: WorkspaceView, { reference }: CitationItem): boolean {
	return view.resolve(reference).length > 0 || sureCorrection(view, reference) !== undefined;
}

export function misspelledFinding(misspelling: Misspelling): Finding {
	const { edits, text } = respelled(misspelling);
	const right = shortened(text);
	return {
		problem: { code: 'misspelled-citation', message: citationMessages.misspelled(right), span: misspelling.span },
		fixes: () => [{ title: fixTitles.write(right), edits, preferred: true }],
	};
}
