import type { PaperId, PaperRef } from '../../corpus/corpus.ts';
import { linesOf } from '../../notes/note.ts';
import { otherForms } from '../../notes/otherForms.ts';
import { positionAt } from '../../util/lines.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { literatureNotes } from '../literatureNotes.ts';
import { mentionAt } from '../mention.ts';
import { type Card, cardOf } from './card.ts';

export interface Hover {
	/** The text under the cursor that names the paper. */
	readonly span: Span;
	/** One card, or several if the key is ambiguous. */
	readonly cards: readonly Card[];
}

/** The cards of the paper cited or recorded at `offset`; undefined if the key is unknown, which diagnostics report. */
export function hover(workspace: WorkspaceView, uri: string, offset: number): Hover | undefined {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind !== 'citation') {
		const cards = mention?.papers.flatMap(({ id }) => cardFor(workspace, uri, id)) ?? [];
		return mention && cards.length > 0 ? { span: mention.span, cards } : undefined;
	}
	const { note, span, papers } = mention;
	const position = positionAt(linesOf(note), span.start);
	const cards = papers.flatMap(({ id }) => cardFor(workspace, uri, id, { uri, line: position.line }));
	const modes = otherForms({ text: note.text, ...mention }).map(({ mode }) => mode);
	const [card] = cards;
	if (card && cards.length === 1 && modes.length > 0) {
		return { span, cards: [{ ...card, forms: { uri, position, modes } }] };
	}
	return cards.length > 0 ? { span, cards } : undefined;
}

/** The card that documents a completion item. */
export function cardOfKey(workspace: WorkspaceView, uri: string, key: string): Card | undefined {
	const view = workspace.in(uri);
	return view.resolve(key).flatMap(({ id }) => cardFor(workspace, uri, id))[0];
}

/** Whether the key means this paper in every note. */
export function isClear(workspace: WorkspaceView, { id, key }: PaperRef): boolean {
	const [only, ...others] = workspace.resolve(key);
	return only?.id === id && others.length === 0;
}

/** `here` is the line under the cursor, which the card does not list as a citing line. */
function cardFor(
	workspace: WorkspaceView,
	uri: string,
	id: PaperId,
	here?: { readonly uri: string; readonly line: number },
): Card[] {
	const view = workspace.in(uri);
	const paper = view.corpus.paper(id);
	if (!paper) {
		return [];
	}
	const citing = view.citing(id).filter((place) => place.uri !== here?.uri || place.range.start.line !== here.line);
	const card = cardOf(paper, citing, view.settings(uri).maxAbstractLength);
	const key = view.keyOf(paper) ?? paper.key;
	const literatureNote = literatureNotes(view, paper).find((note) => note !== uri);
	return [{ ...card, key, literatureNote, ...(isClear(workspace, { id, key }) ? {} : { keyIn: uri }) }];
}
