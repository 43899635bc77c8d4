/** What notes cite, ready to be written to a bibliography. */

import type { Paper, PaperId } from '../../corpus/corpus.ts';
import type { ExportedPaper } from '../../corpus/writers/exportedPaper.ts';
import { exportMessages } from '../../messages/export.ts';
import { doubtsIn } from '../../notes/doubt.ts';
import type { Note } from '../../notes/note.ts';
import { rangeInFile } from '../../notes/noteFile.ts';
import { isSameKey } from '../../syntax/key.ts';
import type { Range } from '../../util/span.ts';
import { isOfFrontMatter } from '../../workspace/frontMatterPapers.ts';
import type { CitedPlace, WorkspaceView } from '../../workspace/view.ts';
import { isMeantAsKey } from '../findings/likelyKeys.ts';

/** A citation that is not part of the bibliography, and why. */
export interface LeftOut {
	readonly uri: string;
	readonly range: Range;
	readonly message: string;
}

export interface CitedInNotes {
	/** Each paper once, in the order of their keys, with the keys that the notes use. */
	readonly papers: readonly ExportedPaper[];
	/** In the order of the notes and of their places. */
	readonly leftOut: readonly LeftOut[];
}

/** The papers that the notes `uris` cite. */
export function citedInNotes(workspace: WorkspaceView, uris: readonly string[]): CitedInNotes {
	const cited = new Map<PaperId | string, CitedPaper>();
	const leftOut: LeftOut[] = [];
	for (const uri of uris.toSorted()) {
		const view = workspace.in(uri);
		for (const place of placesIn(view, uri)) {
			const papers = view.resolve(place.reference);
			const [paper] = papers.length === 1 ? papers.flatMap(({ id }) => view.corpus.paper(id) ?? []) : [];
			if (paper) {
				add(cited, { view, paper, place: { uri, ...place } });
			} else if (papers.length > 0 || isMeantAsKey(view, uri, place)) {
				leftOut.push({ uri, range: place.range, message: complaint(place.reference, papers.length) });
			}
		}
	}
	return withoutNamesakes([...cited.values()], leftOut);
}

interface Found {
	readonly view: WorkspaceView;
	readonly paper: Paper;
	readonly place: CitedPlace & { readonly uri: string };
}

function add(cited: Map<PaperId | string, CitedPaper>, { view, paper, place }: Found): void {
	// A paper of a front matter is numbered in its note alone.
	const id = isOfFrontMatter(paper.id) ? `${place.uri} ${paper.id}` : paper.id;
	const known = cited.get(id) ?? { paper, key: view.keyOf(paper) ?? paper.key, names: new Set<string>(), place };
	known.names.add(place.reference);
	cited.set(id, known);
}

function complaint(reference: string, papers: number): string {
	return papers === 0 ? exportMessages.unknown(reference) : exportMessages.ambiguous(reference);
}

interface CitedPaper {
	readonly paper: Paper;
	/** The key by which a citation in the first of the notes means the paper. */
	readonly key: string;
	/** All references to it, as written. */
	readonly names: Set<string>;
	/** Where it is cited first. */
	readonly place: { readonly uri: string; readonly range: Range };
}

/** What the note cites, in the order of the places. */
export function placesIn(view: WorkspaceView, uri: string): readonly CitedPlace[] {
	const note = view.note(uri);
	const places = note ? placesInOpen(note) : [...view.closedPlaces(uri)];
	return places.sort(
		({ range: { start: one } }, { range: { start: other } }) =>
			one.line - other.line || one.character - other.character,
	);
}

function placesInOpen(note: Note): CitedPlace[] {
	const doubtOf = doubtsIn(note);
	return note.citations.flatMap((citation) =>
		citation.items.map((item) => ({
			reference: item.reference,
			range: rangeInFile(note, item.referenceSpan),
			doubt: doubtOf(citation, item),
		})),
	);
}

/** Two libraries may have different papers under one key, of which a bibliography can have only the first. */
function withoutNamesakes(cited: readonly CitedPaper[], leftOut: readonly LeftOut[]): CitedInNotes {
	const papers = new Map<string, ExportedPaper>();
	const namesakes: LeftOut[] = [];
	for (const one of cited) {
		const paper = exportedPaper(one.paper, one.key, one.names);
		if (papers.has(paper.key)) {
			const { uri, range } = one.place;
			namesakes.push({ uri, range, message: exportMessages.namesake(paper.key) });
		} else {
			papers.set(paper.key, paper);
		}
	}
	const inOrder = [...papers.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
	return { papers: inOrder, leftOut: [...leftOut, ...namesakes] };
}

/** The paper under its key or, if notes use only other names for it, under one of those. */
export function exportedPaper({ item, extra }: Paper, key: string, names: Iterable<string>): ExportedPaper {
	const used = [...names].filter((name) => !/[\s,]/.test(name)).sort();
	const chosen = used.find((name) => isSameKey(name, key)) ?? used[0] ?? key;
	return { key: chosen, aliases: used.filter((name) => name !== chosen), item, extra };
}
