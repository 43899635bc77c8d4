/** Where a paper is written about, and where it can be read: its literature notes, and its PDF files. */

import type { Paper } from '../../corpus/corpus.ts';
import type { Range } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { type AttachedPdf, attachedPdfs } from '../card/attachedPdfs.ts';
import { literatureNotes } from '../literatureNotes.ts';
import { mentionAt } from '../mention.ts';
import type { Definition } from './definition.ts';

/** A place in a note or a corpus file. */
export interface At {
	readonly uri: string;
	readonly offset: number;
}

/** The literature notes of the papers named at a place. */
export function literatureNotesAt(workspace: WorkspaceView, at: At): Definition[] {
	const view = workspace.in(at.uri);
	return beginningsOf(view, at, new Set(papersAt(view, at).flatMap((paper) => literatureNotes(view, paper))));
}

/** The PDF files of the papers named at a place, each with all places where it may be. */
export function pdfsAt(workspace: WorkspaceView, at: At): AttachedPdf[] {
	const view = workspace.in(at.uri);
	return papersAt(view, at).flatMap((paper) => attachedPdfs(paper, view.home));
}

function papersAt(view: WorkspaceView, { uri, offset }: At): Paper[] {
	return (mentionAt(view, uri, offset)?.papers ?? []).flatMap(({ id }) => view.corpus.paper(id) ?? []);
}

const START = { line: 0, character: 0 };
const BEGINNING: Range = { start: START, end: START };

/** The beginnings of `files`, to which the name at the place leads. */
export function beginningsOf(workspace: WorkspaceView, { uri, offset }: At, files: Iterable<string>): Definition[] {
	const origin = mentionAt(workspace, uri, offset)?.span ?? { start: offset, end: offset };
	return [...files].map((file) => ({ origin, uri: file, range: BEGINNING, selection: BEGINNING }));
}
