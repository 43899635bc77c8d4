/** The only mutable state: corpus, notes and settings. All changes go through `apply`. */

import type { Corpus, PaperId, PaperRef } from '../corpus/corpus.ts';
import { type KeyMemory, noKeyMemory } from '../corpus/keyMemory.ts';
import type { Naming } from '../files/bibliographies.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { Change as TextChange } from '../notes/change.ts';
import type { CitationSyntax } from '../notes/citation.ts';
import { editNote, type Note } from '../notes/note.ts';
import { readNoteFile } from '../notes/noteFile.ts';
import { type CitationSource, CitedPapers, papersNamed } from './citedPapers.ts';
import { FolderSettings } from './folderSettings.ts';
import { FolderSyntaxes } from './folderSyntaxes.ts';
import { frontMatterPapers, isOfFrontMatter } from './frontMatterPapers.ts';
import { lateFormerKeys } from './lateFormerKeys.ts';
import { NamedBibliographies } from './namedBibliographies.ts';
import { NoteCollection } from './noteCollection.ts';
import { notesCiting } from './notesCiting.ts';
import { NoteView } from './noteView.ts';
import { OtherFiles } from './otherFiles.ts';
import { References } from './references.ts';
import type { Settings } from './settings.ts';
import type { CitedPlace, CitingPlace, WorkspaceView } from './view.ts';
import type { WorkspaceChange } from './workspaceChange.ts';

export class Workspace implements WorkspaceView {
	#corpus: Corpus;
	#complete = false;
	readonly #notes = new NoteCollection();
	readonly #others = new OtherFiles();
	readonly #bibliographies = new NamedBibliographies(this.#notes, this.#others.projects);
	readonly #settings = new FolderSettings();
	readonly #syntaxes = new FolderSyntaxes(this.#settings, (uri, key) => this.in(uri).resolve(key).length > 0);
	readonly #references = new References({
		corpus: () => this.#corpus,
		frontMatter: (uri) => {
			const file = this.#notes.withFrontMatter(uri);
			return frontMatterPapers(file, this.#notes.frontMatterOf(file));
		},
		former: (reference, papers) => this.former.of(reference, papers),
	});
	#memory: () => KeyMemory = () => noKeyMemory;
	/** What keys meant before. */
	readonly former = lateFormerKeys({
		corpus: () => this.#corpus,
		isComplete: () => this.complete,
		state: () => this.#references.state,
		everywhere: (reference) => this.#references.everywhere(reference),
		memory: () => this.#memory(),
		decisions: () => this.decisions(),
		isOfFrontMatter,
	});
	readonly #cited = new CitedPapers(this.#citations());

	/** Called when notes or project files name different bibliographies than before. */
	onNaming: () => void = () => {};

	/** Called with the folders whose citation syntaxes have changed since their notes were read. */
	onSyntaxes: (folders: readonly string[]) => void = () => {};

	readonly home: string;

	constructor(corpus: Corpus, home = '') {
		this.home = home;
		this.#corpus = corpus;
	}

	get corpus(): Corpus {
		return this.#corpus;
	}

	get complete(): boolean {
		// The set of corpus files is known only once the notes have been read.
		return this.#complete && this.#bibliographies.areFound;
	}

	get noteCount(): number {
		return this.#notes.count;
	}

	note(uri: string): Note | undefined {
		return this.#notes.openNote(uri);
	}

	/** The result of `look` while the note `uri` is open with this text. */
	readonly whileOpen = <T>(uri: string, text: string, look: () => T): T =>
		this.#notes.whileOpen(uri, this.#readNote(uri, text), look);

	readonly closedPlaces = (uri: string): Iterable<CitedPlace> => this.#notes.closedPlaces(uri);

	readonly hasNoteNamed = (name: string): boolean => this.#notes.hasNoteNamed(name);

	readonly notesAbout = (name: string): readonly string[] => this.#notes.notesAbout(name);
	readonly notesCiting = (reference: string): readonly string[] => notesCiting(this.#notes, reference);

	openText(uri: string): string | undefined {
		return this.#others.openText(uri);
	}

	/** Whether `uri` is a note, open or not. */
	hasNote(uri: string): boolean {
		return this.#notes.has(uri);
	}

	noteUris(): Iterable<string> {
		return this.#notes.uris();
	}

	projectUris(): Iterable<string> {
		return this.#others.projects.uris();
	}

	readonly bibliographiesIn = (uri: string): readonly PlacedName[] => this.#bibliographies.namedIn(uri);

	readonly projectFaults = (uri: string): readonly string[] => this.#bibliographies.projectFaults(uri);

	/** The texts of the folders' files of decisions. */
	readonly decisions = (): readonly string[] => this.#others.projects.decisionsIn(this.#settings.folders);
	/** The folders of Quarto projects. */
	readonly quartoFolders = (): readonly string[] => this.#others.projects.quartoFolders();

	bibliographyFault(uri: string, path: string): string | undefined {
		return this.#bibliographies.fault(uri, path);
	}

	/** The bibliographies that notes and project files name. */
	namings(): Iterable<Naming> {
		return this.#bibliographies.namings();
	}

	/** The settings of the innermost workspace folder that contains `uri`. */
	settings(uri: string): Settings {
		return this.#settings.of(uri);
	}

	/** The folders whose notes cite papers in Pandoc's syntax while it is not enabled there. */
	get pandocOffers(): readonly string[] {
		return this.#syntaxes.offers;
	}

	offersPandoc(uri: string): boolean {
		return this.#syntaxes.isOffered(uri);
	}

	/** The syntaxes that count as citations in the note `uri`. */
	syntaxesOf(uri: string): readonly CitationSyntax[] {
		return this.#syntaxes.of(uri);
	}

	/**
	 * Call when notes or corpus have changed and no request is waiting. The notes' content may decide how they are parsed.
	 */
	settleSyntaxes(): void {
		const folders = this.#syntaxes.settle({ state: this.#references.state, complete: this.complete });
		if (folders.length > 0) {
			this.#readOpenNotesAgain();
			this.onSyntaxes(folders);
		}
	}

	/** In no note in particular. */
	readonly library = undefined;

	resolve(reference: string): readonly PaperRef[] {
		return this.#references.everywhere(reference);
	}

	readonly isForeign = (): boolean => false;

	readonly formerly = (reference: string) => this.former.of(reference, this.resolve(reference));

	readonly keyOf = ({ key }: PaperRef): string => key;

	filesNaming(reference: string): readonly string[] {
		return this.#corpus.holders(reference).map(({ uri }) => uri);
	}

	readonly areApart = (uri: string, otherUri: string): boolean => this.#references.areApart(uri, otherUri);

	in(uri: string): WorkspaceView {
		return new NoteView(this, this.#references.scopeOf(uri));
	}

	citing(paper: PaperId): readonly CitingPlace[] {
		return this.#cited
			.referencesTo(paper)
			.flatMap(({ uri, reference }) => this.#notes.placesOf(uri).get(reference) ?? []);
	}

	/** The references of a note, as written. */
	readonly referencesOf = (uri: string): Iterable<string> => this.#notes.referencesOf(uri);

	/** Does a part of the work that the next key press would have to do. Returns whether none is left. */
	readonly catchUp = (): boolean => this.#cited.catchUp();

	cited(uri: string | undefined): ReadonlyMap<PaperId, number> {
		return this.#cited.weights(uri);
	}

	apply(change: WorkspaceChange): void {
		const before = this.#bibliographies.version;
		this.#apply(change);
		if (this.#bibliographies.version !== before) {
			this.onNaming();
		}
	}

	#apply(change: WorkspaceChange): void {
		switch (change.kind) {
			case 'noteOpened':
				this.#notes.putOpen(change.uri, this.#readNote(change.uri, change.text));
				break;
			case 'noteEdited':
				this.#edit(change.uri, change.edits);
				break;
			case 'noteClosed':
				this.#notes.close(change.uri);
				break;
			case 'noteRead':
				this.#readFromDisk(change.uri, change.text);
				break;
			case 'noteGone':
				this.#forget(change.uri);
				break;
			case 'bibliographiesFound':
				this.#bibliographies.found(change.faults);
				this.#references.use({ ...change, projects: [...this.projectUris()] });
				break;
			case 'settings':
				this.#settings.set(change.folders, change.other);
				this.#references.use({ folders: this.#settings.folders });
				this.#syntaxes.settingsChanged();
				this.#readOpenNotesAgain();
				break;
			case 'corpusReplaced':
				this.#corpus = change.corpus;
				this.#references.forget();
				this.#cited.forget();
				break;
			case 'keyMemory':
				this.#memory = change.memory;
				break;
			case 'corpusComplete':
				this.#complete = change.complete;
				break;
			default:
				this.#others.apply(change);
		}
	}

	#citations(): CitationSource {
		return {
			corpusState: () => this.#references.state,
			isGrowing: () => !this.complete,
			takeChanged: () => this.#notes.takeChanged(),
			uris: () => this.#notes.uris(),
			papersIn: (uri) => papersNamed(this.#notes.referencesOf(uri), (reference) => this.#references.in(uri, reference)),
		};
	}

	#readNote(uri: string, text: string): Note {
		const note = readNoteFile(uri, text, this.#syntaxes.of(uri));
		this.#syntaxes.notice(uri, note);
		return note;
	}

	#edit(uri: string, edits: readonly TextChange[]): void {
		const note = this.#notes.openNote(uri);
		if (note) {
			this.#notes.putOpen(uri, editNote(note, edits));
		}
	}

	#readFromDisk(uri: string, text: string): void {
		const open = this.#notes.openNote(uri);
		if (open) {
			this.#syntaxes.notice(uri, open);
		} else if (!this.#notes.isOpen(uri)) {
			this.#notes.putClosed(uri, this.#readNote(uri, text));
		}
	}

	#forget(uri: string): void {
		if (!this.#notes.isOpen(uri)) {
			this.#notes.remove(uri);
			this.#syntaxes.forget(uri);
		}
	}

	/** Parses open notes again after the syntaxes may have changed. */
	#readOpenNotesAgain(): void {
		for (const [uri, { text }] of [...this.#notes.openNotes()]) {
			this.#notes.putOpen(uri, this.#readNote(uri, text));
		}
	}
}
