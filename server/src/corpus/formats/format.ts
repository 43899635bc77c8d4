/** What every reader of a corpus format offers. */

import type { Problem } from '../../util/problem.ts';
import type { PaperRecord } from '../paper.ts';
import type { MacroExchange } from '../sharedMacros.ts';

export interface ReadContext {
	/** Called for each thing that could not be understood; reading goes on. */
	readonly report: (problem: Problem) => void;
	/** Without it, the text has only the macros that it defines itself. */
	readonly macros?: MacroExchange;
}

export interface Format {
	/** The name people know it by: `BibTeX`, `CSL-JSON`, `arXiv digest`. */
	readonly name: string;
	/** Whether a text that begins with `head` (up to its first 16 kB, without byte order mark) is of this format. */
	readonly accepts: (head: string) => boolean;
	/** Whether every record is a line of its own, so that lines can be read without those before them. */
	readonly isLineByLine?: true;
	/** What entries begin with, each on a line of its own: a long text can be looked at in pieces that are cut there. */
	readonly entryStart?: string;
	/**
	 * The papers of `text`, in order, one by one, so that a large file never stands in memory as objects. Never throws:
	 * what cannot be understood is reported, and the entries before and after it stand. Line ends may be LF, CRLF or CR.
	 */
	readonly read: (text: string, context: ReadContext) => Iterable<PaperRecord>;
}

/** Everything that `format` finds in `text`, at once: for tests and small files. */
export function readAll(format: Format, text: string): { papers: PaperRecord[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const papers = [...format.read(text, { report: (problem) => problems.push(problem) })];
	return { papers, problems };
}
