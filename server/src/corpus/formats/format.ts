/** The interface of every corpus format's reader. */

import type { Problem } from '../../util/problem.ts';
import type { PaperRecord } from '../paper.ts';
import type { MacroExchange } from '../sharedMacros.ts';

export interface ReadContext {
	/** Called for each part that could not be understood. Reading continues. */
	readonly report: (problem: Problem) => void;
	/** Undefined if only macros defined in the text itself are available. */
	readonly macros?: MacroExchange;
	/** Only what lists show of a paper is wanted: a reader may leave out everything else, and report nothing. */
	readonly isBrief?: boolean;
}

export interface Format {
	/** The format's usual name: `BibTeX`, `CSL-JSON`, `arXiv digest`. */
	readonly name: string;
	/** Whether a text that begins with `head` (up to 16 kB, without byte order mark) is in this format. */
	readonly accepts: (head: string) => boolean;
	/** Whether every record is on a line of its own, so that lines can be read without the preceding ones. */
	readonly isLineByLine?: true;
	/** What entries begin with, each on a new line. A long text can be scanned in pieces cut at these places. */
	readonly entryStart?: string;
	/**
	 * The papers of `text`, in order, one at a time, so that a large file is never in memory as objects. Never throws:
	 * what cannot be understood is reported, and the entries before and after it are read. Line ends may be LF, CRLF or
	 * CR.
	 */
	readonly read: (text: string, context: ReadContext) => Iterable<PaperRecord>;
}

/** All papers and problems in `text` at once, for tests and small files. */
export function readAll(format: Format, text: string): { papers: PaperRecord[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const papers = [...format.read(text, { report: (problem) => problems.push(problem) })];
	return { papers, problems };
}
