import type { PaperId } from '../corpus/corpus.ts';
import { itemAt } from '../notes/note.ts';
import { lineStartsOf, positionAt } from '../util/lines.ts';
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
	if (!note || !item) {
		return undefined;
	}
	const here = { uri, line: positionAt(lineStartsOf(note.text), item.referenceSpan.start).line };
	const cards = view.resolve(item.reference).flatMap(({ id }) => cardFor(view, uri, id, here));
	return cards.length > 0 ? { span: item.referenceSpan, cards } : undefined;
}

/** The card that documents a completion item. */
export function cardOfKey(view: WorkspaceView, uri: string, key: string): Card | undefined {
	return view.resolve(key).flatMap(({ id }) => cardFor(view, uri, id))[0];
}

/** `here` is the line that the reader is on, which needs no telling. */
function cardFor(
	view: WorkspaceView,
	uri: string,
	id: PaperId,
	here?: { readonly uri: string; readonly line: number },
): Card[] {
	const paper = view.corpus.paper(id);
	const citing = view.citing(id).filter((place) => place.uri !== here?.uri || place.range.start.line !== here.line);
	return paper ? [cardOf(paper, citing, view.settings(uri).maxAbstractLength)] : [];
}
