/**
 * What is at a place in a note or a corpus file, and which papers it means. All features that need the paper at a place
 * use this.
 */

import type { PaperRef } from '../corpus/corpus.ts';
import { type KeyMention, keyMentionAt } from '../corpus/formats/bibtex/keyMentions.ts';
import type { Citation, CitationItem } from '../notes/citation.ts';
import { citationAt, itemAt, linesOf, type Note } from '../notes/note.ts';
import { type LineStarts, lineStartsOf, offsetAt, positionAt } from '../util/lines.ts';
import { type Range, type Span, touches } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

interface Mentioned {
	/**
	 * The text that names the papers: the reference in a citation; a record's key, or its title if its format has no keys.
	 */
	readonly span: Span;
	/** Empty if the name is unknown, several if it is ambiguous. */
	readonly papers: readonly PaperRef[];
}

export interface CitationMention extends Mentioned {
	readonly kind: 'citation';
	readonly note: Note;
	readonly citation: Citation;
	readonly item: CitationItem;
}

/** Inside a citation but not at an item: in `@paper`, at a semicolon, between empty brackets. */
export interface BesidePapers extends Mentioned {
	readonly kind: 'besidePapers';
	/** The whole citation. */
	readonly span: Span;
	readonly papers: readonly [];
	readonly note: Note;
	readonly citation: Citation;
}

export interface RecordMention extends Mentioned {
	readonly kind: 'record';
	/** The key at the place; undefined if the record's format has no keys. */
	readonly key: string | undefined;
	/** The field that names the paper: `crossref`, a note's `paper`. Undefined if the place is in the record itself. */
	readonly field: string | undefined;
}

export type Mention = CitationMention | BesidePapers | RecordMention;

/** The citation or record at `offset`. In a corpus file, only while an editor has it open. */
export function mentionAt(workspace: WorkspaceView, uri: string, offset: number): Mention | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return recordMentionAt(view, uri, offset);
	}
	const found = itemAt(note, offset);
	if (found) {
		const { referenceSpan: span, reference } = found.item;
		return { kind: 'citation', note, ...found, span, papers: view.resolve(reference) };
	}
	const citation = citationAt(note, offset);
	if (!citation) {
		return frontMatterMentionAt(view, note, { uri, offset });
	}
	return { kind: 'besidePapers', note, citation, span: citation.span, papers: [] };
}

/** The paper that the note is about, or the key of one that the front matter lists. */
function frontMatterMentionAt(
	view: WorkspaceView,
	note: Note,
	{ uri, offset }: { readonly uri: string; readonly offset: number },
): RecordMention | undefined {
	const { paper } = note.frontMatter;
	if (paper && touches(paper.span, offset)) {
		return { kind: 'record', span: paper.span, key: paper.text, field: 'paper', papers: view.resolve(paper.text) };
	}
	const starts = linesOf(note);
	const record = offset < note.frontMatter.text.length && view.corpus.recordAt(uri, positionAt(starts, offset));
	const span = record && spanOf(starts, record.keyRange);
	return span && touches(span, offset)
		? { kind: 'record', span, key: record.paper.key, field: undefined, papers: [record.paper] }
		: undefined;
}

function spanOf(starts: LineStarts, { start, end }: Range): Span {
	return { start: offsetAt(starts, start), end: offsetAt(starts, end) };
}

function recordMentionAt(view: WorkspaceView, uri: string, offset: number): RecordMention | undefined {
	const text = view.openText(uri);
	const file = text === undefined ? undefined : view.corpus.files().find((one) => one.uri === uri);
	if (text === undefined || !file) {
		return undefined;
	}
	const starts = lineStartsOf(text);
	const record = view.corpus.recordAt(uri, positionAt(starts, offset));
	if (file.format === 'BibTeX') {
		const mention = keyMentionAt(text, offset);
		// If several records have this key, the record at this place is the one that is meant.
		const isOwn = mention?.field === undefined && record && holds(view, record.paper, mention?.key);
		return mention && { kind: 'record', ...mention, papers: isOwn ? [record.paper] : papersNamed(view, mention) };
	}
	const span = record && spanOf(starts, record.keyRange);
	return span && touches(span, offset)
		? { kind: 'record', span, key: undefined, field: undefined, papers: [record.paper] }
		: undefined;
}

/** References between BibTeX entries ignore case. */
function papersNamed(view: WorkspaceView, { key, field }: KeyMention): readonly PaperRef[] {
	const papers = view.resolve(key);
	return papers.length > 0 || field === undefined || field === 'ids' ? papers : view.corpus.resolveLoosely(key);
}

/**
 * Whether the indexed record is the one in the text. While someone types, the index is a moment behind and may hold
 * another record there.
 */
function holds(view: WorkspaceView, paper: PaperRef, key: string | undefined): boolean {
	return key !== undefined && view.resolve(key).some(({ id }) => id === paper.id);
}
