/** Names to go to: the citations of a note, the records of a corpus file, the papers of the whole corpus. */

import type { FileRecord, PaperRef } from '../../corpus/corpus.ts';
import { safeLine } from '../../messages/foreignText.ts';
import { linesOf } from '../../notes/note.ts';
import { rangeOf } from '../../util/lines.ts';
import type { Range } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

export interface FileSymbol {
	readonly name: string;
	/** Shown beside the name, less prominently. */
	readonly detail: string;
	/** The whole item or entry. */
	readonly range: Range;
	/** The reference, or the entry's key. */
	readonly selection: Range;
}

/** Outlines with more entries are of no use to people, and slow in editors. */
const MAX_SYMBOLS = 5000;

/**
 * Most citations of a note for which titles are looked up, at 0.06 ms each: editors ask for the outline again and again
 * while someone types, and each answer must be done within a frame.
 */
const MAX_TITLED = 100;

/** The citations of the note `uri`, or the records of the corpus file `uri`, in order, at most `MAX_SYMBOLS`. */
export function fileSymbols(workspace: WorkspaceView, uri: string): FileSymbol[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return view.corpus
			.recordsIn(uri)
			.slice(0, MAX_SYMBOLS)
			.map((record) => recordSymbol(view, record));
	}
	const starts = linesOf(note);
	const items = note.citations.flatMap((citation) => citation.items).slice(0, MAX_SYMBOLS);
	const isTitled = items.length <= MAX_TITLED;
	return items.map(({ reference, span, referenceSpan }) => {
		const [paper, ...others] = isTitled ? view.resolve(reference) : [];
		return {
			name: safeLine(reference),
			detail: paper && others.length === 0 ? titleOf(view, paper) : '',
			range: rangeOf(starts, span),
			selection: rangeOf(starts, referenceSpan),
		};
	});
}

function recordSymbol(view: WorkspaceView, { paper, range, keyRange }: FileRecord): FileSymbol {
	return { name: safeLine(paper.key), detail: titleOf(view, paper), range, selection: keyRange };
}

function titleOf({ corpus }: WorkspaceView, { id }: PaperRef): string {
	return corpus.summary(id)?.title ?? '';
}

export interface PaperSymbol {
	/** Author, year, title and key, so that editors which filter names themselves find each of them. */
	readonly name: string;
	/** Where the paper's first record is, and its key there. */
	readonly uri: string;
	readonly range: Range;
}

const MAX_PAPERS = 50;

/** The papers that `query` finds, the best first. It may use the whole language of queries. */
export function paperSymbols(view: WorkspaceView, query: string): PaperSymbol[] {
	const papers = view.corpus.listed(query, { limit: MAX_PAPERS, preferred: view.cited(undefined) });
	const places = view.corpus.firstPlaces(papers.map(({ id }) => id));
	return papers.flatMap((paper) => {
		const source = places.get(paper.id);
		const name = safeLine(`${paper.byline} ${paper.title} (${paper.key})`).trim();
		return source ? [{ name, uri: source.uri, range: source.keyRange }] : [];
	});
}
