/** What is wrong with a note: with its citations, and with the bibliographies that it names. The same list feeds the editor and the command line. */

import type { Problem } from '../util/problem.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { bibliographyProblems } from './findings/bibliographyProblems.ts';
import { citationFindings } from './findings/citationFindings.ts';
import type { Suggest } from './findings/referenceFindings.ts';
import { suggestedPapers } from './suggestions/suggestedPapers.ts';

/** A note with more unknown keys than this has lost its corpus; looking for what each might mean helps nobody. */
const MOST_SUGGESTIONS = 8;

/** Problems in the order of their places. */
export function noteProblems(view: WorkspaceView, uri: string): Problem[] {
	const note = view.note(uri);
	return note
		? [
				...citationFindings(view, note, { suggest: firstSuggestions(view) }).map(({ problem }) => problem),
				...bibliographyProblems(view, uri, note),
			].sort((a, b) => a.span.start - b.span.start)
		: [];
}

function firstSuggestions(view: WorkspaceView): Suggest {
	const suggested = new Set<string>();
	return (reference) =>
		suggested.add(reference).size <= MOST_SUGGESTIONS ? suggestedPapers(view, reference)[0]?.key : undefined;
}
