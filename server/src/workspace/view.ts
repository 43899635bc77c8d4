/** What features may see of the workspace: one consistent state, read only. */

import type { Corpus, PaperId, PaperRef } from '../corpus/corpus.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { Note } from '../notes/note.ts';
import type { Range } from '../util/span.ts';
import type { Settings } from './settings.ts';

/** A place in a note that cites a paper. */
export interface CitingPlace {
	readonly uri: string;
	/** The reference as written; for `@paper[a; b, p. 4]` and the paper `b` this covers `b`. */
	readonly range: Range;
	/** The line it stands in, without surrounding space. */
	readonly text: string;
}

/** A place in a note with the reference that stands there. */
export interface CitedPlace {
	readonly reference: string;
	readonly range: Range;
}

export interface WorkspaceView {
	/** The user's home folder as the system writes it, which `~` stands for; empty where it is not known. */
	readonly home: string;
	readonly corpus: Corpus;
	/**
	 * False until all corpus files, and all notes that may name further ones, have been looked at once: until then an
	 * unknown key may only be unknown yet.
	 */
	readonly complete: boolean;
	settings(uri: string): Settings;
	/** Whether notes in the folder of `uri` cite papers as Pandoc does, while nothing there reads that. */
	offersPandoc(uri: string): boolean;
	/** The note that is open in the editor under `uri`. */
	note(uri: string): Note | undefined;
	/** What the note `uri`, which no editor has open, cites: each reference that is written as one should be. */
	closedPlaces(uri: string): Iterable<CitedPlace>;
	/** The text of the file `uri`, which is no note, while an editor has it open. */
	openText(uri: string): string | undefined;
	/** The bibliographies that the project file `uri` names, in order. */
	projectNames(uri: string): readonly PlacedName[];
	/** What is wrong with the bibliography `path` that the note or project file `uri` names. */
	bibliographyFault(uri: string, path: string): string | undefined;
	/** The papers that `reference` names; as `corpus.resolve`, remembered as long as the corpus is the same. */
	resolve(reference: string): readonly PaperRef[];
	/** Where notes cite the paper, note by note. */
	citing(paper: PaperId): readonly CitingPlace[];
	/** Papers cited in any note (1) or in the note `uri` (2): what a search prefers between equals, and lists first where nothing is asked. */
	cited(uri: string | undefined): ReadonlyMap<PaperId, number>;
}
