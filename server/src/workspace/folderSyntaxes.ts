/**
 * Which syntaxes count in each folder: what its settings say, and where they say "auto", what its notes show. Where Pandoc's
 * does not count and notes cite that way, it can be offered.
 */

import type { CitationSyntax } from '../notes/citation.ts';
import type { Note } from '../notes/note.ts';
import { pandocKeys } from '../syntax/pandocKeys.ts';
import type { FolderSettings } from './folderSettings.ts';
import type { Syntax } from './settings.ts';

/** What one note shows. */
interface Signs {
	readonly folder: string;
	/** A few of the keys in its `[@key]`. */
	readonly keys: readonly string[];
	/** It holds `@paper[...]`. */
	readonly citesPapers: boolean;
}

/** The moment at which keys are known or unknown. */
interface Moment {
	/** Another value, and other keys may be known. */
	readonly state: unknown;
	/** All notes and corpus files have been read: what is not known now is not there. */
	readonly complete: boolean;
}

/** Keys asked for in a folder: those of its first notes. If no paper has one of them, the notes mean something else. */
const MAX_KEYS = 300;

export class FolderSyntaxes {
	readonly #settings: FolderSettings;
	readonly #isKnown: (key: string) => boolean;
	readonly #signs = new Map<string, Signs>();
	/** The folders with "auto" in which Pandoc's syntax counts. */
	#found: ReadonlySet<string> = new Set();
	#offers: readonly string[] = [];
	/** Undefined when signs or settings are others than when this was last settled. */
	#settled: Moment | undefined;

	/** `isKnown` tells whether a paper has the key. */
	constructor(settings: FolderSettings, isKnown: (key: string) => boolean) {
		this.#settings = settings;
		this.#isKnown = isKnown;
	}

	/** What counts as a citation in the note `uri`. */
	of(uri: string): readonly CitationSyntax[] {
		const { syntaxes } = this.#settings.of(uri);
		const named = syntaxes.filter((syntax) => syntax !== 'auto');
		if (named.length === syntaxes.length) {
			return named;
		}
		const found: CitationSyntax[] = this.#found.has(this.#settings.folderOf(uri)) ? ['paper', 'pandoc'] : ['paper'];
		return [...new Set([...named, ...found])];
	}

	/** The folders whose notes cite papers as Pandoc does and not as we do, and whose settings know nothing of it. */
	get offers(): readonly string[] {
		return this.#offers;
	}

	/** Whether the folder of `uri` is one of these. */
	isOffered(uri: string): boolean {
		return this.#offers.includes(this.#settings.folderOf(uri));
	}

	/** To be called when a note is opened, read or saved, and not on each key. */
	notice(uri: string, note: Note): void {
		const folder = this.#settings.folderOf(uri);
		const keys = pandocKeys(note.text);
		const citesPapers = note.citations.some(({ syntax }) => syntax === 'paper');
		const before = this.#signs.get(uri);
		if (keys.length === 0 && !citesPapers) {
			this.forget(uri);
		} else if (before?.citesPapers !== citesPapers || before.keys.join() !== keys.join() || before.folder !== folder) {
			this.#signs.set(uri, { folder, keys, citesPapers });
			this.#settled = undefined;
		}
	}

	forget(uri: string): void {
		if (this.#signs.delete(uri)) {
			this.#settled = undefined;
		}
	}

	/** To be called when settings have changed. */
	settingsChanged(): void {
		this.#settled = undefined;
	}

	/** Looks at what notes show now; returns the folders in which other syntaxes count than before. */
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

	/** While the corpus grows, what has been found stays: its papers may come back. */
	#takeFound(found: ReadonlySet<string>, complete: boolean): readonly string[] {
		const before = this.#found;
		this.#found = complete ? found : before.union(found);
		return [...this.#found.symmetricDifference(before)];
	}
}

/** Where Pandoc's syntax counts anyway, nothing depends on what the notes show. */
function mayMatter(syntaxes: readonly Syntax[]): boolean {
	return syntaxes.includes('auto') || !syntaxes.includes('pandoc');
}

function citeAsPandoc(signs: readonly Signs[], isKnown: (key: string) => boolean): boolean {
	const keys = new Set(signs.flatMap((sign) => sign.keys));
	return [...keys].slice(0, MAX_KEYS).some(isKnown);
}
