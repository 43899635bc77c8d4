/** A note and the file it is in. In a notebook, the note's text is only a part of the file. */

import type { LineStarts } from '../util/lines.ts';
import { rangeOf } from '../util/lines.ts';
import type { Range, Span } from '../util/span.ts';
import type { CitationSyntax } from './citation.ts';
import { NO_FRONT_MATTER } from './frontMatter.ts';
import { movedCitation, movedMisspelling } from './moved.ts';
import { linesOf, type Note, readNote } from './note.ts';
import { Notebook } from './notebook/notebook.ts';

/** Whether the file of this URI is a notebook. False for a notebook's open cell. */
export function isNotebookName(uri: string): boolean {
	return /\.ipynb$/i.test(uri);
}

/** The note in the file `uri`, whose name decides how it is read. An open cell is read as any other Markdown. */
export function readNoteFile(uri: string, text: string, syntaxes: readonly CitationSyntax[]): Note {
	return isNotebookName(uri) ? readNotebook(text, syntaxes) : readNote(text, { syntaxes, isMdx: /\.mdx$/i.test(uri) });
}

/** The note that the file of a notebook holds. Nothing begins in one cell and ends in another. */
function readNotebook(json: string, syntaxes: readonly CitationSyntax[]): Note {
	const notebook = new Notebook(json);
	const { text } = notebook;
	const cells = notebook.cells.map(({ start, end }) => ({
		start,
		note: readNote(text.slice(start, end), { syntaxes }),
	}));
	const { frontMatter = NO_FRONT_MATTER } = cells[0]?.note ?? {};
	const rangeInFile = (span: Span): Range => notebook.rangeInFile(span);
	return {
		text,
		syntaxes,
		isMdx: false,
		frontMatter: frontMatter === NO_FRONT_MATTER ? frontMatter : { ...frontMatter, rangeInFile },
		citations: cells.flatMap(({ start, note }) => note.citations.map((one) => movedCitation(one, start))),
		misspellings: cells.flatMap(({ start, note }) => note.misspellings.map((one) => movedMisspelling(one, start))),
		notebook,
	};
}

/** The text of the note's file, and where its lines begin. */
export function fileOf(note: Note): { readonly text: string; readonly lines: LineStarts } {
	const { notebook } = note;
	return notebook ? { text: notebook.json, lines: notebook.lines } : { text: note.text, lines: linesOf(note) };
}

/** Where a span of the note is in its file. */
export function rangeInFile(note: Note, span: Span): Range {
	return note.notebook?.rangeInFile(span) ?? rangeOf(linesOf(note), span);
}

interface NoteEdit {
	readonly span: Span;
	readonly newText: string;
}

/** Edits of the note as edits of its file. */
export function editsInFile(note: Note, edits: readonly NoteEdit[]): readonly NoteEdit[] {
	const { notebook } = note;
	return notebook ? edits.flatMap((edit) => notebook.editsInFile(edit)) : edits;
}

/** The parts of a note that are parsed each on its own: the cells of a notebook, else the whole note. */
export function partsOf(note: Note): readonly { readonly start: number; readonly note: Note }[] {
	const { notebook, text } = note;
	return (
		notebook?.cells.map(({ start, end }) => ({ start, note: readNote(text.slice(start, end), note) })) ?? [
			{ start: 0, note },
		]
	);
}
