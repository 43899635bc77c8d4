/**
 * All notes of the workspace. Open notes are kept in full; of the others, only where they cite and which files they
 * name.
 */

import type { Naming } from '../files/bibliographies.ts';
import type { PlacedName } from '../files/projectFiles.ts';
import type { BibliographyName } from '../notes/bibliographyNames.ts';
import { type Doubt, doubtsIn } from '../notes/doubt.ts';
import { type FrontMatter, NO_FRONT_MATTER } from '../notes/frontMatter.ts';
import { ignoredIn } from '../notes/ignoredProblems.ts';
import { linesOf, type Note } from '../notes/note.ts';
import { baseName } from '../util/baseName.ts';
import { type LineStarts, rangeOf } from '../util/lines.ts';
import type { Span } from '../util/span.ts';
import { type NotesBySubject, notesBySubject } from './notesBySubject.ts';
import type { CitedPlace, CitingPlace } from './view.ts';

/** The places of one note that cite, by the reference as written there. */
type PlacesByReference = ReadonlyMap<string, readonly CitingPlace[]>;

interface Entry {
	/** Undefined if the note is not open: its text need not stay in memory. */
	readonly open: Note | undefined;
	/** Computed on first use. While someone types, most states of a note never need it. */
	places: PlacesByReference | undefined;
	/**
	 * For a note that is not open: places that are no unknown papers, because the reference cannot be a valid one, the
	 * citation is not closed, or a comment says so.
	 */
	readonly unreported: ReadonlySet<CitingPlace>;
	/** For a note that is not open: places that may be something else than a citation. */
	readonly doubts: ReadonlyMap<CitingPlace, Doubt>;
	/** For a note that is not open, with its text only if it lists papers. */
	readonly frontMatter: FrontMatter;
	/** For a note that is not open: the bibliographies it names, except where a comment asks not to report them. */
	readonly bibliographies: readonly PlacedName[];
}

export class NoteCollection {
	readonly #entries = new Map<string, Entry>();
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

	get count(): number {
		return this.#entries.size;
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

	/** Stores the state of a note in the editor. */
	putOpen(uri: string, note: Note): void {
		this.#put(uri, openEntry(note));
	}

	/** Stores the state of a note on disk that no editor has open. */
	putClosed(uri: string, note: Note): void {
		const { frontMatter } = note;
		const kept = frontMatter.references ? frontMatter : { ...frontMatter, text: '' };
		this.#put(uri, {
			open: undefined,
			...placesIn(uri, note),
			frontMatter: kept,
			bibliographies: reportedBibliographies(note),
		});
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

	#put(uri: string, entry: Entry): void {
		this.#noticeBibliographies(this.#bibliographiesOf(uri), entry.frontMatter.bibliographies);
		this.#names = this.#entries.has(uri) ? this.#names : undefined;
		const isAsBefore = this.#entries.get(uri)?.frontMatter.paper?.text === entry.frontMatter.paper?.text;
		this.#subjects = this.#entries.has(uri) && isAsBefore ? this.#subjects : undefined;
		this.#entries.set(uri, entry);
		this.#changed.add(uri);
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

	remove(uri: string): void {
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
				yield { uri, paths: pathsOf(bibliographies) };
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
			[...this.#entries].map(([uri, { frontMatter }]) => [uri, frontMatter.paper?.text]),
		);
		return this.#subjects.get(name.normalize('NFC')) ?? [];
	}

	/** The places of one note, by the reference written there. */
	placesOf(uri: string): PlacesByReference {
		const entry = this.#entries.get(uri);
		if (!entry) {
			return new Map();
		}
		entry.places ??= entry.open ? placesIn(uri, entry.open).places : new Map();
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

function openEntry(note: Note): Entry {
	return {
		open: note,
		places: undefined,
		unreported: new Set(),
		doubts: new Map(),
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

function placesIn(
	uri: string,
	note: Note,
): Pick<Entry, 'unreported' | 'doubts'> & { readonly places: PlacesByReference } {
	const places = new Map<string, CitingPlace[]>();
	const unreported = new Set<CitingPlace>();
	const isIgnored = ignoredIn(note.text);
	const starts = note.citations.length === 0 ? [] : linesOf(note);
	const doubts = new Map<CitingPlace, Doubt>();
	const doubtOf = doubtsIn(note);
	for (const { citation, item } of note.citations.flatMap((one) =>
		one.items.map((item) => ({ citation: one, item })),
	)) {
		const place = {
			uri,
			range: rangeOf(starts, item.referenceSpan),
			text: lineAt(note.text, starts, item.referenceSpan),
		};
		const known = places.get(item.reference);
		if (known) {
			known.push(place);
		} else {
			places.set(item.reference, [place]);
		}
		if (!citation.closed || item.problem || isIgnored(place.range.start.line, 'unknown-paper')) {
			unreported.add(place);
		}
		const doubt = doubtOf(citation, item);
		if (doubt) {
			doubts.set(place, doubt);
		}
	}
	return { places, unreported, doubts };
}

function reportedBibliographies(note: Note): readonly PlacedName[] {
	const { bibliographies } = note.frontMatter;
	const isIgnored = ignoredIn(note.text);
	return bibliographies
		.map(({ path, span }) => ({ path, range: rangeOf(linesOf(note), span) }))
		.filter(({ range }) => !isIgnored(range.start.line, 'missing-bibliography'));
}

function lineAt(text: string, starts: LineStarts, span: Span): string {
	const { line } = rangeOf(starts, span).start;
	return text.slice(starts[line], starts[line + 1]).trim();
}
