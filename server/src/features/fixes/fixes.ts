/** The fixes and changes that the light bulb offers for a citation. */

import { fixTitles } from '../../messages/citations.ts';
import type { CitedAt } from '../../notes/otherForms.ts';
import { isSameKey } from '../../syntax/key.ts';
import type { Problem } from '../../util/problem.ts';
import { overlaps, type Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { formChanges } from '../citing/formChanges.ts';
import { citationFindings } from '../findings/citationFindings.ts';
import { keyEdit } from '../findings/citeInstead.ts';
import { type Finding, type Fix, fixBy } from '../findings/finding.ts';
import { mentionAt } from '../mention.ts';
import { missingBibliographies } from './bibliographyFixes.ts';
import { allUnknownKeys } from './unknownKeys.ts';

export interface OfferedFix extends Fix {
	/** The problem it fixes; undefined if nothing is wrong and the change is optional. */
	readonly mends: Problem | undefined;
	/** The kind of the code action, if an editor may ask for this one alone. */
	readonly kind?: string;
}

/** Best first: fixes for the problems at `span`, then for the rest of the citation, then other ways to cite. */
export function fixes(workspace: WorkspaceView, uri: string, span: Span): OfferedFix[] {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note) {
		return [];
	}
	const findings = citationFindings(view, note, { uri, within: span, suggest: () => undefined });
	const here = findings.filter(({ problem }) => overlaps(problem.span, span));
	const around = findings.filter(({ reach }) => reach && overlaps(reach, span));
	const unknown = here.find(({ problem }) => problem.code === 'unknown-paper')?.problem;
	const mending = [...new Set([...here, ...around])].flatMap(mendingFixes);
	const all = unknown ? allUnknownKeys(view, note).map((fix) => ({ ...fix, mends: unknown })) : [];
	const cited = citedPaperAt(view, uri, span.start);
	// Other forms are offered only for a citation without problems.
	const forms = cited && mending.length === 0 ? formsOf(cited) : [];
	const bibliographies = missingBibliographies(view, note, { uri, within: span }).flatMap(mendingFixes);
	return [...bibliographies, ...mending, ...all, ...(cited ? canonicalKey(view, cited) : []), ...forms];
}

/** The citation at `offset` if it names exactly one paper. */
function citedPaperAt(view: WorkspaceView, uri: string, offset: number): CitedAt | undefined {
	const mention = mentionAt(view, uri, offset);
	return mention?.kind === 'citation' && mention.papers.length === 1
		? { text: mention.note.text, ...mention }
		: undefined;
}

function mendingFixes({ problem, fixes: found }: Finding): OfferedFix[] {
	return found().map((fix) => ({ ...fix, mends: problem }));
}

/** Replaces a DOI, an arXiv id or another source's key with the paper's main key. */
function canonicalKey(view: WorkspaceView, cited: CitedAt): OfferedFix[] {
	const { reference } = cited.item;
	return view
		.resolve(reference)
		.flatMap((paper) => view.keyOf(paper) ?? [])
		.filter((key) => !isSameKey(key, reference))
		.flatMap((key) => {
			const edit = keyEdit(cited, key);
			return edit ? { ...fixBy(fixTitles.useKey(key), edit, { preferred: false }), mends: undefined } : [];
		});
}

function formsOf(cited: CitedAt): OfferedFix[] {
	return formChanges(cited).map(({ title, edits }) => ({ title, edits, preferred: false, mends: undefined }));
}
