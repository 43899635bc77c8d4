/** What features can see of the workspace: one consistent state, read-only. */

import type { Corpus, OwnLibrary, PaperId, PaperRef } from '../corpus/corpus.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { Doubt } from '../notes/doubt.ts';
import type { Note } from '../notes/note.ts';
import type { Range } from '../util/span.ts';
import type { FormerPaper } from './formerKeys.ts';
import type { Settings } from './settings.ts';

/** A place in a note that cites a paper. */
export interface CitingPlace {
	readonly uri: string;
	/** The span of the reference as written. For `@paper[a; b, p. 4]` and the paper `b` it covers `b`. */
	readonly range: Range;
	/** The line that contains the place, without surrounding space. */
	readonly text: string;
}

/** A place in a note, and the reference at this place. */
export interface CitedPlace {
	readonly reference: string;
	readonly range: Range;
	/** What else it may be; undefined if it is certainly a citation. */
	readonly doubt: Doubt | undefined;
}

export interface WorkspaceView {
	/** The user's home folder in the system's notation, which `~` stands for; empty if unknown. */
	readonly home: string;
	readonly corpus: Corpus;
	/**
	 * Whether all corpus files, and all notes that may name further ones, have been read once. Before that, an unknown key
	 * may still become known.
	 */
	readonly complete: boolean;
	settings(uri: string): Settings;
	/** Whether notes in the folder of `uri` cite papers in Pandoc's syntax while it is not enabled there. */
	offersPandoc(uri: string): boolean;
	/** The note that the editor has open as `uri`. */
	note(uri: string): Note | undefined;
	/** The citing places of the note `uri`, which is not open in an editor: each reference that is well formed. */
	closedPlaces(uri: string): Iterable<CitedPlace>;
	/** The notes that cite this reference, open or not. */
	notesCiting(reference: string): readonly string[];
	/** Whether there is a note with this file name, with or without its extension. */
	hasNoteNamed(name: string): boolean;
	/** Uris of the notes whose front matter names the paper `name`, then of those whose file has this name. */
	notesAbout(name: string): readonly string[];
	/** The text of the file `uri`, which is not a note, while an editor has it open. */
	openText(uri: string): string | undefined;
	/** The bibliographies that the project file `uri`, or the note `uri` that is not open, names, in order. */
	bibliographiesIn(uri: string): readonly PlacedName[];
	/** What is wrong with the bibliographies that project files name for the note `uri`. */
	projectFaults(uri: string): readonly string[];
	/** What is wrong with the bibliography `path` named in the note or project file `uri`. */
	bibliographyFault(uri: string, path: string): string | undefined;
	/**
	 * The same workspace as the note `uri` sees it: what references name depends on the libraries of the note, and the
	 * corpus has the papers in its front matter. Each feature that begins at a place asks this first.
	 */
	in(uri: string): WorkspaceView;
	/** The note's own library; undefined if all files are alike to it, or in no note in particular. */
	readonly library: OwnLibrary | undefined;
	/**
	 * The papers that `reference` names; in no note in particular, those of all libraries. Cached until the corpus
	 * changes.
	 */
	resolve(reference: string): readonly PaperRef[];
	/**
	 * Whether only other notes or projects have the papers that `reference` names. Then it is unknown in this note, but
	 * its papers are shown.
	 */
	isForeign(reference: string): boolean;
	/** The paper that `reference` meant before, if its source has given it another key since. */
	formerly(reference: string): FormerPaper | undefined;
	/** The key by which a citation in this note means the paper. Undefined if its keys mean other papers here. */
	keyOf(paper: PaperRef): string | undefined;
	/** The files from which `reference` has its meaning: corpus files, or the note that lists the paper itself. */
	filesNaming(reference: string): readonly string[];
	/** Whether two corpus files belong to different libraries, so that each may have a paper of its own under one key. */
	areApart(uri: string, otherUri: string): boolean;
	/** Where notes cite the paper, grouped by note. */
	citing(paper: PaperId): readonly CitingPlace[];
	/**
	 * Papers cited in any note (1) or in the note `uri` (2). A search prefers them on equal rank, and lists them first for
	 * an empty query.
	 */
	cited(uri: string | undefined): ReadonlyMap<PaperId, number>;
}
