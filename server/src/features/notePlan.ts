/** A planned change of one open note. */

import type { Note } from '../notes/note.ts';
import { editsInFile, fileOf } from '../notes/noteFile.ts';
import { type EditPlan, type PlannedEdit, plannedEdits } from '../workspace/editPlan.ts';
import type { Edit } from './findings/finding.ts';

/** What a fix or another change of a note consists of. */
export interface NoteChange {
	readonly title: string;
	/** They do not overlap. All count offsets in the note as it is before any of them. */
	readonly edits: readonly Edit[];
}

/** The plan of a change to `note`, which is open as `uri`. */
export function notePlan(uri: string, note: Note, { title, edits }: NoteChange): EditPlan {
	return { label: title, edits: editsOfNote(uri, note, edits) };
}

/** The planned edits, one for each given edit. */
export function editsOfNote(uri: string, note: Note, edits: readonly Edit[]): PlannedEdit[] {
	return plannedEdits({ uri, ...fileOf(note) }, editsInFile(note, edits));
}
