/** Cites papers at the cursors and selections of a note. */

import { fixTitles } from '../../messages/citations.ts';
import type { Citation } from '../../notes/citation.ts';
import { citationAddedTo, type Insertion, insertionAt } from '../../notes/insertion.ts';
import type { Note } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';
import type { EditPlan, PlannedEdit } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { editsOfNote } from '../notePlan.ts';

export interface CitationRequest {
	readonly uri: string;
	/** An empty selection is a cursor. */
	readonly selections: readonly Span[];
	readonly keys: readonly string[];
}

export interface CitingEdit extends PlannedEdit {
	/** End of the citation after the edit, in UTF-16 units from the start of `range`. */
	readonly end: number;
}

export interface CitingPlan extends EditPlan {
	/** In the order of the text. */
	readonly edits: readonly CitingEdit[];
}

/**
 * The plan that cites the papers at each selection. If several selections are in one citation, only the first counts. If
 * a citation has all the papers already, its edit is empty. Without an open note or without keys there are no edits.
 */
export function citingPlan(workspace: WorkspaceView, request: CitationRequest): CitingPlan {
	const { uri, keys } = request;
	const view = workspace.in(uri);
	const note = view.note(uri);
	const insertions = note && keys.length > 0 ? insertionsIn(view, note, request) : [];
	return { label: fixTitles.cite(keys.join('; ')), edits: note ? planned(uri, note, insertions) : [] };
}

function planned(uri: string, note: Note, insertions: readonly Insertion[]): CitingEdit[] {
	return insertions.flatMap((insertion) =>
		editsOfNote(uri, note, [insertion]).map((edit) => ({ ...edit, end: insertion.end })),
	);
}

/** The insertions are in the order of the text and never overlap. */
function insertionsIn(view: WorkspaceView, note: Note, { selections, keys }: CitationRequest): Insertion[] {
	const edits: Insertion[] = [];
	const addedTo = new Set<Citation>();
	for (const selection of selections.toSorted((one, other) => one.start - other.start)) {
		const citation = citationAddedTo(note, selection);
		const edit = citation && addedTo.has(citation) ? undefined : editAt(view, { note, selection, citation, keys });
		if (edit && edit.span.start >= (edits.at(-1)?.span.end ?? 0)) {
			edits.push(edit);
		}
		if (citation) {
			addedTo.add(citation);
		}
	}
	return edits;
}

interface Place {
	readonly note: Note;
	readonly selection: Span;
	/** The citation that the selection is in, if any. */
	readonly citation: Citation | undefined;
	readonly keys: readonly string[];
}

function editAt(view: WorkspaceView, { note, selection, citation, keys }: Place): Insertion {
	const adds = citation && selection.start === selection.end;
	const missing = adds ? keys.filter((key) => !cites(view, citation, key)) : keys;
	if (citation && missing.length === 0) {
		return { span: { start: citation.span.end, end: citation.span.end }, newText: '', end: 0 };
	}
	return insertionAt(note, selection, missing);
}

/** Whether one of the citation's items names the paper, by any of its names. */
function cites(view: WorkspaceView, { items }: Citation, key: string): boolean {
	const papers = new Set(view.resolve(key).map(({ id }) => id));
	return items.some(({ reference }) => reference === key || view.resolve(reference).some(({ id }) => papers.has(id)));
}
