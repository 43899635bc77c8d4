/**
 * The corpus as features see it: papers, found by name or by words. Every answer is synchronous and comes from one
 * committed state of the index. Features do not depend on the storage (SQLite). While a large library is read for the
 * first time, searches also find provisional papers, of which only a row is known yet.
 */

import type { Problem, ProblemCode } from '../util/problem.ts';
import type { Position, Range } from '../util/span.ts';
import type { PlainText } from '../util/textKinds.ts';
import type { PaperMarks } from './identity/paperMarks.ts';
import type { CslItem, PaperExtra } from './paper.ts';

/**
 * A paper's number within one index. It is valid as long as the index file; nothing outside the server may store it. A
 * negative number stands for a paper that is not indexed yet and is valid only within the answer that contains it.
 */
export type PaperId = number;

/** Identifies a paper. */
export interface PaperRef {
	readonly id: PaperId;
	/** The canonical key, which a citation of this paper should use. */
	readonly key: string;
}

/** A paper and a file with a record that gives it a certain name. */
export interface Holder extends PaperRef {
	readonly uri: string;
}

/** Whether two corpus files belong to different libraries, so that a key may mean another paper in each. */
export type AreApart = (uri: string, otherUri: string) => boolean;

/** A paper with a name similar to a mistyped one. */
export interface NearPaper extends PaperRef {
	/** The similar name, folded and without punctuation between its words: `devlinetal2019bert`. */
	readonly name: string;
	/** Number of letters missing, added, replaced, or swapped with their neighbour: at most two. */
	readonly slips: number;
}

/** The data for a row in a list. */
export interface PaperSummary extends PaperRef {
	readonly title: PlainText;
	/** Each as `Given Family`, or the team's name. */
	readonly authors: readonly PlainText[];
	/** How a byline names each author: the family name with its particle, or the team's name. */
	readonly families: readonly PlainText[];
	readonly authorsTruncated: boolean;
	readonly year: number | undefined;
	readonly venue: PlainText | undefined;
	readonly categories: readonly string[];
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly abstract: PlainText | undefined;
}

/** The data for a row in a list of suggestions. */
export interface ListedPaper extends PaperRef {
	/** The whole title; empty if the paper has none. */
	readonly title: PlainText;
	/** Authors and year, short enough to leave room for the title beside it: `Vaswani et al. 2017`. */
	readonly byline: PlainText;
}

/** An entry that contributes to a paper's record. */
export interface Source {
	readonly uri: string;
	readonly format: string;
	/** The key in this source, if it has one. */
	readonly key: string | undefined;
	readonly range: Range;
	/** Place of the key in the source, or of the title if the source has no keys. */
	readonly keyRange: Range;
	/** The fields of the paper's `item` and `extra` that come from this source. */
	readonly gives: readonly string[];
}

/** The place of a paper's first record, in the order of files. */
export type FirstPlace = Pick<Source, 'uri' | 'keyRange'>;

/** Everything known about a paper, merged from all its sources. */
export interface Paper extends PaperRef {
	/** All other names that a citation may use: keys of other sources, `ids`, DOI, arXiv id. */
	readonly aliases: readonly string[];
	readonly item: CslItem;
	readonly extra: PaperExtra;
	readonly sources: readonly Source[];
}

/** What the index knows about one corpus file. */
export interface FileReport {
	readonly uri: string;
	/** Undefined if the file could not be read. */
	readonly format: string | undefined;
	readonly papers: number;
	readonly problems: number;
	/** Why the file was not read, or may have been read wrongly. */
	readonly note: string | undefined;
}

/** A record of a corpus file and its place. */
export interface FileRecord {
	readonly paper: PaperRef;
	/** The whole entry. */
	readonly range: Range;
	/** Place of its key, or of its title if the format has no keys. */
	readonly keyRange: Range;
}

/** A problem of a corpus file and its place. */
export interface FileProblem extends Omit<Problem, 'span'> {
	readonly range: Range;
}

/** All problems of one code in all corpus files. */
export interface ProblemSum {
	readonly code: ProblemCode;
	readonly count: number;
	/** The files with most of these problems first. */
	readonly files: readonly { readonly uri: string; readonly count: number }[];
	/** A few examples, from the first files that have such problems. */
	readonly examples: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

/** A record as a list of records shows it. */
export interface ListedRecord {
	/** Its own key, or its paper's if it has none. */
	readonly key: string;
	/** Empty if it has none. */
	readonly title: PlainText;
	readonly uri: string;
	/** The whole entry. */
	readonly range: Range;
}

/** Records of two papers that may be one. */
export interface NearDuplicates {
	/** In the order of their places, at most a hundred. */
	readonly pairs: readonly (readonly [ListedRecord, ListedRecord])[];
	/** How many pairs were found. */
	readonly count: number;
	/** Whether all were searched for, and not only the likeliest in a large corpus. */
	readonly isComplete: boolean;
}

export interface SearchOptions {
	readonly limit: number;
	readonly offset?: number;
	/**
	 * Papers to rank above others that match about equally well, with their weights: 2 for papers cited in this note, 1
	 * for those cited in this workspace.
	 */
	readonly preferred?: ReadonlyMap<PaperId, number>;
	/** Its papers come before others that match in the same way. */
	readonly library?: OwnLibrary | undefined;
}

/** The corpus files of one note's library. Always the same object for the same files. */
export interface OwnLibrary {
	has(uri: string): boolean;
}

export interface SearchResult {
	readonly papers: readonly PaperSummary[];
	/** Number of matching papers; a lower bound if counting stopped early. */
	readonly total: number;
}

/** Papers by their marks, which stay the same when a paper gets another key, and after a rebuild. */
export interface MarkedPapers {
	/**
	 * The papers that the marks describe: those that agree in all of them, else, unless `isExact`, those that agree in
	 * most. Several if it is not clear which is meant.
	 */
	with(marks: PaperMarks, isExact: boolean): readonly PaperRef[];
	/** The marks of the paper's records. `isExact`: another paper agrees with them in most. */
	marksOf(id: PaperId): readonly { readonly marks: PaperMarks; readonly isExact: boolean }[];
	/** A hash of all on which the paper's identity depends. */
	factsOf(id: PaperId): number;
}

/** A text with which papers are compared: a paper's, or a paragraph of a note. */
export interface SampleText {
	/** Its words count twice. */
	readonly title: string;
	readonly body: string;
	/** Family names of its authors: another paper by one of them is a little more alike. */
	readonly families: readonly string[];
}

export interface RelatedOptions {
	readonly limit: number;
	/** Left out: the paper itself, or what a paragraph cites already. */
	readonly without: ReadonlySet<PaperId>;
}

export interface Corpus {
	/** Increases with each committed change. */
	readonly version: number;
	readonly paperCount: number;
	/** Number of further papers that are only provisional. Searches find them too. */
	readonly provisionalCount: number;
	/** The papers that `name` (key, alias, DOI, arXiv id or URL) identifies: none, one, or several (ambiguous). */
	resolve(name: string): readonly PaperRef[];
	/** The same papers, each once for every file with a record that has the name. */
	holders(name: string): readonly Holder[];
	/** Papers by what identifies them. */
	readonly marked: MarkedPapers;
	/** The keys, as far as a citation can hold them, of the paper's records in the files for which `isIn` returns true. */
	keysIn(id: PaperId, isIn: (uri: string) => boolean): readonly string[];
	/**
	 * Says which files belong to different libraries: one key for two papers in them is no problem. Undefined if all files
	 * are one library.
	 */
	keepApart(areApart: AreApart | undefined): void;
	/** The papers with a key or alias that differs from `name` only in case or accents. */
	resolveLoosely(name: string): readonly PaperRef[];
	/**
	 * The papers with a key or alias that is one or two typing errors away from `name`, the closest first, at most fifty.
	 */
	nearlyNamed(name: string): readonly NearPaper[];
	paper(id: PaperId): Paper | undefined;
	/** Where each paper's first record is, for a list that leads there. A paper without one is left out. */
	firstPlaces(ids: readonly PaperId[]): ReadonlyMap<PaperId, FirstPlace>;
	/** What a row or a line says of a paper, without all of its record. */
	summary(id: PaperId): PaperSummary | undefined;
	/** The papers most like a text, best first. Papers that are only provisional are not among them. */
	related(sample: SampleText, options: RelatedOptions): readonly PaperSummary[];
	/** An empty query lists the preferred papers, then the most recent. */
	search(query: string, options: SearchOptions): SearchResult;
	/** The papers that `search` finds, as rows of a suggestion list. Called on each key press. */
	listed(query: string, options: SearchOptions): readonly ListedPaper[];
	files(): readonly FileReport[];
	/** The records of one corpus file, in the order of their places. */
	recordsIn(uri: string): readonly FileRecord[];
	/** The record of a corpus file at `position`. */
	recordAt(uri: string, position: Position): FileRecord | undefined;
	/** The problems of one corpus file, in the order of their places. */
	problemsIn(uri: string): readonly FileProblem[];
	/**
	 * A summary of all problems in the corpus, the most frequent first. Reads every problem, so it is too slow to call on
	 * each key press.
	 */
	problemSums(): readonly ProblemSum[];
	/** The records that may describe one paper although they are two. Just as slow. */
	nearDuplicates(): NearDuplicates;
}
