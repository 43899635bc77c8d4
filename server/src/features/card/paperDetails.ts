import type { Paper } from '../../corpus/corpus.ts';
import { creatorsOf, displayName } from '../../corpus/names.ts';
import { locatorsIn, pageOf } from '../../notes/locator.ts';
import type { CitingPlace, WorkspaceView } from '../../workspace/view.ts';
import { mentionAt } from '../mention.ts';
import { type AttachedPdf, attachedPdfs } from './attachedPdfs.ts';
import { lastingAddress, paperLinks } from './paperLinks.ts';

export interface PaperDetails {
	readonly paper: Paper;
	/** The key by which the note cites the paper, and its other names. */
	readonly key: string;
	readonly aliases: readonly string[];
	readonly citedBy: readonly CitingPlace[];
	/** The most permanent URL of the paper. */
	readonly url: string | undefined;
	readonly pdfs: readonly AttachedPdf[];
	/** URL of the PDF on the web. */
	readonly pdfUrl: string | undefined;
	/** Names of all authors, as plain text. */
	readonly authors: readonly string[];
	/** The page at which the citation at the place cites it. */
	readonly page?: number | undefined;
}

/**
 * All details of the paper that `name` means, in the note `uri` or in no note in particular; undefined if it means none or
 * several.
 */
export function paperDetails(workspace: WorkspaceView, name: string, uri?: string): PaperDetails | undefined {
	const view = uri === undefined ? workspace : workspace.in(uri);
	const [ref, ...others] = view.resolve(name);
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	return paper && detailsOf(view, paper);
}

function detailsOf(view: WorkspaceView, paper: Paper): PaperDetails {
	const links = paperLinks(paper);
	const key = view.keyOf(paper) ?? paper.key;
	return {
		paper,
		key,
		aliases: [paper.key, ...paper.aliases].filter((name) => name !== key),
		citedBy: view.citing(paper.id),
		url: lastingAddress(links),
		pdfs: attachedPdfs(paper, view.home),
		pdfUrl: links.find(({ kind }) => kind === 'pdf')?.url,
		authors: creatorsOf(paper.item).map(displayName),
	};
}

/** The same for the paper cited or recorded at `offset`. */
export function paperDetailsAt(workspace: WorkspaceView, uri: string, offset: number): PaperDetails | undefined {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	const [ref, ...others] = mention?.papers ?? [];
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	const locator = mention?.kind === 'citation' ? mention.item.locator : undefined;
	return paper && { ...detailsOf(view, paper), page: locator && pageOf(locatorsIn(locator.text)) };
}
