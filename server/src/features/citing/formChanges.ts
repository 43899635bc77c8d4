/** Converts a citation to another form: in parentheses, in the text, without the author. */

import { formTitles } from '../../messages/citations.ts';
import type { CitationMode } from '../../notes/citation.ts';
import { type CitedAt, otherForms } from '../../notes/otherForms.ts';
import { oneLine } from '../../notes/words.ts';
import { shortened } from '../../util/shortened.ts';
import type { EditPlan } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Edit } from '../findings/finding.ts';
import { mentionAt } from '../mention.ts';
import { type NoteChange, notePlan } from '../notePlan.ts';

export interface FormChange extends NoteChange {
	readonly mode: CitationMode;
}

/** One change for each form that the citation can have but does not have now. The title shows the result. */
export function formChanges(cited: CitedAt): FormChange[] {
	return otherForms(cited).map(({ mode, ...edit }) => {
		const title = formTitles[mode](shortened(oneLine(afterEdit(cited, edit))));
		return { mode, title, edits: [edit] };
	});
}

/**
 * The plan that converts the citation at `offset` to the form `mode`; undefined if there is no citation or it cannot
 * have that form.
 */
export function formPlan(
	view: WorkspaceView,
	{ uri, offset }: { readonly uri: string; readonly offset: number },
	mode: string | undefined,
): EditPlan | undefined {
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind !== 'citation') {
		return undefined;
	}
	const change = formChanges({ text: mention.note.text, ...mention }).find((one) => one.mode === mode);
	return change && notePlan(uri, mention.note, change);
}

/** The citation's text after the edit. */
function afterEdit({ text, citation }: CitedAt, { span, newText }: Edit): string {
	return text.slice(citation.span.start, span.start) + newText + text.slice(span.end, citation.span.end);
}
