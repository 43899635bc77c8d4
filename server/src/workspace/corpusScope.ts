/**
 * Which files are the corpus: those of the settings, and the bibliographies that notes and project files name. Decided
 * here for every front end; what follows from it, the front end does.
 */

import { type BibliographySearch, findBibliographies } from '../files/bibliographies.ts';
import { type CorpusRoot, corpusRoots, fileRoot, matcherOf, matcherOfAll } from '../files/corpusRoots.ts';
import { libraryRoots } from '../files/libraryRoots.ts';
import { debounced } from '../util/debounced.ts';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { type ChangedFiles, changedFiles } from './changedFiles.ts';
import { type NoteReading, readNotes } from './noteFiles.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds of rest after which the bibliographies are looked for again: nobody wants half a path looked for. */
const DEBOUNCE_MS = 500;

/** What is decided on. */
export interface ScopeSources {
	/** How the notes on disk are read, and into which workspace. */
	readonly notes: NoteReading;
	/** The uris of the workspace folders, as they are now. */
	readonly folders: () => readonly string[];
}

/** What a front end does about the decision. */
export interface ScopeFollower {
	/** These are the corpus: read what is new in them, and forget all other files. */
	readonly read: (roots: readonly CorpusRoot[]) => void;
	/** Tell of what comes and goes in these from now on. */
	readonly watch: (roots: readonly CorpusRoot[]) => Promise<void>;
	/** Notes have been read, or bibliographies looked for: what is shown of them may be stale. */
	readonly changed: () => void;
	/** The task called `what` has ended with an error; the next ones go on. */
	readonly failed: (what: string, error: unknown) => void;
}

export class CorpusScope {
	readonly #notes: NoteReading;
	readonly #folders: () => readonly string[];
	readonly #follower: ScopeFollower;
	#ofSettings: readonly CorpusRoot[] = [];
	/** The uris of the bibliographies beside the settings' files. */
	#named: readonly string[] = [];
	/** Where a file that comes or goes changes what a name leads to. */
	#places: ReadonlySet<string> = new Set();
	#isFound = false;
	/** One task after the other: of two changes, the later one must be the one that stays. */
	#tasks = Promise.resolve();
	readonly #findSoon = debounced(DEBOUNCE_MS, () => this.#inTurn('Looking for bibliographies', () => this.#follow()));

	/** From now on it also hears of what notes and project files name, and of syntaxes that change. */
	constructor({ notes, folders }: ScopeSources, follower: ScopeFollower) {
		this.#notes = notes;
		this.#folders = folders;
		this.#follower = follower;
		notes.workspace.onNaming = this.#findSoon;
		notes.workspace.onSyntaxes = (changed) => void this.#readNotesAgain(changed);
	}

	/** What is the corpus now. */
	get roots(): readonly CorpusRoot[] {
		return [...this.#ofSettings, ...this.#named.map(fileRoot)];
	}

	/** Loads the settings, where there are new ones, and decides anew from them and from the notes on disk; in turn. */
	reload(loadSettings?: () => Promise<void>): Promise<void> {
		return this.#inTurn('Reading settings and files', async () => {
			await loadSettings?.();
			await this.#readAll();
		});
	}

	/** Looks whether files have changed, where nobody tells. */
	lookAgain(): void {
		this.#follower.read(this.roots);
		this.#findSoon();
	}

	/** These files or folders have come, changed or gone on disk; which of them are to be read again. */
	filesChanged(uris: readonly string[]): Promise<ChangedFiles> {
		const { workspace, files } = this.#notes;
		const keyOf = (uri: string): string => fileKey(uri, files.ignoresCase);
		const places = [...this.#places].map(keyOf);
		if (uris.some((uri) => places.some((place) => isBelow(place, keyOf(uri))))) {
			this.#findSoon();
		}
		return changedFiles(uris, { workspace, files, folders: this.#folders(), roots: this.roots });
	}

	async #readAll(): Promise<void> {
		const folders = this.#folders();
		this.#ofSettings = rootsOfSettings(this.#notes.workspace, folders);
		this.#named = this.#isFound ? this.#named : this.#remembered();
		this.#follower.read(this.roots);
		await Promise.all(folders.map((folder) => readNotes(this.#notes, folder)));
		await this.#find();
		this.#follower.changed();
		await this.#follower.watch(this.roots);
	}

	#readNotesAgain(changed: readonly string[]): Promise<void> {
		return this.#inTurn('Reading notes again', async () => {
			const folders = this.#folders().filter((folder) => changed.includes(folder));
			await Promise.all(folders.map((folder) => readNotes(this.#notes, folder)));
			this.#follower.changed();
		});
	}

	/**
	 * What the index on disk holds beside the settings' files was named when it was last used. It stays until the notes
	 * have been read, so that a large library need not be read again at each start.
	 */
	#remembered(): readonly string[] {
		const { folders, isOfSettings, isExcluded } = this.#search();
		return this.#notes.workspace.corpus
			.files()
			.map(({ uri }) => uri)
			.filter((uri) => folders.some((folder) => isBelow(uri, folder)) && !isOfSettings(uri) && !isExcluded(uri));
	}

	async #follow(): Promise<void> {
		const isChanged = await this.#find();
		this.#follower.changed();
		if (isChanged) {
			await this.#follower.watch(this.roots);
		}
	}

	/** Looks for what notes and project files name; returns whether other files than before are to be read. */
	async #find(): Promise<boolean> {
		const { workspace } = this.#notes;
		const { uris, places, faults } = await findBibliographies(workspace.namings(), this.#search());
		const isChanged = uris.join('\n') !== this.#named.join('\n');
		this.#named = uris;
		this.#places = places;
		if (isChanged && !this.#isFound) {
			workspace.apply({ kind: 'corpusComplete', complete: false });
		}
		if (isChanged) {
			this.#follower.read(this.roots);
		}
		this.#isFound = true;
		workspace.apply({ kind: 'bibliographiesFound', faults });
		return isChanged;
	}

	#search(): BibliographySearch {
		const { workspace, files } = this.#notes;
		const folders = this.#folders();
		const ofSettings = matcherOfAll(this.#ofSettings, files);
		const ofFolders = folders.map((uri) => {
			const { takes } = matcherOf({ uri, include: [], exclude: workspace.settings(uri).exclude }, files);
			return { key: fileKey(uri, files.ignoresCase), takes };
		});
		return {
			files,
			folders,
			projects: workspace.quartoFolders(),
			home: workspace.home,
			isOfSettings: ofSettings.takes,
			ignoresCase: files.ignoresCase,
			isExcluded: (uri) => {
				const file = fileKey(uri, files.ignoresCase);
				return ofFolders.some((folder) => isBelow(file, folder.key) && !folder.takes(uri));
			},
		};
	}

	#inTurn(what: string, task: () => Promise<void>): Promise<void> {
		this.#tasks = this.#tasks.then(task).catch((error: unknown) => this.#follower.failed(what, error));
		return this.#tasks;
	}
}

/** Without a folder, what the settings name outright is read all the same. A library of the user's is one for all folders. */
function rootsOfSettings(workspace: Workspace, folders: readonly string[]): readonly CorpusRoot[] {
	const asked = (folders.length > 0 ? folders : ['']).map((folder) => ({ folder, ...workspace.settings(folder) }));
	const libraries = asked.flatMap((one) => libraryRoots(one, workspace.home));
	const first = new Map(libraries.toReversed().map((root) => [root.uri, root]));
	return [...asked.flatMap((one) => corpusRoots(one, workspace.home)), ...first.values()];
}
