/** Which papers keys meant before their sources gave them other keys. */

import type { Corpus, PaperId, PaperRef } from '../corpus/corpus.ts';
import { identifierIn } from '../corpus/identifiers/identifiers.ts';
import type { CitedKey, KeyMemory, RememberedMeaning } from '../corpus/keyMemory.ts';
import { comparedKey } from '../syntax/key.ts';
import { foldText } from '../util/fold.ts';
import { decisionsIn } from './decisions.ts';

/** The paper that a key meant before. */
export interface FormerPaper {
	/** `renamed`: no paper has the key now. `taken`: another paper has it, and this one has a key of its own. */
	readonly kind: 'renamed' | 'taken';
	readonly paper: PaperRef;
}

export interface FormerKeySources {
	readonly corpus: () => Corpus;
	/** Whether all corpus files have been read. Before that, a key without a paper may still get one. */
	readonly isComplete: () => boolean;
	/** Another value whenever a reference may name another paper. */
	readonly state: () => unknown;
	/** The papers that a reference names anywhere in the corpus. */
	readonly everywhere: (reference: string) => readonly PaperRef[];
	readonly memory: () => KeyMemory;
	/** The texts of the folders' files of decisions. */
	readonly decisions: () => readonly string[];
	/** Whether a note lists the paper in its front matter. Its keys are not remembered. */
	readonly isOfFrontMatter: (id: PaperId) => boolean;
}

/** The answer for a reference while it names this paper, or none. */
interface Known {
	readonly paper: PaperId | undefined;
	readonly former: FormerPaper | undefined;
}

/** Accepted renames followed one after the other. */
const MAX_RENAMES = 20;

export class FormerKeys {
	readonly #sources: FormerKeySources;
	#decisionTexts: readonly string[] = [];
	#decisions = decisionsIn([]);
	/** Read from the memory when first needed. */
	#cited: ReadonlyMap<string, number> | undefined;
	#known = new Map<string, Known>();
	#state: unknown;

	constructor(sources: FormerKeySources) {
		this.#sources = sources;
	}

	get #memory(): KeyMemory {
		return this.#sources.memory();
	}

	/** Forgets what was found in another state of the corpus or of the decisions. */
	#catchUp(): void {
		const state = this.#sources.state();
		if (this.#state !== state) {
			this.#state = state;
			this.#known = new Map();
		}
		const texts = this.#sources.decisions();
		if (texts.length !== this.#decisionTexts.length || texts.some((text, at) => text !== this.#decisionTexts[at])) {
			this.#decisionTexts = texts;
			this.#decisions = decisionsIn(texts);
			this.#known = new Map();
		}
	}

	/** What `reference` meant before, if it now names `papers` and that has changed. */
	of(reference: string, papers: readonly PaperRef[]): FormerPaper | undefined {
		this.#catchUp();
		if (papers.length > 1) {
			return undefined;
		}
		const [only] = papers;
		const known = this.#known.get(reference);
		if (known && known.paper === only?.id) {
			return known.former;
		}
		const former = only === undefined ? this.#renamed(reference) : this.#taken(reference, only);
		this.#known.set(reference, { paper: only?.id, former });
		return former;
	}

	#renamed(reference: string): FormerPaper | undefined {
		const paper = this.#accepted(reference) ?? this.#remembered(reference);
		return paper && { kind: 'renamed', paper };
	}

	/** What people say that the key is called now. */
	#accepted(reference: string): PaperRef | undefined {
		let name = reference;
		for (let count = 0; count < MAX_RENAMES; count++) {
			const next = this.#decisions.renamed.get(comparedKey(name));
			if (next === undefined) {
				return count === 0 ? undefined : this.#remembered(name);
			}
			const [only, ...others] = this.#sources.everywhere(next);
			if (only) {
				return others.length === 0 ? only : undefined;
			}
			name = next;
		}
		return undefined;
	}

	/** What the notes meant that cited it, else what the record meant that had it. */
	#remembered(key: string): PaperRef | undefined {
		const meanings = this.#memory.meaningsOf(comparedKey(key));
		const cited = meanings.filter(({ isCited }) => isCited);
		const papers = this.#papersOf(cited).size > 0 ? this.#papersOf(cited) : this.#papersOf(meanings);
		return lone(papers);
	}

	#papersOf(meanings: readonly RememberedMeaning[]): ReadonlyMap<PaperId, PaperRef> {
		const { marked } = this.#sources.corpus();
		const papers = meanings.flatMap(({ marks, isExact }) => marked.with(marks, isExact));
		return new Map(papers.map((paper) => [paper.id, paper]));
	}

	#taken(reference: string, paper: PaperRef): FormerPaper | undefined {
		const key = comparedKey(reference);
		const { marked } = this.#sources.corpus();
		const facts = this.#citedKeys().get(key);
		if (facts === undefined || this.#sources.isOfFrontMatter(paper.id) || facts === marked.factsOf(paper.id)) {
			return undefined;
		}
		const before = this.#papersOf(this.#memory.meaningsOf(key).filter(({ isCited }) => isCited));
		if (before.has(paper.id) || this.#isDecided(key, paper)) {
			return undefined;
		}
		const holders = new Set(this.#sources.everywhere(reference).map(({ id }) => id));
		const other = lone(new Map([...before].filter(([id]) => !holders.has(id))));
		return other && { kind: 'taken', paper: other };
	}

	/** Whether people say that the key means this paper. */
	#isDecided(key: string, { id }: PaperRef): boolean {
		const name = this.#decisions.means.get(key);
		if (name === undefined) {
			return false;
		}
		const title = this.#sources.corpus().summary(id)?.title ?? '';
		return this.#sources.everywhere(name).some((paper) => paper.id === id) || foldText(title) === foldText(name);
	}

	#citedKeys(): ReadonlyMap<string, number> {
		this.#cited ??= this.#memory.cited();
		return this.#cited;
	}

	#forget(): void {
		this.#cited = undefined;
		this.#known = new Map();
	}

	/**
	 * Remembers what notes mean by the keys they cite. `resolved` are the notes' references with the papers they name
	 * there. With `areAll`, keys that are not among them are no longer cited. Yields now and then.
	 */
	*remember(
		resolved: Iterable<readonly [reference: string, papers: readonly PaperRef[]]>,
		areAll: boolean,
	): Generator<void> {
		this.#forget();
		const before = this.#citedKeys();
		const seen = new Set<string>();
		const meant = new Map<string, Map<PaperId, PaperRef>>();
		let count = 0;
		for (const [reference, papers] of resolved) {
			const key = comparedKey(reference);
			seen.add(key);
			const [only, ...others] = papers;
			if (only && others.length === 0 && this.#isRemembered(reference, only)) {
				meant.set(key, (meant.get(key) ?? new Map<PaperId, PaperRef>()).set(only.id, only));
			}
			if (++count % REFERENCES_PER_SLICE === 0) {
				yield;
			}
		}
		yield* this.#keep(meant, before);
		this.#memory.keepUncited(areAll ? [...before.keys()].filter((key) => !seen.has(key)) : []);
		this.#forget();
	}

	#isRemembered(reference: string, paper: PaperRef): boolean {
		return (
			!this.#sources.isOfFrontMatter(paper.id) &&
			identifierIn(reference) === undefined &&
			this.of(reference, [paper]) === undefined
		);
	}

	*#keep(
		meant: ReadonlyMap<string, ReadonlyMap<PaperId, PaperRef>>,
		before: ReadonlyMap<string, number>,
	): Generator<void> {
		const { marked } = this.#sources.corpus();
		let changed: CitedKey[] = [];
		for (const [key, papers] of meant) {
			const ids = [...papers.keys()];
			const facts = ids.reduce((sum, id) => (sum + marked.factsOf(id)) % Number.MAX_SAFE_INTEGER, 0);
			if (before.get(key) !== facts) {
				changed.push({ key, facts, meanings: ids.flatMap((id) => marked.marksOf(id)).map((one) => ({ key, ...one })) });
			}
			if (changed.length === KEYS_PER_WRITE) {
				this.#memory.keepCited(changed);
				changed = [];
				yield;
			}
		}
		this.#memory.keepCited(changed);
	}
}

/** A millisecond or two. */
const REFERENCES_PER_SLICE = 200;
const KEYS_PER_WRITE = 100;

function lone(papers: ReadonlyMap<PaperId, PaperRef>): PaperRef | undefined {
	const [only, ...others] = papers.values();
	return others.length === 0 ? only : undefined;
}
