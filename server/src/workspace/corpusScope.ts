/**
 * Decides which files belong to the corpus: those of the settings, and the bibliographies that notes and project files
 * name. All front ends share this decision and act on it in their own ways.
 */

import { type BibliographySearch, findBibliographies } from '../files/bibliographies.ts';
import { type CorpusRoot, corpusRoots, fileRoot, matcherOf, matcherOfAll } from '../files/corpusRoots.ts';
import { libraryRoots } from '../files/libraryRoots.ts';
import { DECISIONS_NAME } from '../files/projectFiles.ts';
import { debounced } from '../util/debounced.ts';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { type ChangedFiles, changedFiles } from './changedFiles.ts';
import { type IdentityFact, statementsIn } from './decisions.ts';
import { type NoteReading, readNoteAgain, readNotes } from './noteFiles.ts';
import type { Workspace } from './workspace.ts';

/**
 * Milliseconds without changes before bibliographies are searched for again, so that no search is made for a half-typed
 * path.
 */
const DEBOUNCE_MS = 500;

/** What the decision is based on. */
export interface ScopeSources {
	/** How the notes on disk are read, and the workspace they are read into. */
	readonly notes: NoteReading;
	/** Uris of the current workspace folders. */
	readonly folders: () => readonly string[];
}

/** How a front end acts on the decision. */
export interface ScopeFollower {
	/** These roots are the corpus: read what is new in them and forget all other files. */
	readonly read: (roots: readonly CorpusRoot[]) => void;
	/** Report changes in these roots from now on. */
	readonly watch: (roots: readonly CorpusRoot[]) => Promise<void>;
	/** Notes were read or bibliographies searched for, so what is shown about them may be outdated. */
	readonly changed: () => void;
	/** The task called `what` has failed. Later tasks still run. */
	readonly failed: (what: string, error: unknown) => void;
}

export class CorpusScope {
	readonly #notes: NoteReading;
	readonly #folders: () => readonly string[];
	readonly #follower: ScopeFollower;
	#ofSettings: readonly CorpusRoot[] = [];
	/** Uris of the bibliographies that are not among the settings' files. */
	#named: readonly string[] = [];
	/** Places where a created or deleted file can change what a named bibliography resolves to. */
	#places: ReadonlySet<string> = new Set();
	#isFound = false;
	/** The statements with which the files were last read, as text. */
	#readStatements = '';
	/** Tasks run one after the other, so that of two changes the later one wins. */
	#tasks = Promise.resolve();
	readonly #findSoon = debounced(DEBOUNCE_MS, () => this.#inTurn('Looking for bibliographies', () => this.#follow()));

	/** From now on also reacts to changed names in notes and project files, and to changed syntaxes. */
	constructor({ notes, folders }: ScopeSources, follower: ScopeFollower) {
		this.#notes = notes;
		this.#folders = folders;
		this.#follower = follower;
		notes.workspace.onNaming = this.#findSoon;
		notes.workspace.onSyntaxes = (changed) => void this.#readNotesAgain(changed);
	}

	/** The current corpus. */
	get roots(): readonly CorpusRoot[] {
		const of = { reach: this.#reach, statements: this.#statements };
		return [...this.#ofSettings, ...this.#named.map(fileRoot)].map((root) => ({ ...root, ...of }));
	}

	/**
	 * Where links may lead: into the open folders, and into what the user's settings name elsewhere. A file beside a
	 * note that is in no open folder counts with its folder.
	 */
	get #reach(): readonly string[] {
		const folders = this.#folders();
		const isElsewhere = (uri: string): boolean => !folders.some((folder) => isBelow(uri, folder));
		const ofSettings = this.#ofSettings.map(({ uri }) => uri).filter(isElsewhere);
		const besideNotes = this.#named.filter(isElsewhere).map((uri) => uri.slice(0, uri.lastIndexOf('/')));
		return [...folders, ...ofSettings, ...besideNotes];
	}

	/** What people state about the papers in the folders' files of decisions. */
	get #statements(): readonly IdentityFact[] {
		return statementsIn(this.#notes.workspace.decisions());
	}

	/** Reports changes in the corpus, and in what links in it lead to. */
	#watch(): Promise<void> {
		const targets = this.#notes.files.linkTargets?.() ?? [];
		return this.#follower.watch([...this.roots, ...targets.map((uri) => ({ uri, include: [], exclude: [] }))]);
	}

	/**
	 * Loads new settings, if any, and decides again, based on them and on the notes on disk. Runs after the tasks before
	 * it.
	 */
	reload(loadSettings?: () => Promise<void>): Promise<void> {
		return this.#inTurn('Reading settings and files', async () => {
			await loadSettings?.();
			await this.#readAll();
		});
	}

	/**
	 * The same without reading any note: besides the files of the settings, those that notes named when the index was last
	 * used.
	 */
	reloadRemembered(): Promise<void> {
		return this.#inTurn('Reading files', async () => {
			await this.#readDecisions();
			this.#readKnown();
		});
	}

	/** Resolves once the tasks that have been asked for are done. */
	idle(): Promise<void> {
		return this.#tasks;
	}

	/** Checks whether files have changed, for clients that cannot report changes. */
	lookAgain(): void {
		this.#read();
		this.#findSoon();
	}

	/**
	 * Call when these files or folders were created, changed or deleted on disk. Returns those that must be read again.
	 */
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
		await this.#readDecisions();
		this.#readKnown();
		await Promise.all(folders.map((folder) => readNotes(this.#notes, folder)));
		await this.#find();
		this.#follower.changed();
		await this.#watch();
	}

	/** They come before all notes: with them the papers of an index that is up to date need not be grouped anew. */
	async #readDecisions(): Promise<void> {
		const files = this.#folders().map((folder) => `${folder}/${DECISIONS_NAME}`);
		await Promise.all(files.map((uri) => readNoteAgain(this.#notes, uri)));
	}

	/** Reads the files of the settings, and those that notes named when they were last read. */
	#readKnown(): void {
		this.#ofSettings = rootsOfSettings(this.#notes.workspace, this.#folders());
		this.#named = this.#isFound ? this.#named : this.#remembered();
		this.#notes.files.limitLinks?.(this.#reach);
		this.#read();
	}

	#read(): void {
		this.#readStatements = JSON.stringify(this.#statements);
		this.#follower.read(this.roots);
	}

	#readNotesAgain(changed: readonly string[]): Promise<void> {
		return this.#inTurn('Reading notes again', async () => {
			const folders = this.#folders().filter((folder) => changed.includes(folder));
			await Promise.all(folders.map((folder) => readNotes(this.#notes, folder)));
			this.#follower.changed();
		});
	}

	/**
	 * The files in the index on disk that are not the settings' files. They were named when the index was last used, and
	 * stay in the corpus until the notes have been read. So a large library need not be read again at each start.
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
			await this.#watch();
		}
	}

	/**
	 * Searches for the bibliographies that notes and project files name. Returns whether the set of files to read has
	 * changed.
	 */
	async #find(): Promise<boolean> {
		const { workspace } = this.#notes;
		const { uris, places, faults, named } = await findBibliographies(workspace.namings(), this.#search());
		const isChanged = uris.join('\n') !== this.#named.join('\n');
		this.#named = uris;
		this.#places = places;
		if (isChanged && !this.#isFound) {
			workspace.apply({ kind: 'corpusComplete', complete: false });
		}
		if (isChanged || this.#readStatements !== JSON.stringify(this.#statements)) {
			this.#read();
		}
		this.#isFound = true;
		workspace.apply({ kind: 'bibliographiesFound', faults, named, isForAll: this.#namedBySettings() });
		return isChanged;
	}

	/** Which files the settings name for all notes: by a path, or outside the open folders. */
	#namedBySettings(): (file: string) => boolean {
		const { files } = this.#notes;
		const isFolder = new Set(this.#folders());
		const elsewhere = matcherOfAll(
			this.#ofSettings.filter(({ uri }) => !isFolder.has(uri)),
			files,
		);
		const paths = this.#ofSettings.flatMap(({ named = [] }) => named.map(({ uri }) => fileKey(uri, files.ignoresCase)));
		return (file) => {
			const key = fileKey(file, files.ignoresCase);
			return paths.some((path) => path === key || isBelow(key, path)) || elsewhere.takes(file);
		};
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

/**
 * The roots of the settings. Without a folder, files that the settings name outright still count. A library in the
 * user's settings counts once for all folders.
 */
function rootsOfSettings(workspace: Workspace, folders: readonly string[]): readonly CorpusRoot[] {
	const asked = (folders.length > 0 ? folders : ['']).map((folder) => ({ folder, ...workspace.settings(folder) }));
	const libraries = asked.flatMap((one) => libraryRoots(one, workspace.home));
	const first = new Map(libraries.toReversed().map((root) => [root.uri, root]));
	return [...asked.flatMap((one) => corpusRoots(one, workspace.home)), ...first.values()];
}
