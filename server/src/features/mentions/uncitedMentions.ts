/** Papers of the corpus that the words of a note mention, in a paragraph that does not cite them. */

import type { Corpus, PaperRef, PaperSummary } from '../../corpus/corpus.ts';
import { fixTitles } from '../../messages/citations.ts';
import { insertionAt } from '../../notes/insertion.ts';
import type { Note } from '../../notes/note.ts';
import { type PlainBlock, plainBlocks } from '../../notes/plainProse.ts';
import { foldText } from '../../util/fold.ts';
import { overlaps, type Span, shareText } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Edit, Fix } from '../findings/finding.ts';
import { bibliographySpan } from '../rendering/bibliographyBlock.ts';
import { type WrittenMention, writtenMentions } from './writtenMentions.ts';

export interface UncitedMention {
	/** The words that mention it. */
	readonly span: Span;
	readonly paper: PaperSummary;
	/** The key that means it in this note. */
	readonly key: string;
	/** Cites it behind these words. */
	readonly edit: Edit;
}

/** In characters: a few screens. Editors ask for what they show. */
const MAX_LENGTH = 50_000;

/** Searches in one answer, at some milliseconds each. What an answer has found out is known to the next. */
const MAX_SEARCHES = 40;

/** The mentions that touch `within` in the open note `uri`; none unless the settings ask for them. */
export function uncitedMentions(workspace: WorkspaceView, uri: string, within: Span): UncitedMention[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note || !view.settings(uri).mentions) {
		return [];
	}
	const lookup = lookupIn(view);
	const asked = { start: within.start, end: Math.min(within.end, within.start + MAX_LENGTH) };
	// The note's own bibliography names every paper.
	const list = bibliographySpan(note);
	return plainBlocks(note, { start: lineStart(note.text, asked.start), end: asked.end + 1 })
		.flatMap((block) => mentionsIn(view, note, { block, lookup }))
		.filter(({ span }) => overlaps(span, asked) && !(list && overlaps(span, list)));
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

/** For the light bulb. */
export function mentionFixes(workspace: WorkspaceView, uri: string, span: Span): Fix[] {
	return uncitedMentions(workspace, uri, span).map(({ key, edit }) => ({
		title: fixTitles.cite(key),
		edits: [edit],
		preferred: false,
	}));
}

interface Looking {
	readonly block: PlainBlock;
	readonly lookup: Lookup;
}

/** Each paper once in a paragraph, where it is mentioned first. */
function mentionsIn(view: WorkspaceView, note: Note, { block, lookup }: Looking): UncitedMention[] {
	const cited = note.citations.filter(({ span }) => shareText(span, block.span)).flatMap(({ items }) => items);
	const named = new Set(cited.flatMap(({ reference }) => view.resolve(reference).map(({ id }) => id)));
	return writtenMentions(block.text).flatMap((written) => {
		const paper = lookup(written);
		const summary = paper && !named.has(paper.id) ? view.corpus.summary(paper.id) : undefined;
		const key = summary && view.keyOf(summary);
		if (!paper || !summary || key === undefined) {
			return [];
		}
		named.add(paper.id);
		const span = { start: block.span.start + written.span.start, end: block.span.start + written.span.end };
		return [{ span, paper: summary, key, edit: citingEdit(note, span.end, key) }];
	});
}

function citingEdit(note: Note, end: number, key: string): Edit {
	const { span, newText } = insertionAt(note, { start: end, end }, [key]);
	return { span, newText: newText.startsWith(' ') ? newText : ` ${newText}` };
}

/** The one paper that is mentioned; undefined for none, and for several. */
type Lookup = (written: WrittenMention) => PaperRef | undefined;

/** What has been searched for in one state of a corpus. */
const known = new WeakMap<Corpus, { readonly version: number; readonly papers: Map<string, PaperRef | undefined> }>();

function lookupIn(view: WorkspaceView): Lookup {
	const { corpus } = view;
	const before = known.get(corpus);
	const now = before?.version === corpus.version ? before : { version: corpus.version, papers: new Map() };
	known.set(corpus, now);
	let searches = 0;
	return (written) => {
		if (written.kind === 'identifier') {
			return only(view.resolve(written.name));
		}
		const asked = JSON.stringify({ ...written, span: undefined });
		if (!now.papers.has(asked) && searches < MAX_SEARCHES) {
			searches += 1;
			now.papers.set(asked, written.kind === 'title' ? titled(corpus, written.title) : byPeople(corpus, written));
		}
		return now.papers.get(asked);
	};
}

function only<T>(papers: readonly T[]): T | undefined {
	return papers.length === 1 ? papers[0] : undefined;
}

/** Of titles with fewer words there are many, and a sentence may hold them by chance. */
const MIN_TITLE_WORDS = 3;

function titled(corpus: Corpus, written: string): PaperRef | undefined {
	const title = foldedTitle(written);
	if (title.split(' ').length < MIN_TITLE_WORDS) {
		return undefined;
	}
	const query = `title:"${title.replaceAll('"', ' ')}"`;
	return only(corpus.search(query, { limit: 10 }).papers.filter((paper) => foldedTitle(paper.title) === title));
}

function foldedTitle(title: string): string {
	return foldText(title)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

type People = WrittenMention & { readonly kind: 'people' };

function byPeople(corpus: Corpus, { first, second, others, year }: People): PaperRef | undefined {
	const { papers } = corpus.search(`author:"${first}" year:${year}`, { limit: 50 });
	const isSame = (family: string | undefined, written: string): boolean =>
		family !== undefined && foldText(family) === foldText(written);
	return only(
		papers.filter(
			({ families, authorsTruncated, year: published }) =>
				published === year &&
				isSame(families[0], first) &&
				(second === undefined || (isSame(families[1], second) && families.length === 2)) &&
				(!others || families.length > 2 || authorsTruncated) &&
				(others || second !== undefined || (families.length === 1 && !authorsTruncated)),
		),
	);
}
