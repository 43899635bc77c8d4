/**
 * What is kept of a note that no editor has open: where it cites, and which files it names. There may be many thousands of
 * such notes.
 */

import type { PlacedName } from '../files/projectFiles.ts';
import { type Doubt, doubtsIn } from '../notes/doubt.ts';
import type { FrontMatter } from '../notes/frontMatter.ts';
import { ignoredIn } from '../notes/ignoredProblems.ts';
import { linesOf, type Note } from '../notes/note.ts';
import { rangeInFile } from '../notes/noteFile.ts';
import { positionAt } from '../util/lines.ts';
import { ownText } from '../util/ownText.ts';
import { citingLine } from './citingLine.ts';
import type { CitingPlace } from './view.ts';

/** The places of one note that cite, by the reference as written there. */
export type PlacesByReference = ReadonlyMap<string, readonly CitingPlace[]>;

export interface ClosedNote {
	readonly places: PlacesByReference;
	/**
	 * Places that are no unknown papers, because the reference cannot be a valid one, the citation is not closed, or a
	 * comment says so.
	 */
	readonly unreported: ReadonlySet<CitingPlace>;
	/** Places that may be something else than a citation. */
	readonly doubts: ReadonlyMap<CitingPlace, Doubt>;
	/** With its text only if it lists papers. */
	readonly frontMatter: FrontMatter;
	/** The bibliographies it names, except where a comment asks not to report them. */
	readonly bibliographies: readonly PlacedName[];
}

/** Shared by all notes: most have no such places. */
export const NOTHING: ReadonlySet<CitingPlace> = new Set();
export const NO_DOUBTS: ReadonlyMap<CitingPlace, Doubt> = new Map();
const NO_PLACES: PlacesByReference = new Map();
const NO_NAMES: readonly PlacedName[] = [];

/** What is kept of a note in the state `note`. Nothing of it keeps the note's text. */
export function closedNote(uri: string, note: Note): ClosedNote {
	return {
		...placesIn(uri, note),
		frontMatter: keptOf(note.frontMatter),
		bibliographies: reportedBibliographies(note),
	};
}

function placesIn(uri: string, note: Note): Pick<ClosedNote, 'places' | 'unreported' | 'doubts'> {
	if (note.citations.length === 0) {
		return { places: NO_PLACES, unreported: NOTHING, doubts: NO_DOUBTS };
	}
	const places = new Map<string, CitingPlace[]>();
	const unreported = new Set<CitingPlace>();
	const isIgnored = ignoredIn(note.text);
	const starts = linesOf(note);
	const doubts = new Map<CitingPlace, Doubt>();
	const doubtOf = doubtsIn(note);
	for (const { citation, item } of note.citations.flatMap((one) =>
		one.items.map((item) => ({ citation: one, item })),
	)) {
		const { line } = positionAt(starts, item.referenceSpan.start);
		const place = {
			uri,
			range: rangeInFile(note, item.referenceSpan),
			text: ownText(citingLine(note.text, starts, item.referenceSpan)),
		};
		const known = places.get(item.reference);
		if (known) {
			known.push(place);
		} else {
			places.set(ownText(item.reference), [place]);
		}
		if (!citation.closed || item.problem || isIgnored(line, 'unknown-paper')) {
			unreported.add(place);
		}
		const doubt = doubtOf(citation, item);
		if (doubt) {
			doubts.set(place, ownDoubt(doubt));
		}
	}
	return {
		places,
		unreported: unreported.size > 0 ? unreported : NOTHING,
		doubts: doubts.size > 0 ? doubts : NO_DOUBTS,
	};
}

function ownDoubt(doubt: Doubt): Doubt {
	switch (doubt.kind) {
		case 'bare':
			return { ...doubt, name: ownText(doubt.name) };
		case 'wikiLink':
			return { ...doubt, target: ownText(doubt.target) };
		default:
			return doubt;
	}
}

/** The text is kept only if it lists papers. */
function keptOf(frontMatter: FrontMatter): FrontMatter {
	const { text, bibliographies, references, paper, rangeInFile: place } = frontMatter;
	if (text === '') {
		return frontMatter;
	}
	return {
		text: references ? ownText(text) : '',
		bibliographies: bibliographies.map((name) => ({ ...name, path: ownText(name.path) })),
		references,
		paper: paper && { ...paper, text: ownText(paper.text) },
		...(references && place && { rangeInFile: place }),
	};
}

function reportedBibliographies(note: Note): readonly PlacedName[] {
	const { bibliographies } = note.frontMatter;
	if (bibliographies.length === 0) {
		return NO_NAMES;
	}
	const isIgnored = ignoredIn(note.text);
	return bibliographies
		.filter(({ span }) => !isIgnored(positionAt(linesOf(note), span.start).line, 'missing-bibliography'))
		.map(({ path, span }) => ({ path: ownText(path), range: rangeInFile(note, span) }));
}
