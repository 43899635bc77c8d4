/** The corpus as a note sees it that lists papers in its front matter: with these papers, and them first. */

import type {
	AreApart,
	Corpus,
	FileProblem,
	FileRecord,
	FileReport,
	FirstPlace,
	Holder,
	ListedPaper,
	MarkedPapers,
	NearDuplicates,
	NearPaper,
	Paper,
	PaperId,
	PaperRef,
	PaperSummary,
	ProblemSum,
	RelatedOptions,
	SampleText,
	SearchOptions,
	SearchResult,
} from '../corpus/corpus.ts';
import { listedSummary } from '../corpus/listedPaper.ts';
import { ProvisionalCollector } from '../index/provisional/provisionalChunk.ts';
import { ProvisionalPapers } from '../index/provisional/provisionalPapers.ts';
import { editDistance } from '../util/editDistance.ts';
import { foldedWords, foldText } from '../util/fold.ts';
import type { Position, Range } from '../util/span.ts';
import type { FrontMatterPaper, FrontMatterPapers } from './frontMatterPapers.ts';

/** As in `Corpus.nearlyNamed`. */
const MAX_SLIPS = 2;

/** By the papers, which are the same object as long as the front matter does not change. */
const known = new WeakMap<FrontMatterPapers, NoteCorpus>();

/** The corpus with these papers. The same object for the same arguments, because suggestions are kept by corpus. */
export function corpusWith(corpus: Corpus, papers: FrontMatterPapers): Corpus {
	if (papers.papers.length === 0) {
		return corpus;
	}
	const before = known.get(papers);
	const noted = before?.isOn(corpus) ? before : new NoteCorpus(corpus, papers);
	known.set(papers, noted);
	return noted;
}

class NoteCorpus implements Corpus {
	readonly #corpus: Corpus;
	readonly #papers: readonly FrontMatterPaper[];
	#searched: ProvisionalPapers | undefined;

	constructor(corpus: Corpus, { papers }: FrontMatterPapers) {
		this.#corpus = corpus;
		this.#papers = papers;
	}

	isOn(corpus: Corpus): boolean {
		return this.#corpus === corpus;
	}

	get version(): number {
		return this.#corpus.version;
	}

	get paperCount(): number {
		return this.#corpus.paperCount + this.#papers.length;
	}

	get provisionalCount(): number {
		return this.#corpus.provisionalCount;
	}

	paper(id: PaperId): Paper | undefined {
		return this.#papers.find(({ paper }) => paper.id === id)?.paper ?? this.#corpus.paper(id);
	}

	firstPlaces(ids: readonly PaperId[]): ReadonlyMap<PaperId, FirstPlace> {
		const own = this.#papers.flatMap(({ paper }) =>
			ids.includes(paper.id) ? paper.sources.map((source) => [paper.id, source] as const) : [],
		);
		return new Map([...this.#corpus.firstPlaces(ids), ...own]);
	}

	summary(id: PaperId): PaperSummary | undefined {
		return this.#papers.find(({ paper }) => paper.id === id)?.summary ?? this.#corpus.summary(id);
	}

	related(sample: SampleText, options: RelatedOptions): readonly PaperSummary[] {
		return this.#corpus.related(sample, options);
	}

	search(query: string, options: SearchOptions): SearchResult {
		const { own, rest } = this.#divided(query, options);
		const found = this.#corpus.search(query, rest);
		const { offset = 0, limit } = options;
		const papers = [...own.slice(offset, offset + limit), ...found.papers].slice(0, limit);
		return { papers, total: found.total + own.length };
	}

	listed(query: string, options: SearchOptions): readonly ListedPaper[] {
		const { own, rest } = this.#divided(query, options);
		const { offset = 0, limit } = options;
		const first = own.slice(offset, offset + limit).map(listedSummary);
		return [...first, ...this.#corpus.listed(query, rest)].slice(0, limit);
	}

	/** The papers in the front matter that match, and the options with which to search for the papers after them. */
	#divided(query: string, options: SearchOptions): { readonly own: PaperSummary[]; readonly rest: SearchOptions } {
		const own = this.#matching(query);
		return { own, rest: { ...options, offset: Math.max(0, (options.offset ?? 0) - own.length) } };
	}

	#matching(query: string): PaperSummary[] {
		this.#searched ??= searchable(this.#papers);
		const { hits } = this.#searched.search(query, { limit: this.#papers.length, isIndexed: () => false });
		const keys = hits.map(({ id }) => this.#searched?.summary(id)?.key);
		return keys.flatMap((key) => this.#papers.find(({ paper }) => paper.key === key)?.summary ?? []);
	}

	resolveLoosely(name: string): readonly PaperRef[] {
		const folded = foldText(name);
		const own = this.#papers.filter(({ paper: { key, aliases } }) =>
			[key, ...aliases].some((one) => foldText(one) === folded),
		);
		return [...own.map(({ paper: { id, key } }) => ({ id, key })), ...this.#corpus.resolveLoosely(name)];
	}

	nearlyNamed(name: string): readonly NearPaper[] {
		const compact = compactName(name);
		const own = this.#papers.flatMap(({ paper: { id, key } }): NearPaper[] => {
			const slips = editDistance(compact, compactName(key), MAX_SLIPS);
			return slips === undefined ? [] : [{ id, key, name: compactName(key), slips }];
		});
		return [...own, ...this.#corpus.nearlyNamed(name)].sort((one, other) => one.slips - other.slips);
	}

	resolve(name: string): readonly PaperRef[] {
		return this.#corpus.resolve(name);
	}

	holders(name: string): readonly Holder[] {
		return this.#corpus.holders(name);
	}

	get marked(): MarkedPapers {
		return this.#corpus.marked;
	}

	keysIn(id: PaperId, isIn: (uri: string) => boolean): readonly string[] {
		return this.#corpus.keysIn(id, isIn);
	}

	keepApart(areApart: AreApart | undefined): void {
		this.#corpus.keepApart(areApart);
	}

	files(): readonly FileReport[] {
		return this.#corpus.files();
	}

	recordsIn(uri: string): readonly FileRecord[] {
		return this.#corpus.recordsIn(uri);
	}

	recordAt(uri: string, position: Position): FileRecord | undefined {
		const own = this.#papers.flatMap(({ paper }) => recordsOf(paper, uri));
		return own.find(({ range }) => isWithin(position, range)) ?? this.#corpus.recordAt(uri, position);
	}

	problemsIn(uri: string): readonly FileProblem[] {
		return this.#corpus.problemsIn(uri);
	}

	problemSums(): readonly ProblemSum[] {
		return this.#corpus.problemSums();
	}

	nearDuplicates(): NearDuplicates {
		return this.#corpus.nearDuplicates();
	}
}

function recordsOf({ id, key, sources }: Paper, uri: string): FileRecord[] {
	return sources
		.filter((source) => source.uri === uri)
		.map(({ range, keyRange }) => ({ paper: { id, key }, range, keyRange }));
}

function isWithin({ line, character }: Position, { start, end }: Range): boolean {
	return (
		(line > start.line || (line === start.line && character >= start.character)) &&
		(line < end.line || (line === end.line && character <= end.character))
	);
}

function searchable(papers: readonly FrontMatterPaper[]): ProvisionalPapers {
	const collector = new ProvisionalCollector();
	const searched = new ProvisionalPapers();
	for (const { record } of papers) {
		collector.add(record);
		if (collector.isFull) {
			searched.add(collector.take());
		}
	}
	if (!collector.isEmpty) {
		searched.add(collector.take());
	}
	return searched;
}

/** Folded and without punctuation, as the index compares names. */
function compactName(name: string): string {
	return foldedWords(name).join('');
}
