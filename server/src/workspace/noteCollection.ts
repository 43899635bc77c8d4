/** All notes of the workspace: open ones whole, the others as the places where they cite. */

import type { Note } from '../notes/note.ts';
import { type LineStarts, lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Span } from '../util/span.ts';
import type { CitingPlace } from './view.ts';

/** The places of one note that cite, by the reference as written. */
type PlacesByReference = ReadonlyMap<string, readonly CitingPlace[]>;

interface Entry {
	/** Undefined for a note that is not open: its text need not stay in memory. */
	readonly open: Note | undefined;
	/** Made when first asked for: while one types, most states of a note are never asked. */
	places: PlacesByReference | undefined;
}

export class NoteCollection {
	readonly #entries = new Map<string, Entry>();
	#changed = new Set<string>();

	get count(): number {
		return this.#entries.size;
	}

	openNote(uri: string): Note | undefined {
		return this.#entries.get(uri)?.open;
	}

	/** The editor has this state of the note. */
	putOpen(uri: string, note: Note): void {
		this.#entries.set(uri, { open: note, places: undefined });
		this.#changed.add(uri);
	}

	/** The disk has this state of the note, and no editor has it open. */
	putClosed(uri: string, note: Note): void {
		this.#entries.set(uri, { open: undefined, places: placesIn(uri, note) });
		this.#changed.add(uri);
	}

	remove(uri: string): void {
		if (this.#entries.delete(uri)) {
			this.#changed.add(uri);
		}
	}

	/** In the order in which they came. */
	uris(): Iterable<string> {
		return this.#entries.keys();
	}

	/** The notes that came, changed or went since this was last called. */
	takeChanged(): ReadonlySet<string> {
		const changed = this.#changed;
		this.#changed = new Set();
		return changed;
	}

	/** The places of one note by the reference they write. */
	placesOf(uri: string): PlacesByReference {
		const entry = this.#entries.get(uri);
		if (!entry) {
			return new Map();
		}
		entry.places ??= entry.open ? placesIn(uri, entry.open) : new Map();
		return entry.places;
	}
}

function placesIn(uri: string, note: Note): PlacesByReference {
	const places = new Map<string, CitingPlace[]>();
	if (note.citations.length === 0) {
		return places;
	}
	const starts = lineStartsOf(note.text);
	for (const item of note.citations.flatMap((citation) => citation.items)) {
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
	}
	return places;
}

function lineAt(text: string, starts: LineStarts, span: Span): string {
	const { line } = rangeOf(starts, span).start;
	return text.slice(starts[line], starts[line + 1]).trim();
}
