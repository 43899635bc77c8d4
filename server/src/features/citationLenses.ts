/** Above each record of a corpus file, and above what a literature note is about: in how many notes the paper is cited. */

import type { Paper, PaperRef } from '../corpus/corpus.ts';
import { linesOf, type Note } from '../notes/note.ts';
import { rangeOf } from '../util/lines.ts';
import { notebookOf } from '../util/notebookCell.ts';
import type { Range } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { isPresent } from './presentNotes.ts';

export interface CitationLens {
	/** The record's key, or that in the note's front matter. */
	readonly range: Range;
	readonly notes: number;
}

/** Of a file with more records, only the papers that notes cite are looked up, and at most this many. */
const MAX_LOOKED_UP = 1000;

/** The records of the corpus file `uri` whose papers are cited, or the paper that the note `uri` is about. */
export function citationLenses(view: WorkspaceView, uri: string): CitationLens[] {
	// Editors ask at each edit, of notes too.
	const note = view.note(uri);
	if (note) {
		return lensOfNote(view.in(uri), note);
	}
	const cited = view.cited(undefined);
	const file = view.corpus.files().find((one) => one.uri === uri);
	if (!file || cited.size === 0) {
		return [];
	}
	const records = file.papers > MAX_LOOKED_UP ? citedRecords(view, uri) : view.corpus.recordsIn(uri);
	return records
		.filter(({ paper }) => cited.has(paper.id))
		.map(({ paper, keyRange }) => ({ range: keyRange, notes: notesCiting(view, paper) }))
		.filter(({ notes }) => notes > 0);
}

function lensOfNote(view: WorkspaceView, note: Note): CitationLens[] {
	const { paper: named } = note.frontMatter;
	const [paper, ...others] = named ? view.resolve(named.text) : [];
	const notes = paper && others.length === 0 ? notesCiting(view, paper) : 0;
	return named && notes > 0 ? [{ range: rangeOf(linesOf(note), named.span), notes }] : [];
}

function citedRecords(view: WorkspaceView, uri: string): { readonly paper: Paper; readonly keyRange: Range }[] {
	return [...view.cited(undefined).keys()]
		.slice(0, MAX_LOOKED_UP)
		.map((id) => view.corpus.paper(id))
		.filter((paper) => paper !== undefined)
		.flatMap((paper) =>
			paper.sources.filter((source) => source.uri === uri).map(({ keyRange }) => ({ paper, keyRange })),
		);
}

function notesCiting(view: WorkspaceView, { id }: PaperRef): number {
	return new Set(view.citing(id).flatMap(({ uri }) => (isPresent(uri) ? [notebookOf(uri)] : []))).size;
}
