import type { Paper } from '../../corpus/corpus.ts';
import { creatorsOf, displayName } from '../../corpus/names.ts';
import type { CitingPlace, WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';
import { type AttachedPdf, attachedPdfs } from './attachedPdfs.ts';
import { lastingAddress, paperLinks } from './paperLinks.ts';

export interface PaperDetails {
	readonly paper: Paper;
	readonly citedBy: readonly CitingPlace[];
	/** The most lasting address where it can be read. */
	readonly url: string | undefined;
	readonly pdfs: readonly AttachedPdf[];
	/** The PDF on the web. */
	readonly pdfUrl: string | undefined;
	/** All of its people by name, plain. */
	readonly authors: readonly string[];
}

/** Everything known of the one paper that `name` means; nothing when it means none or several. */
export function paperDetails(view: WorkspaceView, name: string): PaperDetails | undefined {
	const [ref, ...others] = view.resolve(name);
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	return paper && detailsOf(view, paper);
}

function detailsOf(view: WorkspaceView, paper: Paper): PaperDetails {
	const links = paperLinks(paper);
	return {
		paper,
		citedBy: view.citing(paper.id),
		url: lastingAddress(links),
		pdfs: attachedPdfs(paper, view.home),
		pdfUrl: links.find(({ kind }) => kind === 'pdf')?.url,
		authors: creatorsOf(paper.item).map(displayName),
	};
}

/** The same for the paper cited or recorded at `offset`. */
export function paperDetailsAt(view: WorkspaceView, uri: string, offset: number): PaperDetails | undefined {
	const [ref, ...others] = mentionAt(view, uri, offset)?.papers ?? [];
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	return paper && detailsOf(view, paper);
}
