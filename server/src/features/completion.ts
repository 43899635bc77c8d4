/** Papers to cite at the cursor, found by whatever the writer has typed inside `@paper[`. */

import type { PaperSummary } from '../corpus/corpus.ts';
import { queryAt, scaffoldAt } from '../notes/query.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { byline } from './byline.ts';

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
	const found = view.corpus.search(asked.query, { limit: maxItems, preferred: view.cited(uri) });
	const ending = asked.closed ? '' : ']';
	return {
		span: asked.span,
		query: asked.query,
		items: found.papers.map((paper) => toCompletion(paper, label, ending)),
	};
}

const scaffold: Completion = {
	label: '@paper[…]',
	description: 'Cite a paper',
	detail: 'Paper Notes',
	key: undefined,
	newText: '@paper[',
};

function toCompletion(paper: PaperSummary, label: 'title' | 'key', ending: string): Completion {
	const title = paper.title || paper.key;
	return {
		label: label === 'title' ? shortened(title) : paper.key,
		description: byline(paper),
		detail: label === 'title' ? paper.key : title,
		key: paper.key,
		newText: paper.key + ending,
	};
}

/** Characters of a title that leave room, in a list as wide as VS Code's, for who wrote it and when. */
const TITLE_LENGTH = 32;

/** Cut between words; the card beside the list has the whole title. */
function shortened(title: string): string {
	if (title.length <= TITLE_LENGTH) {
		return title;
	}
	const end = title.lastIndexOf(' ', TITLE_LENGTH);
	return `${title.slice(0, end > TITLE_LENGTH / 2 ? end : TITLE_LENGTH)}…`;
}
