/** The call hierarchy: a paper is called by the notes that cite it, and a note calls the papers that it cites. */

import { byline } from '../../corpus/byline.ts';
import type { PaperId, PaperRef } from '../../corpus/corpus.ts';
import { callMessages } from '../../messages/calls.ts';
import { baseName } from '../../util/baseName.ts';
import type { Range } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { placesIn } from '../exporting/citedInNotes.ts';
import { mentionAt } from '../mention.ts';
import { isPresent } from '../presentNotes.ts';
import type { At } from './paperPlaces.ts';

/** What an item stands for. A key may mean the paper in one note alone: `keyIn`. */
export type CallSubject = { readonly note: string } | { readonly key: string; readonly keyIn?: string | undefined };

export interface CallItem {
	/** `Vaswani et al. 2017`, or the name of a note. */
	readonly name: string;
	/** The title, or the folder of a note. */
	readonly detail: string;
	readonly uri: string;
	/** The whole record, or the beginning of the note. */
	readonly range: Range;
	readonly selection: Range;
	readonly subject: CallSubject;
}

export interface Call {
	/** The other end. */
	readonly item: CallItem;
	/** Where the caller cites. */
	readonly ranges: readonly Range[];
}

/** Most items below another: a tree with more is no help. */
const MAX_CALLS = 500;

const START = { line: 0, character: 0 };
const BEGINNING: Range = { start: START, end: START };

/** The papers named at a place; elsewhere in a note, the note. */
export function callItemsAt(workspace: WorkspaceView, { uri, offset }: At): CallItem[] {
	const view = workspace.in(uri);
	const mention = mentionAt(view, uri, offset);
	if (mention) {
		return mention.papers.flatMap((paper) => paperItem(view, paper, uri));
	}
	return view.note(uri) && isPresent(uri) ? [noteItem(uri)] : [];
}

/** The notes that cite a paper. Nothing calls a note. */
export function incomingCalls(workspace: WorkspaceView, subject: CallSubject): Call[] {
	return citingNotes(workspace, subject)
		.slice(0, MAX_CALLS)
		.map(([uri, ranges]) => ({ item: noteItem(uri), ranges }));
}

/** The papers that a note cites; of a paper, those that the notes which cite it cite as well, the most frequent first. */
export function outgoingCalls(workspace: WorkspaceView, subject: CallSubject): Call[] {
	if ('note' in subject) {
		return papersCitedIn(workspace, subject.note)
			.slice(0, MAX_CALLS)
			.flatMap(({ paper, ranges }) =>
				paperItem(workspace.in(subject.note), paper, subject.note).map((item) => ({ item, ranges })),
			);
	}
	const [own] = papersOf(workspace, subject);
	const ownRanges = own ? paperItem(workspace, own, subject.keyIn).map(({ selection }) => selection) : [];
	return citedTogether(workspace, subject)
		.slice(0, MAX_CALLS)
		.flatMap(({ paper, note, notes }) =>
			paperItem(workspace.in(note), paper, note).map((item) => ({
				item: { ...item, detail: callMessages.citedTogether(item.detail, notes) },
				ranges: ownRanges,
			})),
		);
}

function citedTogether(workspace: WorkspaceView, subject: CallSubject) {
	const own = papersOf(workspace, subject)[0]?.id;
	const together = new Map<PaperId, { readonly paper: PaperRef; readonly note: string; notes: number }>();
	for (const [note] of citingNotes(workspace, subject)) {
		for (const { paper } of papersCitedIn(workspace, note)) {
			const known = together.get(paper.id) ?? { paper, note, notes: 0 };
			known.notes += 1;
			together.set(paper.id, known);
		}
	}
	return [...together.values()].filter(({ paper }) => paper.id !== own).sort((one, other) => other.notes - one.notes);
}

function papersOf(workspace: WorkspaceView, subject: CallSubject): readonly PaperRef[] {
	if ('note' in subject) {
		return [];
	}
	return (subject.keyIn === undefined ? workspace : workspace.in(subject.keyIn)).resolve(subject.key);
}

/** Each note that cites the paper, with the places. */
function citingNotes(workspace: WorkspaceView, subject: CallSubject): (readonly [uri: string, ranges: Range[]])[] {
	const places = papersOf(workspace, subject).flatMap(({ id }) => workspace.citing(id));
	const byNote = Map.groupBy(
		places.filter(({ uri }) => isPresent(uri)),
		({ uri }) => uri,
	);
	return [...byNote].map(([uri, here]) => [uri, here.map(({ range }) => range)]);
}

/** Each paper that the note cites by a clear name, in the order of its first place. */
function papersCitedIn(
	workspace: WorkspaceView,
	uri: string,
): { readonly paper: PaperRef; readonly ranges: Range[] }[] {
	const view = workspace.in(uri);
	const cited = new Map<PaperId, { readonly paper: PaperRef; readonly ranges: Range[] }>();
	for (const { reference, range } of placesIn(view, uri)) {
		const [paper, ...others] = view.resolve(reference);
		if (paper && others.length === 0) {
			const known = cited.get(paper.id) ?? { paper, ranges: [] };
			known.ranges.push(range);
			cited.set(paper.id, known);
		}
	}
	return [...cited.values()];
}

/** None for a paper without a record, which is only being read. */
function paperItem(view: WorkspaceView, { id, key }: PaperRef, keyIn: string | undefined): CallItem[] {
	const summary = view.corpus.summary(id);
	const source = view.corpus.paper(id)?.sources[0];
	if (!summary || !source) {
		return [];
	}
	const name = byline(summary) || key;
	const named = view.keyOf({ id, key }) ?? key;
	const { uri, range, keyRange } = source;
	return [{ name, detail: summary.title, uri, range, selection: keyRange, subject: { key: named, keyIn } }];
}

function noteItem(uri: string): CallItem {
	const folder = baseName(uri.slice(0, uri.lastIndexOf('/')));
	return { name: baseName(uri), detail: folder, uri, range: BEGINNING, selection: BEGINNING, subject: { note: uri } };
}
