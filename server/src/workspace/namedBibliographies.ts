/** The bibliographies that notes and project files name, and which of these cannot be read. */

import { URI, Utils } from 'vscode-uri';
import type { BibliographyFaults, NamedFiles, Naming } from '../files/bibliographies.ts';
import type { PlacedName, ProjectFiles } from '../files/projectFiles.ts';
import { isBelow } from '../util/isBelow.ts';
import { notebookOf } from '../util/notebookCell.ts';
import type { NoteCollection } from './noteCollection.ts';

/** All notes and project files have been read, and the bibliographies they name have been searched for. */
export interface FoundBibliographies {
	readonly kind: 'bibliographiesFound';
	readonly faults: BibliographyFaults;
	readonly named: NamedFiles;
	/** Whether the settings name a file, or a folder with it. Undefined: they name none. */
	readonly isForAll?: (file: string) => boolean;
}

export class NamedBibliographies {
	readonly #notes: NoteCollection;
	readonly #projects: ProjectFiles;
	/** Undefined until bibliographies have been searched for. */
	#faults: BibliographyFaults | undefined;

	constructor(notes: NoteCollection, projects: ProjectFiles) {
		this.#notes = notes;
		this.#projects = projects;
	}

	/** Increases whenever notes or project files name different bibliographies. */
	get version(): number {
		return this.#notes.bibliographyVersion + this.#projects.version;
	}

	/** Whether they have been searched for. */
	get areFound(): boolean {
		return this.#faults !== undefined;
	}

	/** Call when they have been searched for. */
	found(faults: BibliographyFaults): void {
		this.#faults = faults;
	}

	/** The notes and project files that name bibliographies, with the paths as written. */
	*namings(): Generator<Naming> {
		yield* this.#notes.namings();
		yield* this.#projects.namings();
	}

	/** Those that the project file `uri`, or the note `uri` that is not open, names, in order. */
	namedIn(uri: string): readonly PlacedName[] {
		return [...this.#projects.namesIn(uri), ...this.#notes.closedBibliographies(uri)];
	}

	/** What is wrong with the bibliography `path` named in the note or project file `uri`. */
	fault(uri: string, path: string): string | undefined {
		return this.#faults?.get(notebookOf(uri))?.get(path);
	}

	/** What is wrong with those that project files name for the note `uri`. */
	projectFaults(uri: string): readonly string[] {
		return [...this.#projects.uris()]
			.filter((project) => isBelow(notebookOf(uri), Utils.dirname(URI.parse(project)).toString()))
			.flatMap((project) => [...(this.#faults?.get(project)?.values() ?? [])]);
	}
}
