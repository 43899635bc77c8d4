/** The corpus as it is in the index. It can be read while a writer is at work on another connection. */

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
import { emptyCorpus } from '../corpus/emptyCorpus.ts';
import { fieldsGiven, mergeRecords } from '../corpus/merge.ts';
import { summaryOf } from '../corpus/summary.ts';
import { lateBundle } from '../util/lateBundle.node.ts';
import type { Position } from '../util/span.ts';
import { areOverdue } from './database/deferredIndexes.ts';
import { type IndexFailure, indexFailureOf } from './database/indexFailure.ts';
import { numberIn, type Sql, textIn } from './database/sql.ts';
import type { SqlRow } from './database/sqlDatabase.ts';
import { Clashes } from './tables/clashes.ts';
import { clashProblems } from './tables/clashProblems.ts';
import { type ReaderVersion, SAME_READERS } from './tables/corpusFile.ts';
import { recordAt, recordsIn } from './tables/fileRecords.ts';
import { areAllAsRead, fileReports, type IndexSources } from './tables/fileReports.ts';
import { ListedPapers } from './tables/listedPapers.ts';
import { aliasesOf, holdersNamed, keysIn, papersNamed, papersNamedLoosely, withKey } from './tables/lookup.ts';
import type { markedPapers } from './tables/markedPapers.ts';
import { NearDuplicateSearch } from './tables/nearDuplicates.ts';
import { PaperAbstracts } from './tables/paperAbstracts.ts';
import { sourcesOf } from './tables/paperSources.ts';
import { compareRanges } from './tables/placeOrder.ts';
import { problemSums } from './tables/problemSums.ts';
import { RecordBodies } from './tables/recordBodies.ts';
import { firstPlaces } from './tables/recordPlaces.ts';
import type { NearIds, RelatedIds, SearchIds } from './tables/searchText.ts';
import { sharedIdentifierProblems } from './tables/sharedIdentifiers.ts';
import { countedProblems } from './tables/untitledRecords.ts';

export interface CorpusOptions {
	readonly search: SearchIds;
	/** Finds papers like a text. If absent, none are found. */
	readonly related?: RelatedIds;
	/** Finds papers by names similar to theirs. If absent, none are found. */
	readonly near?: NearIds;
	/** The summary of a paper that `search` found outside the index. Such papers have negative ids. */
	readonly unindexed?: (id: PaperId) => PaperSummary | undefined;
	/** The number of such papers. */
	readonly unindexedCount?: () => number;
	/**
	 * Whether the writer has a connection of its own. Then everything read in one task comes from one committed
	 * state. If not, the writer's transactions end before anyone else has a turn.
	 */
	readonly snapshots?: boolean;
	readonly readerVersion?: ReaderVersion;
	/** Called once if the index cannot be read. After that the corpus is empty. */
	readonly onFailure?: (failure: IndexFailure) => void;
}

export class IndexedCorpus implements Corpus {
	readonly #sql: Sql;
	readonly #bodies: RecordBodies;
	readonly #listed: ListedPapers;
	readonly #abstracts: PaperAbstracts;
	readonly #clashes: Clashes;
	readonly #nearDuplicates: NearDuplicateSearch;
	readonly #options: CorpusOptions;
	#inSnapshot = false;
	/** The row of the current snapshot. A note with a thousand citations asks for it as often. */
	#state: SqlRow | undefined;
	#failed = false;

	constructor(sql: Sql, options: CorpusOptions) {
		this.#sql = sql;
		this.#bodies = new RecordBodies(sql);
		this.#listed = new ListedPapers(sql, this.#bodies, options.unindexed);
		this.#abstracts = new PaperAbstracts(sql, this.#bodies);
		this.#clashes = new Clashes(sql);
		this.#nearDuplicates = new NearDuplicateSearch({ sql, bodies: this.#bodies });
		this.#options = options;
	}

	get version(): number {
		return this.#read(() => numberIn(this.#stateRow(), 'version'), 0);
	}

	get paperCount(): number {
		return this.#read(() => numberIn(this.#stateRow(), 'papers'), 0);
	}

	get provisionalCount(): number {
		return this.#options.unindexedCount?.() ?? 0;
	}

	readonly resolve = (name: string): readonly PaperRef[] => this.#read(() => papersNamed(this.#sql, name), []);

	readonly holders = (name: string): readonly Holder[] => this.#read(() => holdersNamed(this.#sql, name), []);

	readonly firstPlaces = (ids: readonly PaperId[]): ReadonlyMap<PaperId, FirstPlace> =>
		this.#read(() => firstPlaces(this.#sql, ids), new Map());

	keysIn(id: PaperId, isIn: (uri: string) => boolean): readonly string[] {
		return this.#read(() => keysIn(this.#sql, this.#bodies, { id, isIn }), []);
	}

	get marked(): MarkedPapers {
		const bundle = lateBundle<{ readonly markedPapers: typeof markedPapers }>('#keyMemory');
		return bundle.markedPapers({ sql: this.#sql, bodies: this.#bodies }, this.#read.bind(this));
	}

	keepApart(areApart: AreApart | undefined): void {
		this.#clashes.keepApart(areApart);
	}

	resolveLoosely(name: string): readonly PaperRef[] {
		return this.#read(() => papersNamedLoosely(this.#sql, name), []);
	}

	nearlyNamed(name: string): readonly NearPaper[] {
		return this.#read(() => this.#options.near?.(name).flatMap((near) => withKey(this.#sql, near)) ?? [], []);
	}

	paper(id: PaperId): Paper | undefined {
		return this.#read(() => this.#paper(id), undefined);
	}

	summary(id: PaperId): PaperSummary | undefined {
		return this.#read(() => this.#summary(id), undefined);
	}

	abstractOf(id: PaperId): string {
		return this.#read(() => this.#abstracts.of(id, this.version), '');
	}

	search(query: string, options: SearchOptions): SearchResult {
		return this.#read(
			() => {
				const { ids, total } = this.#options.search(query, options);
				return { papers: ids.map((id) => this.#summary(id)).filter((summary) => summary !== undefined), total };
			},
			{ papers: [], total: 0 },
		);
	}

	related(sample: SampleText, options: RelatedOptions): readonly PaperSummary[] {
		return this.#read(
			() => this.#options.related?.(sample, options).flatMap((id) => this.#summary(id) ?? []) ?? [],
			[],
		);
	}

	listed(query: string, options: SearchOptions): readonly ListedPaper[] {
		return this.#read(() => this.#listed.of(this.#options.search(query, options).ids, this.version), []);
	}

	/** Whether the index is complete and was made from exactly these sources in their current state, by the current readers. */
	holdsJust(files: IndexSources['files'], statements: IndexSources['statements'] = []): boolean {
		const { readerVersion = SAME_READERS } = this.#options;
		const isAsRead = (): boolean => areAllAsRead(this.#sql, { files, statements }, readerVersion);
		return this.#read(() => isAsRead() && !areOverdue(this.#sql), false);
	}

	files(): readonly FileReport[] {
		return this.#read(() => fileReports(this.#sql, this.#clashes.counts(this.version)), []);
	}

	recordsIn(uri: string): readonly FileRecord[] {
		return this.#read(() => recordsIn(this.#sql, uri), []);
	}

	recordAt(uri: string, position: Position): FileRecord | undefined {
		return this.#read(() => recordAt(this.#sql, uri, position), undefined);
	}

	problemsIn(uri: string): readonly FileProblem[] {
		return this.#read(() => this.#problemsIn(uri), []);
	}

	problemSums(): readonly ProblemSum[] {
		return this.#read(() => problemSums({ sql: this.#sql, bodies: this.#bodies }, this.#clashes, this.version), []);
	}

	nearDuplicates(): NearDuplicates {
		return this.#read(() => this.#nearDuplicates.at(this.version), emptyCorpus.nearDuplicates());
	}

	/** Makes the next answer come from the newest state, without waiting for the end of the running task. */
	refresh(): void {
		if (this.#inSnapshot) {
			this.#inSnapshot = false;
			this.#state = undefined;
			this.#sql.run('COMMIT');
		}
	}

	#stateRow(): SqlRow | undefined {
		const row = this.#state ?? this.#sql.row('SELECT version, papers FROM state');
		this.#state = this.#inSnapshot ? row : undefined;
		return row;
	}

	#endSnapshot(): void {
		try {
			this.refresh();
		} catch {
			// The connection was closed in the same task, which also ended its snapshot.
		}
	}

	#paper(id: PaperId): Paper | undefined {
		const row = this.#sql.row('SELECT key FROM papers WHERE id = ?', id);
		if (row === undefined) {
			return undefined;
		}
		const key = textIn(row, 'key');
		const records = sourcesOf(this.#sql, this.#bodies, id);
		const contents = records.map(({ content }) => content);
		const merged = mergeRecords(contents);
		const given = fieldsGiven(merged, contents);
		return {
			id,
			key,
			aliases: aliasesOf(this.#sql, { id, key }, contents),
			item: { ...merged.item, id: key },
			extra: merged.extra,
			sources: records.map(({ source }, index) => ({ ...source, gives: given[index] ?? [] })),
		};
	}

	#summary(id: PaperId): PaperSummary | undefined {
		if (id < 0) {
			return this.#options.unindexed?.(id);
		}
		const rows = this.#sql.rows(BODIES, id);
		const [first] = rows;
		if (first === undefined) {
			return undefined;
		}
		return summaryOf({ id, key: textIn(first, 'key') }, mergeRecords(rows.map((row) => this.#bodies.inRow(row))));
	}

	#problemsIn(uri: string): readonly FileProblem[] {
		const row = this.#sql.row('SELECT f.id, p.list FROM files f JOIN problems p ON p.file = f.id WHERE f.uri = ?', uri);
		if (row === undefined) {
			return [];
		}
		const file = numberIn(row, 'id');
		const stored = countedProblems(this.#sql, file, JSON.parse(textIn(row, 'list')));
		const clashes = clashProblems(this.#sql, this.#clashes.of(file, this.version), this.#clashes.areApart);
		const shared = sharedIdentifierProblems({ sql: this.#sql, bodies: this.#bodies }, file);
		return [...stored, ...clashes, ...shared].sort((a, b) => compareRanges(a.range, b.range));
	}

	#read<T>(work: () => T, fallback: T): T {
		if (this.#failed) {
			return fallback;
		}
		try {
			this.#beginSnapshot();
			return work();
		} catch (error) {
			const failure = indexFailureOf(error);
			if (failure === undefined || failure.kind === 'refused') {
				throw error;
			}
			this.#failed = true;
			this.#options.onFailure?.(failure);
			return fallback;
		}
	}

	#beginSnapshot(): void {
		if (this.#options.snapshots && !this.#inSnapshot) {
			this.#sql.run('BEGIN');
			this.#inSnapshot = true;
			queueMicrotask(() => this.#endSnapshot());
		}
	}
}

const BODIES = `SELECT p.key, b.body, b.abstract FROM papers p JOIN records r ON r.paper = p.id JOIN bodies b ON b.id = r.id WHERE p.id = ?`;
