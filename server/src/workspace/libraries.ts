/**
 * Which corpus files a note means. The files that its own front matter names come first, then those that project files
 * above it name, then those of its workspace folder, and last all others. A reference names the papers that the first
 * of these libraries has under that name.
 *
 * Pandoc would know only the files that are named. Here a global library counts for every note, too: files that the
 * settings name, and files that no note names. But what only other notes or projects name is theirs: to a note with a
 * `bibliography:` of its own, a key that stands nowhere else is unknown. Its paper is shown all the same.
 */

import type { Holder, OwnLibrary, PaperRef } from '../corpus/corpus.ts';
import type { NamedFiles } from '../files/bibliographies.ts';
import { isBelow } from '../util/isBelow.ts';
import { notebookOf } from '../util/notebookCell.ts';

export interface Library {
	/**
	 * 0 if the file is not in the library. If several files have a paper under one key, the file with the highest rank
	 * counts.
	 */
	rankOf(file: string): number;
}

export interface NoteLibraries {
	/** The one that decides first at the beginning; empty if the note means all files alike. */
	readonly inOrder: readonly Library[];
	/** All files that the note or its projects name, else the files of its workspace folder. */
	readonly own: OwnLibrary | undefined;
	/** Whether the file belongs to other notes or projects. */
	isForeign(file: string): boolean;
}

type FolderLibrary = Library & OwnLibrary;

export interface LibrarySources {
	readonly named: NamedFiles;
	/** All project files, whether or not they name bibliographies. */
	readonly projects: readonly string[];
	/** Uris of the workspace folders. */
	readonly folders: readonly string[];
	/** Whether the settings name the file, or a folder with it, so that it is meant for all notes. Undefined: no file. */
	readonly isForAll?: (file: string) => boolean;
}

export class Libraries {
	readonly #named: NamedFiles;
	readonly #folders: readonly string[];
	readonly #isForAll: (file: string) => boolean;
	/** What names libraries for all notes below a folder. The first decides before the next. */
	readonly #projects: readonly Project[];
	/** The notes and project files that name each file. */
	readonly #namers = new Map<string, Set<string>>();
	readonly #ofNote = new Map<string, NoteLibraries>();
	readonly #ofFolders = new Map<string, FolderLibrary>();
	/** By the files' URIs: notes with the same library share it. */
	readonly #own = new Map<string, OwnLibrary>();

	constructor({ named, projects, folders, isForAll = () => false }: LibrarySources) {
		this.#isForAll = isForAll;
		this.#named = named;
		this.#folders = folders;
		this.#projects = projectsThatName(named, projects);
		for (const [namer, files] of named) {
			for (const file of files) {
				this.#namers.set(file, (this.#namers.get(file) ?? new Set()).add(namer));
			}
		}
	}

	/** The libraries of the note. Those of a notebook count in all of its cells. */
	of(uri: string): NoteLibraries {
		const note = notebookOf(uri);
		const known = this.#ofNote.get(note);
		if (known) {
			return known;
		}
		const projects = this.#projects.filter(({ uri, folder }) => uri !== note && isBelow(note, folder));
		const namers = [note, ...projects.map(({ uri }) => uri)];
		const named = namers.flatMap((uri) => [this.#named.get(uri) ?? []]).filter((files) => files.length > 0);
		const ofFolder = this.#folderLibrary(note);
		const own = named.length > 0 ? this.#ownLibrary(named.flat()) : ofFolder[0];
		// In a corpus file, its own records come first.
		const itself = this.#namers.has(note) ? [namedLibrary([note])] : [];
		const isForeign = named.length > 0 ? (file: string) => this.#isOfOthers(file, namers) : NOTHING_FOREIGN;
		const libraries = { inOrder: [...itself, ...named.map(namedLibrary), ...ofFolder], own, isForeign };
		this.#ofNote.set(note, libraries);
		return libraries;
	}

	#isOfOthers(file: string, namers: readonly string[]): boolean {
		const others = this.#namers.get(file);
		return others !== undefined && !namers.some((namer) => others.has(namer)) && !this.#isForAll(file);
	}

	#ownLibrary(files: readonly string[]): OwnLibrary {
		const name = [...new Set(files)].sort().join('\n');
		const library = this.#own.get(name) ?? new Set(files);
		this.#own.set(name, library);
		return library;
	}

	/** Whether any two files may be apart. */
	get areSeveral(): boolean {
		return this.#named.size > 1 || this.#folders.length > 1;
	}

	/**
	 * Whether no note has both files in one library, so that each may have a paper of its own under one key. Two files
	 * that different notes or project files name are apart, and so are the files of two workspace folders.
	 */
	areApart(one: string, other: string): boolean {
		const [namers, others] = [this.#namers.get(one), this.#namers.get(other)];
		if (one === other || (namers && others && !namers.isDisjointFrom(others))) {
			return false;
		}
		const [folder, otherFolder] = [this.#folderOf(one), this.#folderOf(other)];
		return Boolean(namers && others) || Boolean(folder && otherFolder && folder !== otherFolder);
	}

	/** With one folder, its notes mean all files alike. Files outside all folders belong to each of them. */
	#folderLibrary(note: string): FolderLibrary[] {
		const folder = this.#folderOf(note);
		if (folder === undefined || this.#folders.length < 2) {
			return [];
		}
		const library = this.#ofFolders.get(folder) ?? this.#filesOf(folder);
		this.#ofFolders.set(folder, library);
		return [library];
	}

	#filesOf(folder: string): FolderLibrary {
		const has = (file: string): boolean => (this.#folderOf(file) ?? folder) === folder;
		return { has, rankOf: (file) => (has(file) ? 1 : 0) };
	}

	/** The innermost workspace folder with the file. */
	#folderOf(file: string): string | undefined {
		const above = this.#folders.filter((folder) => isBelow(file, folder));
		return above.sort((one, other) => other.length - one.length)[0];
	}
}

/** For notes that name no files. */
export const NOTHING_FOREIGN = (): boolean => false;

/** The papers that a name means in a note with these libraries, of all papers that have this name. */
export function meantPapers(holders: readonly Holder[], libraries: readonly Library[]): readonly PaperRef[] {
	const { rankOf } = decidingLibrary(holders, libraries);
	const ranks = holders.map(({ uri }) => rankOf(uri));
	const best = Math.max(...ranks);
	return distinct(holders.filter((_, index) => ranks[index] === best));
}

/** The first of the libraries with one of the `holders`; all files if there is none. */
export function decidingLibrary(holders: readonly Holder[], libraries: readonly Library[]): Library {
	return libraries.find(({ rankOf }) => holders.some(({ uri }) => rankOf(uri) > 0)) ?? ALL_FILES;
}

const ALL_FILES: Library = { rankOf: () => 1 };

function distinct(holders: readonly Holder[]): readonly PaperRef[] {
	return [...new Map(holders.map(({ id, key }) => [id, { id, key }])).values()];
}

/** As in Pandoc 2.17, of two files with the same key the one named last counts. */
function namedLibrary(files: readonly string[]): Library {
	return { rankOf: (file) => files.lastIndexOf(file) + 1 };
}

/** A file that names libraries for all notes below its folder. */
interface Project {
	readonly uri: string;
	readonly folder: string;
	readonly rank: number;
}

/** Those of one folder, in the order in which they decide. The first file of a book speaks for all its chapters. */
const NAMES_IN_ORDER = [
	/^_metadata\.ya?ml$/i,
	/^_quarto\.ya?ml$/i,
	/^_bookdown\.ya?ml$/i,
	/^index\.rmd$/i,
	/^myst\.ya?ml$/i,
];

/** The innermost folder first. */
function projectsThatName(named: NamedFiles, projects: readonly string[]): readonly Project[] {
	const books = new Set(projects.map(placeOf).flatMap(({ name, folder }) => (isBook(name) ? folder : [])));
	return [...named.keys()]
		.flatMap((uri) => {
			const { name, folder } = placeOf(uri);
			const rank = NAMES_IN_ORDER.findIndex((pattern) => pattern.test(name));
			const counts = rank >= 0 && (!INDEX_OF_BOOK.test(name) || books.has(folder));
			return counts ? [{ uri, folder, rank }] : [];
		})
		.sort((one, other) => other.folder.length - one.folder.length || one.rank - other.rank);
}

const INDEX_OF_BOOK = /^index\.rmd$/i;

function isBook(name: string): boolean {
	return /^_bookdown\.ya?ml$/i.test(name);
}

function placeOf(uri: string): { readonly folder: string; readonly name: string } {
	const slash = uri.lastIndexOf('/');
	return { folder: uri.slice(0, slash), name: uri.slice(slash + 1) };
}
