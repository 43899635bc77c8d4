/** What the light bulb offers on a citation. */

import type { PaperRef } from '../corpus/corpus.ts';
import { fixTitles } from '../messages/citations.ts';
import type { CitationItem } from '../notes/citation.ts';
import { itemAt } from '../notes/note.ts';
import type { Problem } from '../util/problem.ts';
import { overlaps, type Span } from '../util/span.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { citationFindings } from './citationFindings.ts';
import { type Finding, type Fix, fixBy } from './finding.ts';
import { allUnknownKeys } from './unknownKeys.ts';

export interface OfferedFix extends Fix {
	/** The problem it mends; undefined where nothing is wrong and the change is a matter of taste. */
	readonly mends: Problem | undefined;
}

/** Best first: what mends the problems at `span` itself, then those of the citation around it, then other ways to cite. */
export function fixes(view: WorkspaceView, uri: string, span: Span): OfferedFix[] {
	const note = view.note(uri);
	if (!note) {
		return [];
	}
	const findings = citationFindings(view, note, { within: span, suggest: () => undefined });
	const here = findings.filter(({ problem }) => overlaps(problem.span, span));
	const around = findings.filter(({ reach }) => reach && overlaps(reach, span));
	const unknown = here.find(({ problem }) => problem.code === 'unknown-paper')?.problem;
	const item = itemAt(note, span.start)?.item;
	return [
		...[...new Set([...here, ...around])].flatMap(mendingFixes),
		...(unknown ? allUnknownKeys(view, note).map((fix) => ({ ...fix, mends: unknown })) : []),
		...(item ? canonicalKey(view, item) : []),
	];
}

function mendingFixes({ problem, fixes: found }: Finding): OfferedFix[] {
	return found().map((fix) => ({ ...fix, mends: problem }));
}

/** A DOI, an arXiv id or another source's key, turned into the key that the paper goes by here. */
function canonicalKey(view: WorkspaceView, item: CitationItem): OfferedFix[] {
	const papers = view.resolve(item.reference);
	return papers.length === 1 ? papers.flatMap((paper) => useKey(item, paper)) : [];
}

function useKey({ reference, referenceSpan }: CitationItem, { key }: PaperRef): OfferedFix[] {
	const fix = fixBy(fixTitles.useKey(key), { span: referenceSpan, newText: key }, { preferred: false });
	return key === reference ? [] : [{ ...fix, mends: undefined }];
}
