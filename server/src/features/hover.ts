import type { Paper } from '../corpus/corpus.ts';
import { itemAt } from '../notes/note.ts';
import type { Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { type Card, cardOf } from './card.ts';

export interface Hover {
	/** The one paper of the citation that the cursor is on. */
	readonly span: Span;
	/** One; several where the key is ambiguous. */
	readonly cards: readonly Card[];
}

/** The card of the paper cited at `offset`; nothing when the key is unknown (diagnostics say so). */
export function hover(view: WorkspaceView, uri: string, offset: number): Hover | undefined {
	const note = view.note(uri);
	const item = note && itemAt(note, offset)?.item;
	const cards = item ? view.resolve(item.reference).flatMap(({ id }) => cardFor(view, uri, view.corpus.paper(id))) : [];
	return item && cards.length > 0 ? { span: item.referenceSpan, cards } : undefined;
}

/** The card that documents a completion item. */
export function cardOfKey(view: WorkspaceView, uri: string, key: string): Card | undefined {
	return view.resolve(key).flatMap(({ id }) => cardFor(view, uri, view.corpus.paper(id)))[0];
}

function cardFor(view: WorkspaceView, uri: string, paper: Paper | undefined): Card[] {
	return paper ? [cardOf(paper, view.citing(paper.id), view.settings(uri).maxAbstractLength)] : [];
}
