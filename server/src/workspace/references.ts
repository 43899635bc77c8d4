/**
 * What references name, in a note and in no note in particular, in the current corpus and libraries. Answers are kept
 * until corpus or libraries change, because a note is looked at on each key press.
 */

import type { Corpus, Holder, PaperId, PaperRef } from '../corpus/corpus.ts';
import { isCitable } from '../syntax/key.ts';
import type { FormerPaper } from './formerKeys.ts';
import { type FrontMatterPapers, isOfFrontMatter, papersNamed } from './frontMatterPapers.ts';
import {
	decidingLibrary,
	Libraries,
	type Library,
	type LibrarySources,
	meantPapers,
	NOTHING_FOREIGN,
	type NoteLibraries,
} from './libraries.ts';
import { corpusWith } from './noteCorpus.ts';
import type { NoteScope } from './noteView.ts';

export interface ReferenceSources {
	readonly corpus: () => Corpus;
	/** The papers in the front matter of a note. */
	readonly frontMatter: (uri: string) => FrontMatterPapers;
	/** What a reference meant before that names these papers now. */
	readonly former: (reference: string, papers: readonly PaperRef[]) => FormerPaper | undefined;
}

/** The answers in one state of corpus and libraries. */
interface Known {
	readonly version: number;
	readonly papers: Map<string, readonly PaperRef[]>;
	readonly holders: Map<string, readonly Holder[]>;
	/** By the libraries of a note. */
	readonly keys: WeakMap<readonly Library[], Map<PaperId, string | undefined>>;
	/** Whether references are foreign, by the libraries of a note. */
	readonly foreign: WeakMap<NoteLibraries, Map<string, boolean>>;
}

function nothingKnown(version: number): Known {
	return { version, papers: new Map(), holders: new Map(), keys: new WeakMap(), foreign: new WeakMap() };
}

export class References {
	readonly #sources: ReferenceSources;
	#librarySources: LibrarySources = { named: new Map(), projects: [], folders: [] };
	#libraries = new Libraries(this.#librarySources);
	#known = nothingKnown(-1);

	constructor(sources: ReferenceSources) {
		this.#sources = sources;
	}

	/** From now on, notes have other libraries: these sources have changed. */
	use(changed: Partial<LibrarySources>): void {
		this.#librarySources = { ...this.#librarySources, ...changed };
		this.#libraries = new Libraries(this.#librarySources);
		this.forget();
	}

	/** Call when the corpus has been replaced. */
	forget(): void {
		this.#known = nothingKnown(-1);
		const { areSeveral } = this.#libraries;
		this.#sources.corpus().keepApart(areSeveral ? (one, other) => this.#libraries.areApart(one, other) : undefined);
	}

	/** Another value whenever a reference may name another paper. */
	get state(): unknown {
		return this.#now.papers;
	}

	/** The papers that `reference` names anywhere in the corpus. */
	everywhere(reference: string): readonly PaperRef[] {
		const { papers } = this.#now;
		let found = papers.get(reference);
		if (!found) {
			found = this.#sources.corpus().resolve(reference);
			papers.set(reference, found);
		}
		return found;
	}

	/** What the note `uri` sees in its own way. */
	scopeOf(uri: string): NoteScope {
		return {
			corpus: corpusWith(this.#sources.corpus(), this.#sources.frontMatter(uri)),
			library: this.#libraries.of(uri).own,
			resolve: (reference) => this.in(uri, reference),
			isForeign: (reference) => this.isForeign(uri, reference),
			formerly: (reference) => this.#sources.former(reference, this.in(uri, reference)),
			keyOf: (paper) => this.keyIn(uri, paper),
			filesNaming: (reference) => this.filesNaming(uri, reference),
		};
	}

	/** The papers that `reference` names in the note `uri`. */
	in(uri: string, reference: string): readonly PaperRef[] {
		const own = papersNamed(this.#sources.frontMatter(uri), reference);
		if (own.length > 0) {
			return own;
		}
		const papers = this.everywhere(reference);
		const libraries = papers.length > 1 ? this.#libraries.of(uri).inOrder : [];
		return libraries.length > 0 ? meantPapers(this.#holders(reference), libraries) : papers;
	}

	/** Whether only other notes or projects have the papers that `reference` names in the note `uri`. */
	isForeign(uri: string, reference: string): boolean {
		const libraries = this.#libraries.of(uri);
		if (libraries.isForeign === NOTHING_FOREIGN || papersNamed(this.#sources.frontMatter(uri), reference).length > 0) {
			return false;
		}
		const { foreign } = this.#now;
		const known = foreign.get(libraries) ?? new Map<string, boolean>();
		foreign.set(libraries, known);
		const isForeign = known.get(reference) ?? this.#isOfOthers(reference, libraries);
		known.set(reference, isForeign);
		return isForeign;
	}

	#isOfOthers(reference: string, { isForeign }: NoteLibraries): boolean {
		const corpus = this.#sources.corpus();
		const holders = this.#holders(reference);
		return holders.length > 0 && holders.every(({ id }) => corpus.keysIn(id, (file) => !isForeign(file)).length === 0);
	}

	/** Whether two corpus files belong to different libraries. */
	areApart(uri: string, otherUri: string): boolean {
		return this.#libraries.areApart(uri, otherUri);
	}

	/**
	 * The corpus files from which `reference` has its meaning in the note `uri`: those of its first library with a paper
	 * of that name. The note itself for a paper in its front matter.
	 */
	filesNaming(uri: string, reference: string): readonly string[] {
		if (papersNamed(this.#sources.frontMatter(uri), reference).length > 0) {
			return [uri];
		}
		const holders = this.#holders(reference);
		const { rankOf } = decidingLibrary(holders, this.#libraries.of(uri).inOrder);
		return [...new Set(holders.map((holder) => holder.uri).filter((file) => rankOf(file) > 0))];
	}

	/**
	 * The name by which a citation in the note `uri` means the paper: the key in the note's own library, else the
	 * canonical key, else another name. Undefined if each of its names means another paper there.
	 */
	keyIn(uri: string, paper: PaperRef): string | undefined {
		const libraries = this.#libraries.of(uri).inOrder;
		const hasOwn = this.#sources.frontMatter(uri).papers.length > 0;
		if (isOfFrontMatter(paper.id) || (libraries.length === 0 && !hasOwn)) {
			return paper.key;
		}
		if (hasOwn) {
			return this.#keyIn(uri, paper, libraries);
		}
		const { keys } = this.#now;
		const ofLibraries = keys.get(libraries) ?? new Map<PaperId, string | undefined>();
		keys.set(libraries, ofLibraries);
		const key = ofLibraries.has(paper.id) ? ofLibraries.get(paper.id) : this.#keyIn(uri, paper, libraries);
		ofLibraries.set(paper.id, key);
		return key;
	}

	#keyIn(uri: string, paper: PaperRef, libraries: readonly Library[]): string | undefined {
		const isMeant = (name: string): boolean => {
			if (!isCitable(name)) {
				return false;
			}
			const [only, ...others] = this.in(uri, name);
			return only?.id === paper.id && others.length === 0;
		};
		const corpus = this.#sources.corpus();
		for (const { rankOf } of libraries) {
			const keys = corpus.keysIn(paper.id, (file) => rankOf(file) > 0);
			const own = keys.includes(paper.key) ? [paper.key, ...keys] : keys;
			const key = own.find(isMeant);
			if (key !== undefined) {
				return key;
			}
		}
		return isMeant(paper.key) ? paper.key : corpus.paper(paper.id)?.aliases.find(isMeant);
	}

	#holders(reference: string): readonly Holder[] {
		const { holders } = this.#now;
		const found = holders.get(reference) ?? this.#sources.corpus().holders(reference);
		holders.set(reference, found);
		return found;
	}

	/** Each change of the corpus starts anew. */
	get #now(): Known {
		const { version } = this.#sources.corpus();
		if (this.#known.version !== version) {
			this.#known = nothingKnown(version);
		}
		return this.#known;
	}
}
