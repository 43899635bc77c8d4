/**
 * Which files are the corpus: those of the settings, and the bibliographies that notes and project files name. Index and
 * watchers are kept to them.
 */

import type { Disposable } from 'vscode-languageserver';
import { projectProblems } from '../features/findings/bibliographyProblems.ts';
import { type BibliographySearch, findBibliographies } from '../files/bibliographies.ts';
import { type CorpusRoot, corpusRoots, fileRoot, matcherOf, matcherOfAll } from '../files/corpusRoots.ts';
import { libraryRoots } from '../files/libraryRoots.ts';
import { debounced } from '../util/debounced.ts';
import { fileKey } from '../util/fileKey.ts';
import { isBelow } from '../util/isBelow.ts';
import { readNotes } from '../workspace/noteFiles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { loadSettings } from './configuration.ts';
import { publishDiagnostics, toDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';
import { watchFiles } from './watching.ts';

/** Milliseconds of rest after which the bibliographies are looked for again: nobody wants half a path looked for. */
const DEBOUNCE_MS = 500;

/** Without a folder, what the settings name outright is read all the same. A library of the user's is one for all folders. */
function rootsOfSettings(workspace: Workspace, folders: readonly string[], home: string): readonly CorpusRoot[] {
	const asked = (folders.length > 0 ? folders : ['']).map((folder) => ({ folder, ...workspace.settings(folder) }));
	const libraries = asked.flatMap((one) => libraryRoots(one, home));
	const first = new Map(libraries.toReversed().map((root) => [root.uri, root]));
	return [...asked.flatMap((one) => corpusRoots(one, home)), ...first.values()];
}

export class CorpusScope {
	readonly #session: Session;
	readonly #home: string;
	#ofSettings: readonly CorpusRoot[] = [];
	/** The uris of the bibliographies beside the settings' files. */
	#named: readonly string[] = [];
	/** Where a file that comes or goes changes what a name leads to. */
	#places: ReadonlySet<string> = new Set();
	/** The addresses under which the client has been sent problems of project files. */
	#published: readonly string[] = [];
	#isFound = false;
	#watching: Disposable | undefined;
	/** One task after the other: of two changes, the later one must be the one that stays. */
	#tasks = Promise.resolve();
	readonly #findSoon = debounced(DEBOUNCE_MS, () => this.#inTurn('Looking for bibliographies', () => this.#follow()));

	constructor(session: Session, home: string) {
		this.#session = session;
		this.#home = home;
		session.workspace.onNaming = this.#findSoon;
		session.workspace.onSyntaxes = (folders) => this.#readNotesAgain(folders);
	}

	get roots(): readonly CorpusRoot[] {
		return [...this.#ofSettings, ...this.#named.map(fileRoot)];
	}

	/** Reads settings, corpus and notes anew, in turn; `given` are the settings of a client that cannot be asked. */
	reload(given: () => unknown): void {
		const onLate = (): void => this.#inTurn('Reading files by late settings', () => this.#readAll());
		this.#inTurn('Reading settings and files', async () => {
			await loadSettings(this.#session, { given: given(), home: this.#home, onLate });
			await this.#readAll();
		});
	}

	async #readAll(): Promise<void> {
		const { workspace, notes, folders, reports } = this.#session;
		this.#ofSettings = rootsOfSettings(workspace, folders, this.#home);
		this.#named = this.#isFound ? this.#named : this.#remembered();
		this.#look();
		await Promise.all(folders.map((folder) => readNotes(notes, folder)));
		await this.#find();
		reports.changed();
		await this.#watch();
	}

	#readNotesAgain(changed: readonly string[]): void {
		this.#inTurn('Reading notes again', async () => {
			const { notes, folders, reports } = this.#session;
			await Promise.all(folders.filter((folder) => changed.includes(folder)).map((folder) => readNotes(notes, folder)));
			reports.changed();
		});
	}

	/** These files have come, changed or gone on disk. */
	filesChanged(uris: readonly string[]): void {
		const { ignoresCase } = this.#session.files;
		const places = [...this.#places].map((place) => fileKey(place, ignoresCase));
		if (uris.some((uri) => places.some((place) => isBelow(place, fileKey(uri, ignoresCase))))) {
			this.#findSoon();
		}
	}

	/**
	 * What the index on disk holds beside the settings' files was named when it was last used. It stays until the notes
	 * have been read, so that a large library need not be read again at each start.
	 */
	#remembered(): readonly string[] {
		const { workspace, folders } = this.#session;
		const { isOfSettings, isExcluded } = this.#search();
		return workspace.corpus
			.files()
			.map(({ uri }) => uri)
			.filter((uri) => folders.some((folder) => isBelow(uri, folder)) && !isOfSettings(uri) && !isExcluded(uri));
	}

	#look(): void {
		this.#session.reports.began();
		this.#session.index.look(this.roots);
	}

	async #follow(): Promise<void> {
		const isChanged = await this.#find();
		this.#session.reports.changed();
		if (isChanged) {
			await this.#watch();
		}
	}

	/** Looks for what notes and project files name; returns whether other files than before are to be read. */
	async #find(): Promise<boolean> {
		const { workspace } = this.#session;
		const { uris, places, faults } = await findBibliographies(workspace.namings(), this.#search());
		const isChanged = uris.join('\n') !== this.#named.join('\n');
		this.#named = uris;
		this.#places = places;
		if (isChanged && !this.#isFound) {
			workspace.apply({ kind: 'corpusComplete', complete: false });
		}
		if (isChanged) {
			this.#look();
		}
		this.#isFound = true;
		workspace.apply({ kind: 'bibliographiesFound', faults });
		this.#publish();
		return isChanged;
	}

	#search(): BibliographySearch {
		const { workspace, files, folders } = this.#session;
		const ofSettings = matcherOfAll(this.#ofSettings, files);
		const ofFolders = folders.map((uri) => {
			const { takes } = matcherOf({ uri, include: [], exclude: workspace.settings(uri).exclude }, files);
			return { key: fileKey(uri, files.ignoresCase), takes };
		});
		return {
			files,
			folders,
			projects: workspace.quartoFolders(),
			home: this.#home,
			isOfSettings: ofSettings.takes,
			ignoresCase: files.ignoresCase,
			isExcluded: (uri) => {
				const file = fileKey(uri, files.ignoresCase);
				return ofFolders.some((folder) => isBelow(file, folder.key) && !folder.takes(uri));
			},
		};
	}

	/** Problems of project files that no editor shows: no client asks for them. */
	#publish(): void {
		const { connection, client, workspace, documents } = this.#session;
		const projects = [...workspace.projectUris()].filter((uri) => projectProblems(workspace, uri).length > 0);
		const sent = projects.filter((uri) => !(client.pullDiagnostics && documents.get(uri)));
		const addresses = sent.map((uri) => documents.spelling(uri));
		for (const uri of this.#published.filter((address) => !addresses.includes(address))) {
			void connection.sendDiagnostics({ uri, diagnostics: [] });
		}
		for (const uri of sent) {
			const diagnostics = toDiagnostics(projectProblems(workspace, uri), workspace.settings(uri).severities);
			publishDiagnostics(this.#session, uri, diagnostics);
		}
		this.#published = addresses;
	}

	async #watch(): Promise<void> {
		const lookAgain = (): void => {
			this.#look();
			this.#findSoon();
		};
		// The new ones first, so that nothing is missed in between.
		const before = this.#watching;
		this.#watching = await watchFiles(this.#session, this.roots, lookAgain);
		before?.dispose();
	}

	#inTurn(what: string, task: () => Promise<void>): void {
		this.#tasks = this.#tasks.then(task).catch((error: unknown) => {
			this.#session.connection.console.error(`${what}: ${String(error)}`);
		});
	}
}
