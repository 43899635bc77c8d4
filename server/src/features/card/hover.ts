import type { PaperId, PaperRef, PaperSummary } from '../../corpus/corpus.ts';
import { locatorText } from '../../messages/locators.ts';
import type { CitationItem } from '../../notes/citation.ts';
import { locatorsIn, pageOf } from '../../notes/locator.ts';
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
	/** All papers of a citation of several, if the cursor is at none of them. Then there are no cards. */
	readonly list?: readonly ListedItem[];
}

/** A paper of a citation. */
export interface ListedItem {
	/** As written. */
	readonly key: string;
	/** Undefined for a key that means no paper, or several. */
	readonly paper: PaperSummary | undefined;
}

/** The cards of the paper cited or recorded at `offset`; undefined if the key is unknown, which diagnostics report. */
export function hover(workspace: WorkspaceView, uri: string, offset: number): Hover | undefined {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	if (mention?.kind === 'besidePapers') {
		const list = mention.citation.items.map(({ reference }) => listedItem(view, reference));
		return list.length > 1 ? { span: mention.span, cards: [], list } : undefined;
	}
	if (mention?.kind !== 'citation') {
		const cards = mention?.papers.flatMap(({ id }) => cardFor(workspace, uri, id)) ?? [];
		return mention && cards.length > 0 ? { span: mention.span, cards } : undefined;
	}
	const { note, span, papers } = mention;
	const position = positionAt(linesOf(note), span.start);
	const here = { uri, line: position.line };
	const former = papers.length === 0 ? view.formerly(mention.item.reference) : undefined;
	if (former) {
		const formerKey = mention.item.reference;
		return { span, cards: cardFor(workspace, uri, former.paper.id, here).map((card) => ({ ...card, formerKey })) };
	}
	const cards = papers.flatMap(({ id }) => cardFor(workspace, uri, id, here));
	const modes = otherForms({ text: note.text, ...mention }).map(({ mode }) => mode);
	const forms = cards.length === 1 && modes.length > 0 ? { forms: { uri, position, modes } } : {};
	const part = partCited(mention.item);
	return cards.length > 0 ? { span, cards: cards.map((card) => ({ ...card, ...part, ...forms })) } : undefined;
}

/** What the citation says of the part of the paper. */
function partCited({ locator }: CitationItem): Pick<Card, 'citedAt' | 'page'> {
	const locators = locatorsIn(locator?.text ?? '');
	const parts = locators.map(({ term, value, isSeveral }) => locatorText(term, value, isSeveral));
	return parts.length > 0 ? { citedAt: parts.join(', '), page: pageOf(locators) } : {};
}

function listedItem(view: WorkspaceView, key: string): ListedItem {
	const [paper, ...others] = view.resolve(key);
	return { key, paper: paper && others.length === 0 ? view.corpus.summary(paper.id) : undefined };
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
