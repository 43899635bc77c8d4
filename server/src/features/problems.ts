/**
 * All problems of a file in one list: of a note's citations, of the bibliographies it names and the papers it lists, of a corpus file's records,
 * of a project file. The editor and the command line show the same list.
 */

import type { FileProblem } from '../corpus/corpus.ts';
import { citationMessages } from '../messages/citations.ts';
import { conflictMessages } from '../messages/conflictMessages.ts';
import { ignoredIn } from '../notes/ignoredProblems.ts';
import { conflictsOf, linesOf, type Note } from '../notes/note.ts';
import { positionAt, rangeOf } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import { frontMatterPapers } from '../workspace/frontMatterPapers.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { bibliographyProblems, MISSING_BIBLIOGRAPHY, projectProblems } from './findings/bibliographyProblems.ts';
import { citationFindings } from './findings/citationFindings.ts';
import { isMeantAsKey } from './findings/likelyKeys.ts';
import { type Suggest, unknownPaper } from './findings/referenceFindings.ts';
import { suggestedPapers } from './suggestions/suggestedPapers.ts';

/** A note with more unknown keys has lost its corpus. Searching for what each of them might mean would help nobody. */
const MAX_SUGGESTIONS = 8;

/**
 * All problems of the file `uri`, in the order of their places. A note that is not open in an editor is not kept in
 * full: only its unknown references are reported, without suggestions.
 */
export function problemsIn(view: WorkspaceView, uri: string): FileProblem[] {
	return [...ofNote(view, uri), ...view.corpus.problemsIn(uri), ...projectProblems(view, uri)].sort(
		({ range: { start: one } }, { range: { start: other } }) =>
			one.line - other.line || one.character - other.character,
	);
}

function ofNote(view: WorkspaceView, uri: string): FileProblem[] {
	const note = view.note(uri);
	if (!note) {
		return ofClosedNote(view, uri);
	}
	return noteProblems(view, uri).map(({ span, ...problem }) => ({ ...problem, range: rangeOf(linesOf(note), span) }));
}

function ofClosedNote(workspace: WorkspaceView, uri: string): FileProblem[] {
	const view = workspace.in(uri);
	const unknown = view.complete ? [...view.closedPlaces(uri)] : [];
	return unknown.flatMap(({ reference, range, doubt }) =>
		view.resolve(reference).length > 0 || !isMeantAsKey(view, uri, { reference, doubt })
			? []
			: [{ ...unknownPaper(reference, undefined), range }],
	);
}

/** All problems of a note that an editor has open, in the order of their places. */
export function noteProblems(workspace: WorkspaceView, uri: string): Problem[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return [];
	}
	const found = citationFindings(view, note, { uri, suggest: firstSuggestions(view) }).map(({ problem }) => problem);
	const bibliographies = bibliographyProblems(view, uri, note);
	const { problems } = frontMatterPapers(uri, note.frontMatter);
	const isIgnored = ignoredIn(note.text);
	return [...explained(view, uri, { found, bibliographies }), ...problems, ...conflictProblems(note)]
		.filter(({ code, span }) => !isIgnored(positionAt(linesOf(note), span.start).line, code))
		.sort((a, b) => a.span.start - b.span.start);
}

/** One for all conflicts of the note, at the first one. */
function conflictProblems(note: Note): readonly Problem[] {
	const conflicts = conflictsOf(note);
	const [first] = conflicts;
	return first
		? [{ code: 'merge-conflict', message: conflictMessages.inNote(conflicts.length), span: first.opening }]
		: [];
}

interface Found {
	readonly found: readonly Problem[];
	readonly bibliographies: readonly Problem[];
}

/** A bibliography that cannot be read explains unknown keys, once for all of them. */
function explained(view: WorkspaceView, uri: string, { found, bibliographies }: Found): Problem[] {
	const [first, ...others] = bibliographies;
	const unknown = found.filter(({ code }) => code === 'unknown-paper').length;
	if (!first || unknown === 0 || view.settings(uri).severities[MISSING_BIBLIOGRAPHY] === 'off') {
		return [...found, ...bibliographies];
	}
	const message = `${first.message} ${citationMessages.unknownWithout(unknown)}`;
	return [...found.filter(({ code }) => code !== 'unknown-paper'), { ...first, message }, ...others];
}

function firstSuggestions(view: WorkspaceView): Suggest {
	const suggested = new Set<string>();
	return (reference) =>
		suggested.add(reference).size <= MAX_SUGGESTIONS ? suggestedPapers(view, reference)[0]?.name : undefined;
}
