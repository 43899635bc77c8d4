/** LaTeX in a note, which Pandoc passes on as it is: `\footnote{a}`, `\begin{tabular}{@{}l}`. */

import type { Prose } from './nonProse.ts';
import { stickyEnd } from './sticky.ts';

const COMMAND = /\\[A-Za-z]+\*?/y;
const BEGIN = /\\begin\{([A-Za-z]+\*?)\}/y;
const BEFORE_ARGUMENT = /[ \t]*\n?[ \t]*/y;

/** What closes the environment that begins at `start`: `\end{tabular}`. */
export function environmentEnd(text: string, start: number): string | undefined {
	BEGIN.lastIndex = start;
	const name = BEGIN.exec(text)?.[1];
	return name === undefined ? undefined : `\\end{${name}}`;
}

/** End of the command at `start` with its arguments: those in brackets, then those in braces. */
export function commandEnd(prose: Prose, start: number): number | undefined {
	let end = stickyEnd(COMMAND, prose.text, start);
	for (const opener of end === undefined ? '' : '[{') {
		for (let next = argumentEnd(prose, end ?? start, opener); next !== undefined; ) {
			end = next;
			next = argumentEnd(prose, end, opener);
		}
	}
	return end;
}

function argumentEnd(prose: Prose, from: number, opener: string): number | undefined {
	const start = stickyEnd(BEFORE_ARGUMENT, prose.text, from) ?? from;
	prose.looked(start + 1);
	const closer = prose.text[start] === opener ? prose.closing(start) : undefined;
	return closer === undefined ? undefined : closer + 1;
}
