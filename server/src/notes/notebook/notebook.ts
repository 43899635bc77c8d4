/**
 * A notebook as a note: the text of its prose cells, with a blank line between two, and the way from there to the places in
 * its JSON file. Each cell is parsed on its own, as editors show it, so that nothing begins in one and ends in another.
 */

import { notebookMessages } from '../../messages/notebookMessages.ts';
import { type LineStarts, lineStartsOf, rangeOf } from '../../util/lines.ts';
import type { ProblemCode } from '../../util/problem.ts';
import type { Range, Span } from '../../util/span.ts';
import type { CitationSyntax } from '../citation.ts';
import { NO_FRONT_MATTER } from '../frontMatter.ts';
import { movedCitation, movedMisspelling } from '../moved.ts';
import { type Note, readNote } from '../note.ts';
import { type CellEdit, CellText } from './cellText.ts';
import { notebookCells } from './notebookCells.ts';

/** The name of a notebook's file. */
export const NOTEBOOK_NAME = /\.ipynb$/i;

const BETWEEN_CELLS = '\n\n';

interface Cell {
	/** Where the cell begins in the note's text. */
	readonly start: number;
	readonly note: Note;
	readonly source: CellText;
}

/** A problem of the file, not of a citation. */
interface NotebookProblem {
	readonly code: ProblemCode;
	readonly message: string;
	readonly range: Range;
}

export class Notebook {
	/** The whole file. */
	readonly json: string;
	/** In the order of the text; they never overlap. */
	readonly cells: readonly Cell[];
	readonly #fault: { readonly message: string; readonly offset: number } | undefined;
	#lines: LineStarts | undefined;

	constructor(json: string, syntaxes: readonly CitationSyntax[]) {
		const { cells, fault } = notebookCells(json);
		let start = 0;
		this.json = json;
		this.cells = cells.map((strings) => {
			const source = new CellText(json, strings);
			const cell = { start, note: readNote(source.text, { syntaxes }), source };
			start += source.text.length + BETWEEN_CELLS.length;
			return cell;
		});
		this.#fault = fault;
	}

	/** Where the lines of the file begin. */
	get lines(): LineStarts {
		this.#lines ??= lineStartsOf(this.json);
		return this.#lines;
	}

	/** None, or that the file is broken. What stands before the break is read. */
	get problems(): readonly NotebookProblem[] {
		if (!this.#fault) {
			return [];
		}
		const { message, offset } = this.#fault;
		const range = rangeOf(this.lines, { start: offset, end: offset });
		return [{ code: 'unreadable-file', message: notebookMessages.broken(message), range }];
	}

	/** Where a span of the note's text, which lies in one cell, is in the file. */
	rangeInFile(span: Span): Range {
		const { cell, inCell } = this.#cellAt(span);
		return rangeOf(this.lines, cell?.source.inFile(inCell) ?? { start: 0, end: 0 });
	}

	/** An edit of the note's text in one cell, as edits inside the strings of the file. */
	editsInFile({ span, newText }: CellEdit): readonly CellEdit[] {
		const { cell, inCell } = this.#cellAt(span);
		return cell?.source.editsInFile({ span: inCell, newText }) ?? [];
	}

	#cellAt({ start, end }: Span): { readonly cell: Cell | undefined; readonly inCell: Span } {
		const cell = this.cells.findLast((one) => one.start <= start);
		const by = cell?.start ?? 0;
		return { cell, inCell: { start: start - by, end: end - by } };
	}
}

/** The note that the file of a notebook holds. */
export function readNotebook(json: string, syntaxes: readonly CitationSyntax[]): Note {
	const notebook = new Notebook(json, syntaxes);
	const { cells } = notebook;
	const { frontMatter = NO_FRONT_MATTER } = cells[0]?.note ?? {};
	return {
		text: cells.map(({ note }) => note.text).join(BETWEEN_CELLS),
		syntaxes,
		isMdx: false,
		frontMatter:
			frontMatter === NO_FRONT_MATTER
				? frontMatter
				: { ...frontMatter, rangeInFile: (span) => notebook.rangeInFile(span) },
		citations: cells.flatMap(({ start, note }) => note.citations.map((citation) => movedCitation(citation, start))),
		misspellings: cells.flatMap(({ start, note }) =>
			note.misspellings.map((misspelling) => movedMisspelling(misspelling, start)),
		),
		notebook,
	};
}
