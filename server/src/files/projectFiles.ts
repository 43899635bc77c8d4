/**
 * Project files: those of Quarto, MyST and bookdown, which name bibliographies for all notes below them, and what people
 * have decided about the papers of a folder.
 */

import { type BibliographyName, bibliographyNamesIn } from '../notes/bibliographyNames.ts';
import { lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Range } from '../util/span.ts';

export const PROJECT_GLOB = '**/{_quarto,_metadata,_bookdown,myst}.{yml,yaml}';

const PROJECT_FILE = /\/(?:_quarto|_metadata|_bookdown|myst)\.ya?ml$/i;
/** Which decisions a folder's file holds is read elsewhere: `workspace/decisions.ts`. */
export const DECISIONS_NAME = '.paper-notes.yml';

const QUARTO_PROJECT_FILE = /\/_quarto\.ya?ml$/i;

export function isProjectFile(uri: string): boolean {
	return PROJECT_FILE.test(uri) || isDecisionsFile(uri);
}

function isDecisionsFile(uri: string): boolean {
	return uri.endsWith(`/${DECISIONS_NAME}`);
}

/** A bibliography named in a file whose text need not stay in memory. */
export interface PlacedName {
	readonly path: string;
	readonly range: Range;
}

interface Entry {
	/** Set while an editor has the file open. Then the text on disk does not count. */
	readonly isOpen: boolean;
	readonly names: readonly PlacedName[];
	/** The text of a file of decisions. */
	readonly decisions?: string;
}

export class ProjectFiles {
	readonly #entries = new Map<string, Entry>();
	#version = 0;

	/** Increases with each change. */
	get version(): number {
		return this.#version;
	}

	uris(): Iterable<string> {
		return this.#entries.keys();
	}

	/** The bibliographies that each project file names. */
	*namings(): Generator<{ readonly uri: string; readonly paths: readonly string[] }> {
		for (const [uri, { names, decisions }] of this.#entries) {
			if (decisions === undefined) {
				yield { uri, paths: names.map(({ path }) => path) };
			}
		}
	}

	/** The bibliographies that the file names, in its order. */
	namesIn(uri: string): readonly PlacedName[] {
		return this.#entries.get(uri)?.names ?? [];
	}

	/** The texts of the files of decisions that stand in these folders. */
	decisionsIn(folders: readonly string[]): readonly string[] {
		return folders.flatMap((folder) => this.#entries.get(`${folder}/${DECISIONS_NAME}`)?.decisions ?? []);
	}

	/** The folders from which a path such as `/refs.bib` may start in a Quarto project. */
	quartoFolders(): readonly string[] {
		return [...this.#entries.keys()]
			.filter((uri) => QUARTO_PROJECT_FILE.test(uri))
			.map((uri) => uri.slice(0, uri.lastIndexOf('/')));
	}

	/** Sets the text that the editor has. */
	putOpen(uri: string, text: string): void {
		this.#put(uri, { isOpen: true, ...entryOf(uri, text) });
	}

	/** Sets the text on disk. Ignored while the editor has the file open. */
	putRead(uri: string, text: string): void {
		if (!this.#entries.get(uri)?.isOpen) {
			this.#put(uri, { isOpen: false, ...entryOf(uri, text) });
		}
	}

	/** The file was closed in the editor. The editor's last text counts until the file is read from disk. */
	close(uri: string): void {
		this.#put(uri, { names: [], ...this.#entries.get(uri), isOpen: false });
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

function entryOf(uri: string, text: string): Pick<Entry, 'names' | 'decisions'> {
	return isDecisionsFile(uri) ? { names: [], decisions: text } : { names: placedNames(text) };
}

function placedNames(text: string): PlacedName[] {
	const names: readonly BibliographyName[] = bibliographyNamesIn(text);
	const starts = names.length > 0 ? lineStartsOf(text) : [];
	return names.map(({ path, span }) => ({ path, range: rangeOf(starts, span) }));
}
