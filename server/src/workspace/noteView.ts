/** The workspace as one note sees it: what its references name depends on its own libraries. */

import type { Corpus, PaperId, PaperRef } from '../corpus/corpus.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { Note } from '../notes/note.ts';
import type { FormerPaper } from './formerKeys.ts';
import type { Settings } from './settings.ts';
import type { CitedPlace, CitingPlace, WorkspaceView } from './view.ts';

/** What differs between notes. */
export type NoteScope = Pick<
	WorkspaceView,
	'corpus' | 'library' | 'resolve' | 'isForeign' | 'formerly' | 'keyOf' | 'filesNaming'
>;

export class NoteView implements WorkspaceView {
	readonly #whole: WorkspaceView;
	readonly #scope: NoteScope;

	constructor(whole: WorkspaceView, scope: NoteScope) {
		this.#whole = whole;
		this.#scope = scope;
	}

	get corpus(): Corpus {
		return this.#scope.corpus;
	}

	get library(): WorkspaceView['library'] {
		return this.#scope.library;
	}

	resolve(reference: string): readonly PaperRef[] {
		return this.#scope.resolve(reference);
	}

	isForeign(reference: string): boolean {
		return this.#scope.isForeign(reference);
	}

	formerly(reference: string): FormerPaper | undefined {
		return this.#scope.formerly(reference);
	}

	keyOf(paper: PaperRef): string | undefined {
		return this.#scope.keyOf(paper);
	}

	filesNaming(reference: string): readonly string[] {
		return this.#scope.filesNaming(reference);
	}

	areApart(uri: string, otherUri: string): boolean {
		return this.#whole.areApart(uri, otherUri);
	}

	in(uri: string): WorkspaceView {
		return this.#whole.in(uri);
	}

	get home(): string {
		return this.#whole.home;
	}

	get complete(): boolean {
		return this.#whole.complete;
	}

	settings(uri: string): Settings {
		return this.#whole.settings(uri);
	}

	offersPandoc(uri: string): boolean {
		return this.#whole.offersPandoc(uri);
	}

	note(uri: string): Note | undefined {
		return this.#whole.note(uri);
	}

	closedPlaces(uri: string): Iterable<CitedPlace> {
		return this.#whole.closedPlaces(uri);
	}

	notesCiting(reference: string): readonly string[] {
		return this.#whole.notesCiting(reference);
	}

	hasNoteNamed(name: string): boolean {
		return this.#whole.hasNoteNamed(name);
	}

	notesAbout(name: string): readonly string[] {
		return this.#whole.notesAbout(name);
	}

	openText(uri: string): string | undefined {
		return this.#whole.openText(uri);
	}

	bibliographiesIn(uri: string): readonly PlacedName[] {
		return this.#whole.bibliographiesIn(uri);
	}

	projectFaults(uri: string): readonly string[] {
		return this.#whole.projectFaults(uri);
	}

	bibliographyFault(uri: string, path: string): string | undefined {
		return this.#whole.bibliographyFault(uri, path);
	}

	citing(paper: PaperId): readonly CitingPlace[] {
		return this.#whole.citing(paper);
	}

	cited(uri: string | undefined): ReadonlyMap<PaperId, number> {
		return this.#whole.cited(uri);
	}
}
