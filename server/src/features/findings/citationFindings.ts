/** All problems of the citations in a note, each with its fixes. */

import type { Citation } from '../../notes/citation.ts';
import type { Note } from '../../notes/note.ts';
import { overlaps, type Span, shareText } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding } from './finding.ts';
import { keysAfterComma } from './keysAsLocator.ts';
import { malformedFindings } from './malformedFindings.ts';
import { misspelledCitations, misspelledFinding } from './misspelledCitations.ts';
import { holdsNoPapers, noPapersFinding } from './noPapers.ts';
import { referenceFindings, type Suggest } from './referenceFindings.ts';
import { repeatedPapers } from './repeatedPapers.ts';

export interface Asked {
	/** Only citations that touch this span; undefined for the whole note. */
	readonly within?: Span;
	/** Suggests what an unknown key may have meant. */
	readonly suggest: Suggest;
}

export function citationFindings(view: WorkspaceView, note: Note, { within, suggest }: Asked): Finding[] {
	const isAsked = ({ span }: { readonly span: Span }): boolean => within === undefined || overlaps(span, within);
	const misspelled = misspelledCitations(view, note);
	const citations = note.citations.filter(
		(citation) => isAsked(citation) && !misspelled.some(({ span }) => shareText(span, citation.span)),
	);
	const noPapers = noPapersFinding(view, note);
	return [
		...(noPapers && isAsked(noPapers.problem) ? [noPapers] : []),
		...misspelled.filter(isAsked).map(misspelledFinding),
		...citations.flatMap((citation) => malformedFindings(view, note, citation)),
		...(holdsNoPapers(view) ? [] : citations.flatMap((citation) => papersOf(view, note, { citation, suggest }))),
	];
}

interface Cited {
	readonly citation: Citation;
	readonly suggest: Suggest;
}

function papersOf(view: WorkspaceView, note: Note, { citation, suggest }: Cited): Finding[] {
	return [
		...citation.items.flatMap((item) => [
			...referenceFindings(view, citation, item, suggest),
			...keysAfterComma(view, note, { citation, item }),
		]),
		...repeatedPapers(view, note, citation),
	];
}
