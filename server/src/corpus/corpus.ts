/**
 * The corpus as features see it: papers, found by name or by words. Every answer is synchronous and comes from one
 * committed state of the index; what stands behind it (SQLite) is none of a feature's concern. While a large library is
 * read for the first time, searches also find papers that have only been seen in it: all that is known of them is a row.
 */

import type { Problem, ProblemCode } from '../util/problem.ts';
import type { Position, Range } from '../util/span.ts';
import type { PlainText } from '../util/textKinds.ts';
import type { CslItem, PaperExtra } from './paper.ts';

/**
 * A paper's number within one index. It lives as long as the index file; nothing outside the server may keep it. A
 * negative one is of a paper that is not indexed yet, and lives as long as the answer that gave it.
 */
export type PaperId = number;

/** Enough to say which paper is meant. */
export interface PaperRef {
	readonly id: PaperId;
	/** The canonical key: what a citation of this paper should say. */
	readonly key: string;
}

/** A paper with a name that a mistyped one may stand for. */
export interface NearPaper extends PaperRef {
	/** That name, folded, without the signs between its words: `devlinetal2019bert`. */
	readonly name: string;
	/** How many letters of it are missing, added, replaced, or exchanged with their neighbour: at most two. */
	readonly slips: number;
}

/** Enough for a row in a list. */
export interface PaperSummary extends PaperRef {
	readonly title: PlainText;
	/** Each as `Given Family`, or the team's name. */
	readonly authors: readonly PlainText[];
	/** What a byline calls each author: the family name with its particle, or the team's name. */
	readonly families: readonly PlainText[];
	readonly authorsTruncated: boolean;
	readonly year: number | undefined;
	readonly venue: PlainText | undefined;
	readonly categories: readonly string[];
	readonly doi: string | undefined;
	readonly arxiv: string | undefined;
	readonly abstract: PlainText | undefined;
}

/** Enough for a row in a list of suggestions. */
export interface ListedPaper extends PaperRef {
	/** The whole title; empty where the paper has none. */
	readonly title: PlainText;
	/** Authors and year, in so few letters that the title beside it can be read: `Vaswani et al. 2017`. */
	readonly byline: PlainText;
}

/** An entry that a paper's record was put together from. */
export interface Source {
	readonly uri: string;
	readonly format: string;
	/** The key that this source gives, if it gives one. */
	readonly key: string | undefined;
	readonly range: Range;
	/** The key in the source; the title where the source has no keys. */
	readonly keyRange: Range;
	/** The fields of the paper's `item` and `extra` that come from here. */
	readonly gives: readonly string[];
}

/** Everything known of a paper, put together from all its sources. */
export interface Paper extends PaperRef {
	/** Every other name that a citation may use: keys of other sources, `ids`, DOI, arXiv id. */
	readonly aliases: readonly string[];
	readonly item: CslItem;
	readonly extra: PaperExtra;
	readonly sources: readonly Source[];
}

/** What the index knows of one corpus file. */
export interface FileReport {
	readonly uri: string;
	/** Undefined when the file could not be read. */
	readonly format: string | undefined;
	readonly papers: number;
	readonly problems: number;
	/** Why the file was not read, or was read with doubt. */
	readonly note: string | undefined;
}

/** A record of a corpus file, placed. */
export interface FileRecord {
	readonly paper: PaperRef;
	/** The whole entry. */
	readonly range: Range;
	/** Its key; its title where the format has no keys. */
	readonly keyRange: Range;
}

/** A problem of a corpus file, placed. */
export interface FileProblem extends Omit<Problem, 'span'> {
	readonly range: Range;
}

/** All problems of one code in all corpus files. */
export interface ProblemSum {
	readonly code: ProblemCode;
	readonly count: number;
	/** Those with most of them first. */
	readonly files: readonly { readonly uri: string; readonly count: number }[];
	/** A few, in the first files that have such. */
	readonly examples: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

export interface SearchOptions {
	readonly limit: number;
	readonly offset?: number;
	/** Papers to put before others that match about as well, each with its weight; 2: cited in this note, 1: in this workspace. */
	readonly preferred?: ReadonlyMap<PaperId, number>;
}

export interface SearchResult {
	readonly papers: readonly PaperSummary[];
	/** How many papers match; a lower bound where counting stopped early. */
	readonly total: number;
}

export interface Corpus {
	/** Grows with each committed change. */
	readonly version: number;
	readonly paperCount: number;
	/** How many have only been seen beside those, and are found in searches. */
	readonly seenCount: number;
	/** The papers that answer to `name` (key, alias, DOI, arXiv id or URL): none, one, or several (ambiguous). */
	resolve(name: string): readonly PaperRef[];
	/** The papers with a key or alias that differs from `name` in case or accents alone. */
	resolveLoosely(name: string): readonly PaperRef[];
	/** The papers with a key or alias that is one or two slips of the finger from `name`, the nearest first, at most fifty. */
	nearlyNamed(name: string): readonly NearPaper[];
	paper(id: PaperId): Paper | undefined;
	/** An empty query lists the preferred papers, then the most recent. */
	search(query: string, options: SearchOptions): SearchResult;
	/** The papers that `search` finds, as rows in a list of suggestions: what is asked at each key. */
	listed(query: string, options: SearchOptions): readonly ListedPaper[];
	files(): readonly FileReport[];
	/** The records of one corpus file, in order of place. */
	recordsIn(uri: string): readonly FileRecord[];
	/** The record of a corpus file that `position` is in. */
	recordAt(uri: string, position: Position): FileRecord | undefined;
	/** The problems of one corpus file, in order of place. */
	problemsIn(uri: string): readonly FileProblem[];
	/** What is wrong with the corpus in sum, the most frequent first. Reads every problem: not for each key. */
	problemSums(): readonly ProblemSum[];
}
