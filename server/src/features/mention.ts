/** What stands at a place, in a note or in a corpus file, and which papers are meant. Whoever asks for a place asks here. */

import type { PaperRef } from '../corpus/corpus.ts';
import { type KeyMention, keyMentionAt } from '../corpus/formats/bibtex/keyMentions.ts';
import type { Citation, CitationItem } from '../notes/citation.ts';
import { citationAt, itemAt, type Note } from '../notes/note.ts';
import { lineStartsOf, offsetAt, positionAt } from '../util/lines.ts';
import { type Span, touches } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';

interface Mentioned {
	/** What names the papers: the reference in a citation; a record's key, or its title where its format has no keys. */
	readonly span: Span;
	/** None where the name is unknown, several where it is ambiguous. */
	readonly papers: readonly PaperRef[];
}

export interface CitationMention extends Mentioned {
	readonly kind: 'citation';
	readonly note: Note;
	readonly citation: Citation;
	readonly item: CitationItem;
}

/** Inside a citation but at none of its papers: in `@paper`, at a semicolon, between empty brackets. */
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
	/** The name that stands there; undefined where the record's format has no keys. */
	readonly key: string | undefined;
	/** Which field names the paper: `crossref`; undefined where a record stands itself. */
	readonly field: string | undefined;
}

export type Mention = CitationMention | BesidePapers | RecordMention;

/** The citation or record that `offset` is at; of a corpus file only while an editor has it open. */
export function mentionAt(view: WorkspaceView, uri: string, offset: number): Mention | undefined {
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
	return citation && { kind: 'besidePapers', note, citation, span: citation.span, papers: [] };
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
		// Another record may have the same key: the one that stands here is meant.
		const isOwn = mention?.field === undefined && record && holds(view, record.paper, mention?.key);
		return mention && { kind: 'record', ...mention, papers: isOwn ? [record.paper] : papersNamed(view, mention) };
	}
	const span = record && {
		start: offsetAt(starts, record.keyRange.start),
		end: offsetAt(starts, record.keyRange.end),
	};
	return span && touches(span, offset)
		? { kind: 'record', span, key: undefined, field: undefined, papers: [record.paper] }
		: undefined;
}

/** Between entries BibTeX does not regard the case of letters. */
function papersNamed(view: WorkspaceView, { key, field }: KeyMention): readonly PaperRef[] {
	const papers = view.resolve(key);
	return papers.length > 0 || field === undefined || field === 'ids' ? papers : view.corpus.resolveLoosely(key);
}

/** While somebody types, the index is a moment behind: the record that it has there may be another one. */
function holds(view: WorkspaceView, paper: PaperRef, key: string | undefined): boolean {
	return key !== undefined && view.resolve(key).some(({ id }) => id === paper.id);
}
