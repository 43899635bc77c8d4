/**
 * Which citation syntaxes count in each folder: those of its settings or, for "auto", those that its notes use. If notes
 * use Pandoc's syntax where it does not count, it can be offered.
 */

import type { CitationSyntax } from '../notes/citation.ts';
import type { Note } from '../notes/note.ts';
import { pandocKeys } from '../syntax/pandocKeys.ts';
import { ownText } from '../util/ownText.ts';
import type { FolderSettings } from './folderSettings.ts';
import type { Syntax } from './settings.ts';

/** The syntaxes that one note uses. */
interface Signs {
	readonly uri: string;
	readonly folder: string;
	/** Some of the keys in its `[@key]` citations. */
	readonly keys: readonly string[];
	/** Whether it contains `@paper[...]`. */
	readonly citesPapers: boolean;
}

/** The state of the corpus in which keys are looked up. */
interface Moment {
	/** If this value changes, different keys may be known. */
	readonly state: unknown;
	/** Whether all notes and corpus files have been read. Until then an unknown key may still become known. */
	readonly complete: boolean;
}

/**
 * Most keys looked up for a folder: those of its first notes. If none of them names a paper, `[@key]` means something
 * else in these notes.
 */
const MAX_KEYS = 300;

/** Whether the key names a paper in the note. */
type IsKnown = (uri: string, key: string) => boolean;

export class FolderSyntaxes {
	readonly #settings: FolderSettings;
	readonly #isKnown: IsKnown;
	readonly #signs = new Map<string, Signs>();
	/** The folders set to "auto" in which Pandoc's syntax counts. */
	#found: ReadonlySet<string> = new Set();
	#offers: readonly string[] = [];
	/** The state at the last `settle`; undefined if notes or settings have changed since. */
	#settled: Moment | undefined;

	constructor(settings: FolderSettings, isKnown: IsKnown) {
		this.#settings = settings;
		this.#isKnown = isKnown;
	}

	/** The syntaxes that count in the note `uri`. */
	of(uri: string): readonly CitationSyntax[] {
		const { syntaxes } = this.#settings.of(uri);
		const named = syntaxes.filter((syntax) => syntax !== 'auto');
		if (named.length === syntaxes.length) {
			return named;
		}
		const found: CitationSyntax[] = this.#found.has(this.#settings.folderOf(uri)) ? ['paper', 'pandoc'] : ['paper'];
		return [...new Set([...named, ...found])];
	}

	/**
	 * The folders whose notes cite papers in Pandoc's syntax but not in ours, and whose settings do not mention Pandoc's.
	 */
	get offers(): readonly string[] {
		return this.#offers;
	}

	/** Whether the folder of `uri` is one of these. */
	isOffered(uri: string): boolean {
		return this.#offers.includes(this.#settings.folderOf(uri));
	}

	/** Call when a note is opened, read or saved, not on each key press. */
	notice(uri: string, note: Note): void {
		const folder = this.#settings.folderOf(uri);
		const keys = pandocKeys(note.text);
		const citesPapers = note.citations.some(({ syntax }) => syntax === 'paper');
		const before = this.#signs.get(uri);
		if (keys.length === 0 && !citesPapers) {
			this.forget(uri);
		} else if (before?.citesPapers !== citesPapers || before.keys.join() !== keys.join() || before.folder !== folder) {
			this.#signs.set(uri, { uri, folder, keys: keys.map(ownText), citesPapers });
			this.#settled = undefined;
		}
	}

	forget(uri: string): void {
		if (this.#signs.delete(uri)) {
			this.#settled = undefined;
		}
	}

	/** Call when settings have changed. */
	settingsChanged(): void {
		this.#settled = undefined;
	}

	/** Checks which syntaxes the notes use now. Returns the folders whose syntaxes have changed. */
	settle(now: Moment): readonly string[] {
		const { state, complete } = now;
		const before = this.#settled;
		if (before && before.state === state && before.complete === complete) {
			return [];
		}
		this.#settled = now;
		const citing = [...Map.groupBy(this.#signs.values(), ({ folder }) => folder)]
			.map(([folder, signs]) => ({ folder, signs, syntaxes: this.#settings.of(folder).syntaxes }))
			.filter(({ signs, syntaxes }) => mayMatter(syntaxes) && citeAsPandoc(signs, this.#isKnown));
		const auto = citing.filter(({ syntaxes }) => syntaxes.includes('auto'));
		const offered = citing.filter(
			({ folder, signs, syntaxes }) =>
				folder !== '' && !syntaxes.includes('auto') && !signs.some(({ citesPapers }) => citesPapers),
		);
		this.#offers = complete ? offered.map(({ folder }) => folder) : [];
		return this.#takeFound(new Set(auto.map(({ folder }) => folder)), complete);
	}

	/** While the corpus is incomplete, folders found before are kept, because their papers may come back. */
	#takeFound(found: ReadonlySet<string>, complete: boolean): readonly string[] {
		const before = this.#found;
		this.#found = complete ? found : before.union(found);
		return [...this.#found.symmetricDifference(before)];
	}
}

/** Whether the notes can make a difference. They cannot if Pandoc's syntax counts in any case. */
function mayMatter(syntaxes: readonly Syntax[]): boolean {
	return syntaxes.includes('auto') || !syntaxes.includes('pandoc');
}

function citeAsPandoc(signs: readonly Signs[], isKnown: IsKnown): boolean {
	const cited = signs.flatMap(({ uri, keys }) => keys.map((key) => ({ uri, key })));
	return cited.slice(0, MAX_KEYS).some(({ uri, key }) => isKnown(uri, key));
}
