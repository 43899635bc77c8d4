/**
 * All notes of the workspace. Open notes are kept in full; of the others, only where they cite and which files they
 * name.
 */

import type { Naming } from '../files/bibliographies.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { BibliographyName } from '../notes/bibliographyNames.ts';
import { type FrontMatter, NO_FRONT_MATTER } from '../notes/frontMatter.ts';
import type { Note } from '../notes/note.ts';
import { baseName } from '../util/baseName.ts';
import { isCell, notebookOf } from '../util/notebookCell.ts';
import { type ClosedNote, closedNote, NO_DOUBTS, NOTHING, type PlacesByReference } from './closedNote.ts';
import { type NotesBySubject, notesBySubject } from './notesBySubject.ts';
import type { CitedPlace } from './view.ts';

interface Entry extends Omit<ClosedNote, 'places'> {
	/** Undefined if the note is not open: its text need not stay in memory. */
	readonly open: Note | undefined;
	/** Whether an editor shows a notebook's file as text. Then only its places are known, but they are the editor's. */
	readonly isShown?: boolean;
	/** Computed on first use. While someone types, most states of a note never need it. */
	places: PlacesByReference | undefined;
}

export class NoteCollection {
	readonly #entries = new Map<string, Entry>();
	/** The cells that an editor has open, by their notebooks. They count in place of what the notebook's file cites. */
	readonly #cells = new Map<string, Set<string>>();
	#changed = new Set<string>();
	#bibliographyVersion = 0;
	/** The names of all notes, collected when one is asked for. */
	#names: ReadonlySet<string> | undefined;
	/** What `notesAbout` answers from, collected when it is asked. */
	#subjects: NotesBySubject | undefined;

	/** Increases with each change of the bibliographies that notes name. */
	get bibliographyVersion(): number {
		return this.#bibliographyVersion;
	}

	/** A notebook is one note, open or not. */
	get count(): number {
		return this.#cells.size === 0 ? this.#entries.size : new Set([...this.#entries.keys()].map(notebookOf)).size;
	}

	has(uri: string): boolean {
		return this.#entries.has(uri);
	}

	openNote(uri: string): Note | undefined {
		return this.#entries.get(uri)?.open;
	}

	/** The notes that editors have open. */
	*openNotes(): Generator<readonly [string, Note]> {
		for (const [uri, { open }] of this.#entries) {
			if (open) {
				yield [uri, open];
			}
		}
	}

	/** Whether an editor has the file open, so that its text counts and not that on disk. */
	isOpen(uri: string): boolean {
		const entry = this.#entries.get(uri);
		return entry?.open !== undefined || entry?.isShown === true;
	}

	/** Stores the state of a note in the editor. */
	putOpen(uri: string, note: Note): void {
		this.#put(uri, note.notebook ? { open: undefined, isShown: true, ...closedNote(uri, note) } : openEntry(note));
	}

	/** Keeps the note's last state in the editor until its file has been read from disk. A cell has none of its own. */
	close(uri: string): void {
		const entry = this.#entries.get(uri);
		if (isCell(uri)) {
			this.remove(uri);
		} else if (entry?.open) {
			this.putClosed(uri, entry.open);
		} else if (entry) {
			this.#put(uri, { ...entry, isShown: false });
		}
	}

	/** Stores the state of a note on disk that no editor has open. */
	putClosed(uri: string, note: Note): void {
		this.#put(uri, { open: undefined, ...closedNote(uri, note) });
	}

	/** The result of `look` while the note is open in this state. Afterwards everything is as it was. */
	whileOpen<T>(uri: string, note: Note, look: () => T): T {
		const before = this.#entries.get(uri);
		this.#entries.set(uri, openEntry(note));
		try {
			return look();
		} finally {
			if (before) {
				this.#entries.set(uri, before);
			} else {
				this.#entries.delete(uri);
			}
		}
	}

	#put(uri: string, given: Entry): void {
		const entry = this.#cells.has(uri) ? citingNothing(given) : given;
		if (isCell(uri)) {
			this.#putCell(notebookOf(uri), uri);
		}
		this.#noticeBibliographies(this.#bibliographiesOf(uri), entry.frontMatter.bibliographies);
		this.#names = this.#entries.has(uri) ? this.#names : undefined;
		const isAsBefore = this.#entries.get(uri)?.frontMatter.paper?.text === entry.frontMatter.paper?.text;
		this.#subjects = this.#entries.has(uri) && isAsBefore ? this.#subjects : undefined;
		this.#entries.set(uri, entry);
		this.#changed.add(uri);
	}

	#putCell(notebook: string, cell: string): void {
		const known = this.#cells.get(notebook);
		this.#cells.set(notebook, (known ?? new Set()).add(cell));
		const file = this.#entries.get(notebook);
		if (file && !known) {
			this.#put(notebook, file);
		}
	}

	#noticeBibliographies(before: readonly BibliographyName[], after: readonly BibliographyName[]): void {
		if (before !== after && pathsOf(before).join('\n') !== pathsOf(after).join('\n')) {
			this.#bibliographyVersion++;
		}
	}

	#bibliographiesOf(uri: string): readonly BibliographyName[] {
		return this.frontMatterOf(uri).bibliographies;
	}

	frontMatterOf(uri: string): FrontMatter {
		return this.#entries.get(uri)?.frontMatter ?? NO_FRONT_MATTER;
	}

	/** The note itself, or for a cell without front matter its notebook. */
	withFrontMatter(uri: string): string {
		return this.frontMatterOf(uri).text === '' ? notebookOf(uri) : uri;
	}

	remove(uri: string): void {
		const notebook = notebookOf(uri);
		const cells = this.#cells.get(notebook);
		if (cells?.delete(uri) && cells.size === 0) {
			this.#cells.delete(notebook);
		}
		this.#noticeBibliographies(this.#bibliographiesOf(uri), []);
		if (this.#entries.delete(uri)) {
			this.#names = undefined;
			this.#subjects = undefined;
			this.#changed.add(uri);
		}
	}

	/** In the order in which the notes were added. */
	uris(): Iterable<string> {
		return this.#entries.keys();
	}

	/** The bibliographies that a note which is not open names, in order. */
	closedBibliographies(uri: string): readonly PlacedName[] {
		return this.#entries.get(uri)?.bibliographies ?? [];
	}

	/** The notes that name bibliographies, with the paths as written. */
	*namings(): Generator<Naming> {
		for (const [uri, { frontMatter }] of this.#entries) {
			const { bibliographies } = frontMatter;
			if (bibliographies.length > 0) {
				yield { uri: notebookOf(uri), paths: pathsOf(bibliographies) };
			}
		}
	}

	/** The notes that were added, changed or removed since the last call. */
	takeChanged(): ReadonlySet<string> {
		const changed = this.#changed;
		this.#changed = new Set();
		return changed;
	}

	/**
	 * The references of one note, as written. For an open note this is cheaper than its places, which need its line
	 * starts.
	 */
	referencesOf(uri: string): Iterable<string> {
		const entry = this.#entries.get(uri);
		return entry?.open && !entry.places ? referencesIn(entry.open) : (entry?.places?.keys() ?? []);
	}

	/** Whether the file of a note has this name, with or without its extension. Wiki links name notes so. */
	hasNoteNamed(name: string): boolean {
		this.#names ??= new Set([...this.#entries.keys()].flatMap(namesOf));
		return this.#names.has(foldedName(name));
	}

	/** The notes that are about the paper called `name`: see `notesBySubject`. */
	notesAbout(name: string): readonly string[] {
		this.#subjects ??= notesBySubject(
			[...this.#entries]
				.filter(([uri]) => !isCell(uri))
				.map(([uri, { frontMatter }]) => [uri, frontMatter.paper?.text]),
		);
		return this.#subjects.get(name.normalize('NFC')) ?? [];
	}

	/** The places of one note, by the reference written there. */
	placesOf(uri: string): PlacesByReference {
		const entry = this.#entries.get(uri);
		if (!entry) {
			return new Map();
		}
		entry.places ??= entry.open ? closedNote(uri, entry.open).places : new Map();
		return entry.places;
	}

	/** The places of a note that is not open whose reference should name a paper. */
	*closedPlaces(uri: string): Generator<CitedPlace> {
		const entry = this.#entries.get(uri);
		for (const [reference, places] of entry?.open ? [] : (entry?.places ?? [])) {
			for (const place of places) {
				if (!entry?.unreported.has(place)) {
					yield { reference, range: place.range, doubt: entry?.doubts.get(place) };
				}
			}
		}
	}
}

/** What is left of a notebook's file while its cells are open. */
function citingNothing(entry: Entry): Entry {
	return { ...entry, places: new Map(), unreported: NOTHING, doubts: NO_DOUBTS };
}

function openEntry(note: Note): Entry {
	return {
		open: note,
		places: undefined,
		unreported: NOTHING,
		doubts: NO_DOUBTS,
		frontMatter: note.frontMatter,
		bibliographies: [],
	};
}

/** `@name.md` and `@name`, for the note `file:///notes/%40name.md`. */
function namesOf(uri: string): string[] {
	const file = foldedName(baseName(uri));
	return [file, file.replace(/\.[^.]+$/, '')];
}

function foldedName(name: string): string {
	return name
		.slice(name.lastIndexOf('/') + 1)
		.normalize('NFC')
		.toLowerCase();
}

function pathsOf(bibliographies: readonly BibliographyName[]): readonly string[] {
	return bibliographies.map(({ path }) => path);
}

function referencesIn(note: Note): ReadonlySet<string> {
	const references = new Set<string>();
	for (const { items } of note.citations) {
		for (const { reference } of items) {
			references.add(reference);
		}
	}
	return references;
}
