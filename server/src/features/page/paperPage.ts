/** A readable page about one paper, as Markdown: what its record says, what the notes say where they cite it, its files. */

import type { Paper } from '../../corpus/corpus.ts';
import { creatorsOf, writtenName } from '../../corpus/names.ts';
import { markdownText, plainMarkdown } from '../../corpus/text/richText.ts';
import { cardMessages } from '../../messages/card.ts';
import { pageMessages } from '../../messages/page.ts';
import { sentenceAround } from '../../notes/sentence.ts';
import { baseName } from '../../util/baseName.ts';
import { lineStartsOf, offsetAt } from '../../util/lines.ts';
import { notebookOf } from '../../util/notebookCell.ts';
import { type PageSubject, pageUri } from '../../util/pageUri.ts';
import type { Span } from '../../util/span.ts';
import { richText } from '../../util/textKinds.ts';
import type { CitingPlace, WorkspaceView } from '../../workspace/view.ts';
import { type Card, cardOf } from '../card/card.ts';
import { isClear } from '../card/hover.ts';
import { fileLink, withKeysAsWritten } from '../card/renderCard.ts';
import { literatureNotes } from '../literatureNotes.ts';
import { mentionAt } from '../mention.ts';
import type { Definition } from '../navigation/definition.ts';
import { type At, beginningsOf } from '../navigation/paperPlaces.ts';
import { isPresent } from '../presentNotes.ts';

/** The pages of the papers named at a place. */
export function pagesAt(workspace: WorkspaceView, at: At): Definition[] {
	const view = workspace.in(at.uri);
	const papers = mentionAt(view, at.uri, at.offset)?.papers ?? [];
	const subjects = papers.map((paper) => {
		const key = view.keyOf(paper) ?? paper.key;
		return { key, keyIn: isClear(workspace, { id: paper.id, key }) ? undefined : at.uri };
	});
	return beginningsOf(view, at, subjects.map(pageUri));
}

/** A note that cites the paper, and where. */
export interface CitingNote {
	readonly uri: string;
	readonly places: readonly CitingPlace[];
}

export interface PageContent {
	readonly paper: Paper;
	readonly key: string;
	/** Uri of the note about the paper. */
	readonly literatureNote: string | undefined;
	readonly citing: readonly CitingNote[];
}

/** What the page shows; undefined if the key means no paper, or several. */
export function pageContent(workspace: WorkspaceView, { key, keyIn }: PageSubject): PageContent | undefined {
	const view = keyIn === undefined ? workspace : workspace.in(keyIn);
	const [ref, ...others] = view.resolve(key);
	const paper = ref && others.length === 0 ? view.corpus.paper(ref.id) : undefined;
	if (!paper) {
		return undefined;
	}
	const places = view.citing(paper.id).filter(({ uri }) => isPresent(uri));
	const byNote = Map.groupBy(places, ({ uri }) => uri);
	const citing = [...byNote].map(([uri, here]) => ({ uri, places: here.toSorted(byPosition) }));
	return { paper, key, literatureNote: literatureNotes(view, paper)[0], citing };
}

function byPosition({ range: { start: one } }: CitingPlace, { range: { start: other } }: CitingPlace): number {
	return one.line - other.line || one.character - other.character;
}

/** What stands on the page if the key means no paper, or several. */
export function noPage({ key }: PageSubject): string {
	return `${plainMarkdown(pageMessages.noPaper(key))}\n`;
}

/** Notes whose sentences a page shows, and places in each: more than anyone reads through. */
export const MAX_CITING_NOTES = 50;
const MAX_PLACES = 20;

/** More authors than this are counted. */
const MAX_AUTHORS = 200;

/** `textOf` gives the text of a note that cites the paper; undefined if it cannot be read. */
export function renderPage(content: PageContent, textOf: (uri: string) => string | undefined): string {
	const { paper, key, literatureNote } = content;
	const card = cardOf(paper, [], 0);
	const aliases = [paper.key, ...paper.aliases].filter((name) => name !== key);
	const facts = [
		plainMarkdown(pageMessages.key(key, aliases.join(', '))),
		...card.links.map(({ kind, url }) => `[${cardMessages.links[kind]}](${url})`),
		...(literatureNote === undefined ? [] : [`${pageMessages.literatureNote} ${noteLink(literatureNote)}`]),
	];
	const blocks = [
		`# ${card.title === undefined ? plainMarkdown(key) : markdownText(card.title)}`,
		markdownText(authorsOf(paper)),
		markdownText(card.published),
		facts.map((fact) => `- ${fact}`).join('\n'),
		card.abstract === '' ? '' : `## ${pageMessages.abstract}\n\n${markdownText(card.abstract)}`,
		citingBlock(content.citing, textOf),
		`## ${pageMessages.sources}\n\n${sourceLines(card)}`,
	];
	return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function authorsOf({ item, extra }: Paper) {
	const names = creatorsOf(item);
	const more = names.length > MAX_AUTHORS ? [cardMessages.andMore(names.length - MAX_AUTHORS)] : [];
	const others = more.length === 0 && extra.authorsTruncated ? [cardMessages.etAl] : more;
	return richText([names.slice(0, MAX_AUTHORS).map(writtenName).join(', '), ...others].join(' '));
}

function citingBlock(citing: readonly CitingNote[], textOf: (uri: string) => string | undefined): string {
	if (citing.length === 0) {
		return pageMessages.notCited;
	}
	const shown = citing.slice(0, MAX_CITING_NOTES);
	const more = citing.length - shown.length;
	return [
		`## ${pageMessages.citedIn(new Set(citing.map(({ uri }) => notebookOf(uri))).size)}`,
		...shown.map((note) => `### ${noteLink(note.uri)}\n\n${sentenceLines(note, textOf(note.uri))}`),
		...(more > 0 ? [pageMessages.moreNotes(more)] : []),
	].join('\n\n');
}

/** Each sentence once, although it may cite the paper twice. */
function sentenceLines({ uri, places }: CitingNote, text: string | undefined): string {
	const starts = text === undefined ? [] : lineStartsOf(text);
	const spanOf = ({ range }: CitingPlace): Span => ({
		start: offsetAt(starts, range.start),
		end: offsetAt(starts, range.end),
	});
	const shown = places.slice(0, MAX_PLACES);
	const sentences = new Map<string, number>();
	for (const place of shown) {
		const sentence = text === undefined ? place.text : sentenceAround(text, spanOf(place));
		sentences.set(sentence, sentences.get(sentence) ?? place.range.start.line + 1);
	}
	const lines = [...sentences].map(([sentence, line]) => {
		const words = markdownText(withKeysAsWritten(richText(sentence)));
		return `- [${pageMessages.line(line)}](${fileLink(uri, line)}): ${words.replace(/\s*\n\s*/g, ' ')}`;
	});
	const more = places.length - shown.length;
	return [...lines, ...(more > 0 ? [`- ${pageMessages.moreHere(more)}`] : [])].join('\n');
}

function noteLink(uri: string): string {
	return `[${plainMarkdown(baseName(uri))}](${fileLink(uri, 1)})`;
}

function sourceLines({ sources }: Card): string {
	return sources
		.map(({ name, uri, line, gives }) => {
			const link = `- [${plainMarkdown(name)}](${fileLink(uri, line)}), ${pageMessages.line(line)}`;
			return gives.length > 0 ? `${link}: ${gives.join(', ')}` : link;
		})
		.join('\n');
}
