/** What a citation is. Knows Markdown; knows no corpus. */

import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { Words } from './words.ts';

/** `paper`: `@paper[key]`. `pandoc`: `[@key]`, `@key`, `-@key` and `@{key}`. */
export type CitationSyntax = 'paper' | 'pandoc';

/**
 * How the sentence takes the paper in. `parenthetical`: "(Zeng 2025)", `@paper[zeng]` and `[@zeng]`. `suppressAuthor`:
 * "(2025)", since the sentence names the author, `@paper[-@zeng]` and `[-@zeng]`. `inText`: "Zeng (2025)",
 * `@paper[+@zeng]` and `@zeng`.
 */
export type CitationMode = 'parenthetical' | 'suppressAuthor' | 'inText';

export interface Citation {
	readonly syntax: CitationSyntax;
	/** The whole citation. For `See @paper[a; b].` this covers `@paper[a; b]`. Citations of a note never overlap. */
	readonly span: Span;
	/** What stands between the brackets: `a; b`. For a bare Pandoc citation, what follows its `@`. */
	readonly contentSpan: Span;
	/** The text of `contentSpan`, where the `>` of a block quote's second line is a space. */
	readonly content: string;
	/** The papers named, in order; a place that names none (`a;;b`) is a problem, not an item. */
	readonly items: readonly CitationItem[];
	/** Whether the closing bracket is there. Where it is not, the items are a guess at what is being typed. */
	readonly closed: boolean;
	readonly problems: readonly CitationProblem[];
}

/** What is wrong with the citation as a whole, or with a part of it that names no paper. */
export interface CitationProblem extends Problem {
	/** `emptyItem`: nothing beside a semicolon, `a;;b`. `noKey`: words, but no key among them, `see @, p. 4`. */
	readonly fault: 'unclosed' | 'empty' | 'emptyItem' | 'noKey';
}

/** One paper of a citation. For `@paper[a; see -@b, p. 4]` the second is `see -@b, p. 4`. */
export interface CitationItem {
	readonly span: Span;
	/** The reference as written, never empty: a key, a DOI, an arXiv id, a URL. Here `b`. */
	readonly reference: string;
	/** The reference alone: what completion replaces and rename edits. */
	readonly referenceSpan: Span;
	/** What stands before the mark: `see`. */
	readonly prefix?: Words;
	/** The `@`, `-@` or `+@` before the reference, where there is one: `-@`. */
	readonly markSpan?: Span;
	readonly mode: CitationMode;
	/** What follows the first comma: `p. 4`. */
	readonly locator?: Words;
	/** Why the reference cannot be a key; no matter where a paper has that name all the same. */
	readonly problem?: Problem;
}
