/** Project files, which name bibliographies for all notes below them: those of Quarto, MyST and bookdown. */

import { type BibliographyName, bibliographyNamesIn } from '../notes/bibliographyNames.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Range } from '../util/span.ts';

export const PROJECT_GLOB = '**/{_quarto,_metadata,_bookdown,myst}.{yml,yaml}';

const PROJECT = /\/(?:_quarto|_metadata|_bookdown|myst)\.ya?ml$/i;
const QUARTO_PROJECT = /\/_quarto\.ya?ml$/i;

export function isProjectFile(uri: string): boolean {
	return PROJECT.test(uri);
}

/** A bibliography named in a file whose text need not stay in memory. */
export interface PlacedName {
	readonly path: string;
	readonly range: Range;
}

interface Entry {
	/** An editor has it open: then what the disk holds does not count. */
	readonly isOpen: boolean;
	readonly names: readonly PlacedName[];
}

export class ProjectFiles {
	readonly #entries = new Map<string, Entry>();
	#version = 0;

	/** Grows with each change. */
	get version(): number {
		return this.#version;
	}

	uris(): Iterable<string> {
		return this.#entries.keys();
	}

	/** In the order of the file. */
	namesIn(uri: string): readonly PlacedName[] {
		return this.#entries.get(uri)?.names ?? [];
	}

	/** The folders that a path from Quarto's root, such as `/refs.bib`, may mean. */
	quartoFolders(): readonly string[] {
		return [...this.#entries.keys()]
			.filter((uri) => QUARTO_PROJECT.test(uri))
			.map((uri) => uri.slice(0, uri.lastIndexOf('/')));
	}

	/** The editor has this text. */
	putOpen(uri: string, text: string): void {
		this.#put(uri, { isOpen: true, names: placedNames(text) });
	}

	/** The disk has this text. */
	putRead(uri: string, text: string): void {
		if (!this.#entries.get(uri)?.isOpen) {
			this.#put(uri, { isOpen: false, names: placedNames(text) });
		}
	}

	/** Until the disk has been read, what the editor had last stands. */
	close(uri: string): void {
		this.#put(uri, { isOpen: false, names: this.namesIn(uri) });
	}

	remove(uri: string): void {
		if (!this.#entries.get(uri)?.isOpen && this.#entries.delete(uri)) {
			this.#version++;
		}
	}

	#put(uri: string, entry: Entry): void {
		this.#entries.set(uri, entry);
		this.#version++;
	}
}

function placedNames(text: string): PlacedName[] {
	const names: readonly BibliographyName[] = bibliographyNamesIn(text);
	const starts = names.length > 0 ? lineStartsOf(text) : [];
	return names.map(({ path, span }) => ({ path, range: rangeOf(starts, span) }));
}
