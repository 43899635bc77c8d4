/** Papers to cite at the cursor, found by whatever the writer has typed inside `@paper[`. */

import { byline } from '../corpus/byline.ts';
import type { ListedPaper, PaperSummary } from '../corpus/corpus.ts';
import { queryAt, scaffoldAt } from '../notes/query.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export interface Completion {
	readonly label: string;
	/** Stands after the label, dimmed. */
	readonly description: string;
	/** Stands at the end of the row or above the documentation. */
	readonly detail: string;
	/** The paper whose card documents the item; absent for the scaffold. */
	readonly key: string | undefined;
	readonly newText: string;
}

export interface Completions {
	/** What is replaced: the whole query, spaces included. */
	readonly span: Span;
	/** What has been typed of it, up to the cursor. */
	readonly query: string;
	/** Best first. */
	readonly items: readonly Completion[];
}

/** Nothing outside a citation, so that trigger characters cost nothing in running text. */
export function completions(view: WorkspaceView, uri: string, offset: number): Completions | undefined {
	const note = view.note(uri);
	if (!note) {
		return undefined;
	}
	const asked = queryAt(note, offset);
	if (!asked) {
		const span = scaffoldAt(note, offset);
		return span && { span, query: note.text.slice(span.start, offset), items: [scaffold] };
	}
	const { maxItems, label } = view.settings(uri);
	const options = { limit: maxItems, preferred: view.cited(uri) };
	const ending = asked.closed ? '' : ']';
	const items =
		label === 'title'
			? view.corpus.listed(asked.query, options).map((paper) => titled(paper, ending))
			: view.corpus.search(asked.query, options).papers.map((paper) => keyed(paper, ending));
	return { span: asked.span, query: asked.query, items };
}

const scaffold: Completion = {
	label: '@paper[…]',
	description: 'Cite a paper',
	detail: 'Paper Notes',
	key: undefined,
	newText: '@paper[',
};

function titled({ key, shortTitle, byline: description }: ListedPaper, ending: string): Completion {
	return { label: shortTitle || key, description, detail: key, key, newText: key + ending };
}

function keyed(paper: PaperSummary, ending: string): Completion {
	const { key, title } = paper;
	return { label: key, description: byline(paper), detail: title || key, key, newText: key + ending };
}
