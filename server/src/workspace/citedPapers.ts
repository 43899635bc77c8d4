/** Which papers each note cites. Asked for on each key typed, when one note of thousands has changed. */

import type { PaperId, PaperRef } from '../corpus/corpus.ts';

/** What it is drawn from. */
export interface CitationSource {
	/** Another value, and every reference may mean another paper. */
	corpusState(): unknown;
	/** Whether the corpus is being built: it is another several times a second. */
	isGrowing(): boolean;
	/** The notes that came, changed or went since this was last asked. */
	takeChanged(): Iterable<string>;
	uris(): Iterable<string>;
	/** The papers that the references of the note name, with these as written; none for a note that is gone. */
	papersIn(uri: string): Papers;
}

type Papers = ReadonlyMap<PaperId, readonly string[]>;

/** The papers that the references name, each with those that name it. */
export function papersNamed(references: Iterable<string>, resolve: (reference: string) => readonly PaperRef[]): Papers {
	const papers = new Map<PaperId, string[]>();
	for (const reference of references) {
		for (const { id } of resolve(reference)) {
			const known = papers.get(id);
			if (known) {
				known.push(reference);
			} else {
				papers.set(id, [reference]);
			}
		}
	}
	return papers;
}

/** Of the time in which a corpus grows, what it takes to resolve all references anew is no more than this part. */
const MAX_SHARE_OF_TIME = 0.05;

/** Milliseconds after which a key pays for that if nobody else has. */
const UPDATE_AFTER_MS = 1000;

export class CitedPapers {
	readonly #source: CitationSource;
	readonly #byNote = new Map<string, Papers>();
	/** In how many notes a paper is cited. */
	readonly #counts = new Map<PaperId, number>();
	#corpusState: unknown;
	/** When all references were last resolved, and how long that took, in milliseconds. */
	#resolvedAt = Number.NEGATIVE_INFINITY;
	#took = 0;
	readonly #weights = new Map<PaperId, number>();
	/** The papers that have the weight 2. */
	#raised: Papers = new Map();

	constructor(source: CitationSource) {
		this.#source = source;
	}

	/** To be called when the corpus has grown and nobody waits, so that the next key need not do it. */
	catchUp(): void {
		this.#update(0);
	}

	/** The corpus is another one: nothing that was found in the one before is true of it. */
	forget(): void {
		this.#resolvedAt = Number.NEGATIVE_INFINITY;
	}

	/** The references that name the paper, as written in each note, in the order in which the notes came. */
	referencesTo(paper: PaperId): { readonly uri: string; readonly reference: string }[] {
		this.#update(0);
		const uris = this.#counts.has(paper) ? [...this.#source.uris()] : [];
		return uris.flatMap((uri) => (this.#byNote.get(uri)?.get(paper) ?? []).map((reference) => ({ uri, reference })));
	}

	/**
	 * Papers cited in any note (1) or in the note `uri` (2). One map, true until this is asked again or something changes.
	 * Of a corpus that grows it may lag behind a little.
	 */
	weights(uri: string | undefined): ReadonlyMap<PaperId, number> {
		this.#update(UPDATE_AFTER_MS);
		for (const id of this.#raised.keys()) {
			if (this.#counts.has(id)) {
				this.#weights.set(id, 1);
			}
		}
		this.#raised = (uri === undefined ? undefined : this.#byNote.get(uri)) ?? new Map();
		for (const id of this.#raised.keys()) {
			this.#weights.set(id, 2);
		}
		return this.#weights;
	}

	#update(patience: number): void {
		const began = performance.now();
		const corpusState = this.#source.corpusState();
		const changed = new Set(this.#source.takeChanged());
		const isDue = !this.#source.isGrowing() || began >= this.#resolvedAt + patience + this.#took / MAX_SHARE_OF_TIME;
		const isOther = isDue && corpusState !== this.#corpusState;
		for (const uri of isOther ? changed.union(new Set(this.#source.uris())) : changed) {
			this.#put(uri, this.#source.papersIn(uri));
		}
		if (isOther) {
			this.#corpusState = corpusState;
			this.#resolvedAt = performance.now();
			this.#took = this.#resolvedAt - began;
		}
	}

	#put(uri: string, papers: Papers): void {
		const before = this.#byNote.get(uri);
		if (papers.size > 0) {
			this.#byNote.set(uri, papers);
		} else {
			this.#byNote.delete(uri);
		}
		this.#count(papers.keys(), 1);
		this.#count(before?.keys() ?? [], -1);
	}

	#count(papers: Iterable<PaperId>, change: 1 | -1): void {
		for (const id of papers) {
			const count = (this.#counts.get(id) ?? 0) + change;
			if (count === 0) {
				this.#counts.delete(id);
				this.#weights.delete(id);
			} else {
				this.#counts.set(id, count);
				this.#weights.set(id, this.#weights.get(id) ?? 1);
			}
		}
	}
}
