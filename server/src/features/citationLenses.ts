/** Above each record of a corpus file: in how many notes its paper is cited. */

import type { Paper, PaperRef } from '../corpus/corpus.ts';
import type { Range } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { isPresent } from './presentNotes.ts';

export interface CitationLens {
	/** The record's key. */
	readonly range: Range;
	readonly notes: number;
}

/** Of a file with more records, only the papers that notes cite are looked up, and at most this many. */
const MAX_LOOKED_UP = 1000;

/** The records of the corpus file `uri` whose papers are cited. */
export function citationLenses(view: WorkspaceView, uri: string): CitationLens[] {
	// Editors ask at each edit, of notes too.
	if (view.note(uri)) {
		return [];
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
	return new Set(view.citing(id).flatMap(({ uri }) => (isPresent(uri) ? [uri] : []))).size;
}
