import type { PaperId } from '../../corpus/corpus.ts';
import { itemAt } from '../../notes/note.ts';
import { otherForms } from '../../notes/otherForms.ts';
import { lineStartsOf, positionAt } from '../../util/lines.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
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
	const cited = note && itemAt(note, offset);
	if (!cited) {
		return undefined;
	}
	const { item } = cited;
	const position = positionAt(lineStartsOf(note.text), item.referenceSpan.start);
	const cards = view.resolve(item.reference).flatMap(({ id }) => cardFor(view, uri, id, { uri, line: position.line }));
	const modes = otherForms({ text: note.text, ...cited }).map(({ mode }) => mode);
	const [card] = cards;
	if (card && cards.length === 1 && modes.length > 0) {
		return { span: item.referenceSpan, cards: [{ ...card, forms: { uri, position, modes } }] };
	}
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
