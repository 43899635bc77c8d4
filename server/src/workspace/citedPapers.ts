/** Which papers each note cites. Asked on each key press, when usually one note of thousands has changed. */

import type { PaperId, PaperRef } from '../corpus/corpus.ts';

/** The data from which cited papers are computed. */
export interface CitationSource {
	/** If this value changes, any reference may name another paper. */
	corpusState(): unknown;
	/** Whether the corpus is being built and changes several times a second. */
	isGrowing(): boolean;
	/** The notes that were added, changed or removed since the last call. */
	takeChanged(): Iterable<string>;
	uris(): Iterable<string>;
	/** The papers that the note's references name, with these references as written; empty for a removed note. */
	papersIn(uri: string): Papers;
}

type Papers = ReadonlyMap<PaperId, readonly string[]>;

/** The papers that the references name, each with the references that name it. */
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

/** While the corpus grows, resolving all references again takes at most this share of the time. */
const MAX_SHARE_OF_TIME = 0.05;

/** After this many milliseconds a key press triggers that work itself, if nothing else has done it. */
const UPDATE_AFTER_MS = 1000;

/** Milliseconds for which an answer may have to wait, and the notes that are resolved without a look at the clock. */
const SLICE_MS = 5;
const NOTES_A_TIME = 50;

interface Update {
	/** See `UPDATE_AFTER_MS`. */
	readonly graceMs: number;
	/** As `performance.now`. The rest of the notes is left for later. */
	readonly deadline: number;
	/** The note that matters most. */
	readonly first?: string | undefined;
}

export class CitedPapers {
	readonly #source: CitationSource;
	/** Notes whose references must be resolved again. */
	readonly #changed = new Set<string>();
	readonly #byNote = new Map<string, Papers>();
	/** Number of notes that cite each paper. */
	readonly #counts = new Map<PaperId, number>();
	#corpusState: unknown;
	/** When all references were last resolved, and how long that took, both in milliseconds. */
	#resolvedAt = Number.NEGATIVE_INFINITY;
	#took = 0;
	readonly #weights = new Map<PaperId, number>();
	/** The papers whose weight is 2. */
	#raised: Papers = new Map();

	constructor(source: CitationSource) {
		this.#source = source;
	}

	/**
	 * Call while no request is waiting, so that the next key press need not do this work. Does a few milliseconds' worth of
	 * it; returns whether it is done.
	 */
	catchUp(): boolean {
		return this.#update({ graceMs: 0, deadline: performance.now() + SLICE_MS });
	}

	/** Call when the corpus has been replaced. Discards everything found in the old one. */
	forget(): void {
		this.#resolvedAt = Number.NEGATIVE_INFINITY;
	}

	/** The references that name the paper, as written in each note, in the order in which the notes were added. */
	referencesTo(paper: PaperId): { readonly uri: string; readonly reference: string }[] {
		this.#update({ graceMs: 0, deadline: Number.POSITIVE_INFINITY });
		const uris = this.#counts.has(paper) ? [...this.#source.uris()] : [];
		return uris.flatMap((uri) => (this.#byNote.get(uri)?.get(paper) ?? []).map((reference) => ({ uri, reference })));
	}

	/**
	 * Weights of papers cited in any note (1) or in the note `uri` (2). The returned map is reused and is valid until the
	 * next call or change. While notes are read for the first time or the corpus grows, it may be out of date.
	 */
	weights(uri: string | undefined): ReadonlyMap<PaperId, number> {
		const deadline = this.#source.isGrowing() ? performance.now() + SLICE_MS : Number.POSITIVE_INFINITY;
		this.#update({ graceMs: UPDATE_AFTER_MS, deadline, first: uri });
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

	/** Resolves the references of notes that may have changed. Returns whether none is left. */
	#update({ graceMs, deadline, first }: Update): boolean {
		const began = performance.now();
		const isOther = this.#collectChanged(began, graceMs);
		let count = 0;
		for (const uri of first !== undefined && this.#changed.has(first) ? [first, ...this.#changed] : this.#changed) {
			count++;
			if (count % NOTES_A_TIME === 0 && performance.now() > deadline) {
				break;
			}
			if (this.#changed.delete(uri)) {
				this.#put(uri, this.#source.papersIn(uri));
			}
		}
		if (isOther) {
			this.#resolvedAt = performance.now();
			this.#took = this.#resolvedAt - began;
		}
		return this.#changed.size === 0;
	}

	/** Returns whether all notes may have changed, because the corpus has. */
	#collectChanged(now: number, graceMs: number): boolean {
		const corpusState = this.#source.corpusState();
		const isDue = !this.#source.isGrowing() || now >= this.#resolvedAt + graceMs + this.#took / MAX_SHARE_OF_TIME;
		const isOther = isDue && corpusState !== this.#corpusState;
		for (const uri of this.#source.takeChanged()) {
			this.#changed.add(uri);
		}
		for (const uri of isOther ? this.#source.uris() : []) {
			this.#changed.add(uri);
		}
		this.#corpusState = isOther ? corpusState : this.#corpusState;
		return isOther;
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
