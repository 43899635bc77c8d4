/** What one process measured of one search engine. */

import type { SearchCorpus } from './searchCorpus.ts';
import type { QueryClass } from './searchQueries.ts';

export interface SearchTask {
	readonly step: 'build' | 'use';
	/** Its name. */
	readonly engine: string;
	readonly corpus: SearchCorpus;
	/** Where its index is kept. */
	readonly folder: string;
	/** A file of queries, and the classes of it that are asked: all where absent. */
	readonly queries: string;
	readonly classes?: readonly QueryClass[] | undefined;
	/** For building; an engine that would take longer is given up once that shows. */
	readonly seconds: number;
}

export interface BuildFigure {
	/** Until all papers can be found. Reading them is not counted. */
	readonly seconds: number;
	/** To write the index, where it was not written while it was built. */
	readonly saving: number;
	/** In MB, the most that building and saving took, over the process that had not begun. */
	readonly peak: number;
	/** What kept the index from being saved; then the process that built it was used. */
	readonly unsaved?: { readonly reason: string; readonly use: UseFigure };
}

export interface UseFigure {
	/** Milliseconds from the index on disk to the first answer; absent where there is none on disk. */
	readonly coldStart?: number;
	/** In MB, after all queries, over the process without an index. */
	readonly memory: number;
	readonly classes: Readonly<Partial<Record<QueryClass, ClassFigure>>>;
}

export interface ClassFigure {
	/** Milliseconds. */
	readonly p50: number;
	readonly p95: number;
	/** Queries that there was time for. */
	readonly asked: number;
	/** In how many of a hundred the paper that was meant was among the first ten; absent where none is meant. */
	readonly found?: number;
}
