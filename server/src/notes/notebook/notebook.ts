/**
 * The file of a notebook as a note: the text of its prose cells, with a blank line between two, and the way from there to
 * the places in its JSON.
 */

import { notebookMessages } from '../../messages/notebookMessages.ts';
import { type LineStarts, lineStartsOf, rangeOf } from '../../util/lines.ts';
import type { ProblemCode } from '../../util/problem.ts';
import type { Range, Span } from '../../util/span.ts';
import { type CellEdit, CellText } from './cellText.ts';
import { notebookCells } from './notebookCells.ts';

const BETWEEN_CELLS = '\n\n';

/** A cell in the note's text. */
interface Cell extends Span {
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
	/** The text of the note. */
	readonly text: string;
	/** Where the cells are in the text, in order. */
	readonly cells: readonly Cell[];
	readonly #fault: { readonly message: string; readonly offset: number } | undefined;
	#lines: LineStarts | undefined;

	constructor(json: string) {
		const { cells, fault } = notebookCells(json);
		let end = -BETWEEN_CELLS.length;
		this.json = json;
		this.cells = cells.map((strings) => {
			const source = new CellText(json, strings);
			const start = end + BETWEEN_CELLS.length;
			end = start + source.text.length;
			return { start, end, source };
		});
		this.text = this.cells.map(({ source }) => source.text).join(BETWEEN_CELLS);
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

	/** Where a span of the text, which lies in one cell, is in the file. */
	rangeInFile(span: Span): Range {
		const { cell, inCell } = this.#cellAt(span);
		return rangeOf(this.lines, cell?.source.inFile(inCell) ?? { start: 0, end: 0 });
	}

	/** An edit of the text in one cell, as edits inside the strings of the file. */
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
