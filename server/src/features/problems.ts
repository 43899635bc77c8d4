/**
 * All problems of a file in one list: of a note's citations, of the bibliographies it names and the papers it lists, of a corpus file's records,
 * of a project file. The editor and the command line show the same list.
 */

import type { FileProblem } from '../corpus/corpus.ts';
import { conflictMessages } from '../messages/conflictMessages.ts';
import { ignoredIn } from '../notes/ignoredProblems.ts';
import { conflictsOf, linesOf, type Note } from '../notes/note.ts';
import { rangeInFile } from '../notes/noteFile.ts';
import { positionAt } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import { frontMatterPapers } from '../workspace/frontMatterPapers.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { bibliographyProblems, closedBibliographyProblems, explained } from './findings/bibliographyProblems.ts';
import { citationFindings } from './findings/citationFindings.ts';
import { isMeantAsKey } from './findings/likelyKeys.ts';
import { foreignPaper, type Suggest, unknownPaper } from './findings/referenceFindings.ts';
import { renamedKey } from './findings/renamedKeys.ts';
import { suggestedPapers } from './suggestions/suggestedPapers.ts';

/** A note with more unknown keys has lost its corpus. Searching for what each of them might mean would help nobody. */
const MAX_SUGGESTIONS = 8;

/**
 * All problems of the file `uri`, in the order of their places. A note that is not open in an editor is not kept in
 * full: only its bibliographies and its unknown and renamed references are reported, without suggestions.
 */
export function problemsIn(view: WorkspaceView, uri: string): FileProblem[] {
	return [...ofNote(view, uri), ...view.corpus.problemsIn(uri)].sort(
		({ range: { start: one } }, { range: { start: other } }) =>
			one.line - other.line || one.character - other.character,
	);
}

function ofNote(view: WorkspaceView, uri: string): readonly FileProblem[] {
	const note = view.note(uri);
	if (!note) {
		return ofClosedFile(view, uri);
	}
	const problems = noteProblems(view, uri);
	return [
		...(note.notebook?.problems ?? []),
		...problems.map(({ span, ...problem }) => ({ ...problem, range: rangeInFile(note, span) })),
	];
}

/** Of a note that is not open, or of a project file. */
function ofClosedFile(workspace: WorkspaceView, uri: string): readonly FileProblem[] {
	const view = workspace.in(uri);
	const cited = view.complete ? [...view.closedPlaces(uri)] : [];
	const found = cited.flatMap(({ reference, range, doubt }) => {
		const former = view.formerly(reference);
		if (former && !view.isForeign(reference)) {
			return [{ ...renamedKey(view, reference, former), range }];
		}
		if (view.resolve(reference).length > 0) {
			return view.isForeign(reference) ? [{ ...foreignPaper(reference), range }] : [];
		}
		return isMeantAsKey(view, uri, { reference, doubt }) ? [{ ...unknownPaper(reference, undefined), range }] : [];
	});
	return explained(view, uri, { found, bibliographies: closedBibliographyProblems(view, uri) });
}

/** All problems of a note that an editor has open, in the order of their places. */
export function noteProblems(workspace: WorkspaceView, uri: string): Problem[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return [];
	}
	const isIgnored = ignoredIn(note.text);
	const isReported = ({ code, span }: Problem) => !isIgnored(positionAt(linesOf(note), span.start).line, code);
	const found = citationFindings(view, note, { uri, suggest: firstSuggestions(view) })
		.map(({ problem }) => problem)
		.filter(isReported);
	const bibliographies = bibliographyProblems(view, uri, note).filter(isReported);
	const others = [...frontMatterPapers(uri, note.frontMatter).problems, ...conflictProblems(note)].filter(isReported);
	return [...explained(view, uri, { found, bibliographies }), ...others].sort((a, b) => a.span.start - b.span.start);
}

/** One for all conflicts of the note, at the first one. */
function conflictProblems(note: Note): readonly Problem[] {
	const conflicts = conflictsOf(note);
	const [first] = conflicts;
	return first
		? [{ code: 'merge-conflict', message: conflictMessages.inNote(conflicts.length), span: first.opening }]
		: [];
}

function firstSuggestions(view: WorkspaceView): Suggest {
	const suggested = new Set<string>();
	return (reference) =>
		suggested.add(reference).size <= MAX_SUGGESTIONS ? suggestedPapers(view, reference)[0]?.name : undefined;
}
