/** A change of one open note, planned. */

import { linesOf, type Note } from '../notes/note.ts';
import { type EditPlan, type PlannedEdit, plannedEdits } from '../workspace/editPlan.ts';
import type { Edit } from './findings/finding.ts';

/** What a fix or another change of a note says of itself. */
export interface NoteChange {
	readonly title: string;
	/** They do not overlap; each counts offsets in the note as it is. */
	readonly edits: readonly Edit[];
}

/** The plan of a change that was made for `note`, which is open as `uri`. */
export function notePlan(uri: string, note: Note, { title, edits }: NoteChange): EditPlan {
	return { label: title, edits: editsOfNote(uri, note, edits) };
}

/** Its edits, one for each of those given. */
export function editsOfNote(uri: string, note: Note, edits: readonly Edit[]): PlannedEdit[] {
	return plannedEdits({ uri, text: note.text, lines: linesOf(note) }, edits);
}
