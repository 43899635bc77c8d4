/** What a citation is. Knows Markdown, but no corpus. */

import type { Problem } from '../util/problem.ts';
import type { Span } from '../util/span.ts';
import type { Words } from './words.ts';

/** `paper`: `@paper[key]`. `pandoc`: `[@key]`, `@key`, `-@key` and `@{key}`. */
export type CitationSyntax = 'paper' | 'pandoc';

/**
 * How the sentence uses the paper. `parenthetical`: "(Zeng 2025)", written `@paper[zeng]` or `[@zeng]`.
 * `suppressAuthor`: "(2025)", because the sentence names the author already, written `@paper[-@zeng]` or `[-@zeng]`.
 * `inText`: "Zeng (2025)", written `@paper[+@zeng]` or `@zeng`.
 */
export type CitationMode = 'parenthetical' | 'suppressAuthor' | 'inText';

export interface Citation {
	readonly syntax: CitationSyntax;
	/** The whole citation. For `See @paper[a; b].` this covers `@paper[a; b]`. Citations of a note never overlap. */
	readonly span: Span;
	/** The text between the brackets: `a; b`. For a bare Pandoc citation, the text after its `@`. */
	readonly contentSpan: Span;
	/** The text of `contentSpan`. In a block quote, the `>` at the start of a second line is replaced by a space. */
	readonly content: string;
	/** The papers named, in order. A part that names none (`a;;b`) is a problem, not an item. */
	readonly items: readonly CitationItem[];
	/** Whether there is a closing bracket. Without one, the items are a guess at what is being typed. */
	readonly closed: boolean;
	readonly problems: readonly CitationProblem[];
}

/** A problem of the whole citation, or of a part of it that names no paper. */
export interface CitationProblem extends Problem {
	/**
	 * `emptyItem`: nothing before or after a semicolon, as in `a;;b`. `noKey`: words without a key, as in `see @, p. 4`.
	 */
	readonly fault: 'unclosed' | 'empty' | 'emptyItem' | 'noKey';
}

/** One paper of a citation. For `@paper[a; see -@b, p. 4]` the second is `see -@b, p. 4`. */
export interface CitationItem {
	readonly span: Span;
	/** The reference as written, never empty: a key, a DOI, an arXiv id, a URL. Here `b`. */
	readonly reference: string;
	/** The reference alone. Completion replaces it and rename edits it. */
	readonly referenceSpan: Span;
	/**
	 * What was meant if the punctuation of the key is escaped, as converters write it. For `@ash\_leaves` the reference is
	 * `ash`, as Pandoc reads it, and this is `ash_leaves`.
	 */
	readonly unescaped?: Words;
	/** The words before the mark: `see`. */
	readonly prefix?: Words;
	/** The `@`, `-@` or `+@` before the reference, if there is one: `-@`. */
	readonly markSpan?: Span;
	readonly mode: CitationMode;
	/** Whether it is Pandoc's `@key` without brackets, as a user name or a decorator may be written, too. */
	readonly isBare?: boolean;
	/** The words after the first comma: `p. 4`. */
	readonly locator?: Words;
	/** Why the reference cannot be a key. To be ignored if a paper has this name nevertheless. */
	readonly problem?: Problem;
}
