/** Papers related to a paper, or to what a paragraph of a note says. */

import type { PaperId, PaperSummary, SampleText } from '../../corpus/corpus.ts';
import { sampleOf } from '../../corpus/sampleText.ts';
import { plainBlocks } from '../../notes/plainProse.ts';
import { paragraphAround } from '../../notes/sentence.ts';
import { type Span, shareText } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { writtenMentions } from '../mentions/writtenMentions.ts';
import type { FoundPaper } from '../searching/paperSearch.ts';

export interface RelatedQuery {
	readonly limit: number;
	/** The note in which each `key` means its paper, if any. */
	readonly uri: string | undefined;
}

/** The papers most like the one that `key` names; none if it names no paper, or several. */
export function papersLikePaper(workspace: WorkspaceView, key: string, query: RelatedQuery): FoundPaper[] {
	const view = viewOf(workspace, query);
	const [ref, ...others] = view.resolve(key);
	const paper = ref && others.length === 0 ? view.corpus.summary(ref.id) : undefined;
	return paper ? listed(view, sampleOf(paper), { ...query, without: new Set([paper.id]) }) : [];
}

/** The papers most like a text. */
export function papersLikeText(workspace: WorkspaceView, text: string, query: RelatedQuery): FoundPaper[] {
	return listed(viewOf(workspace, query), sampleText(text), { ...query, without: new Set() });
}

/**
 * The papers that the paragraphs of the open note `uri` that `within` touches may cite; a selection within one paragraph
 * stands for itself. What they cite already is left out, and the words of citations and the names of authors do not count.
 */
export function papersForParagraph(
	workspace: WorkspaceView,
	uri: string,
	{ within, limit }: { readonly within: Span; readonly limit: number },
): FoundPaper[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return [];
	}
	const paragraph = paragraphAround(note.text, within);
	const reach = { start: paragraph.start, end: Math.max(paragraph.end, paragraph.start + 1) };
	const blocks = plainBlocks(note, reach).filter(({ span }) => shareText(span, reach));
	const citations = note.citations.filter(({ span }) => shareText(span, reach));
	const cited = citations.flatMap(({ items }) => items.flatMap(({ reference }) => view.resolve(reference)));
	const text = blocks.map((block) => selectedText(block, within.end > within.start ? within : reach)).join('\n');
	const names = cited.flatMap(({ id }) => view.corpus.summary(id)?.families ?? []);
	const sample = sampleText(withoutNames(text, names));
	return listed(view, sample, { limit, uri, without: new Set(cited.map(({ id }) => id)) });
}

function viewOf(workspace: WorkspaceView, { uri }: RelatedQuery): WorkspaceView {
	return uri === undefined ? workspace : workspace.in(uri);
}

function sampleText(text: string): SampleText {
	return { title: '', body: text, families: [] };
}

function listed(
	view: WorkspaceView,
	sample: SampleText,
	{ uri, ...options }: RelatedQuery & { readonly without: ReadonlySet<PaperId> },
): FoundPaper[] {
	const cited = view.cited(uri);
	return view.corpus.related(sample, options).flatMap((paper: PaperSummary) => {
		const key = view.keyOf(paper);
		const marks = { title: [], abstract: [] };
		return key === undefined ? [] : [{ paper, key, citedHere: cited.get(paper.id) === 2, marks }];
	});
}

function selectedText({ span, text }: { readonly span: Span; readonly text: string }, within: Span): string {
	return text.slice(Math.max(within.start - span.start, 0), Math.max(within.end - span.start, 0));
}

/** `Zeng et al. (2025)`, and the names of those who wrote what is cited. */
function withoutNames(text: string, families: readonly string[]): string {
	const mentioned = writtenMentions(text).flatMap(({ kind, span }) =>
		kind === 'title' ? [] : [text.slice(span.start, span.end)],
	);
	return [...mentioned, ...families].reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, ' ')), text);
}
