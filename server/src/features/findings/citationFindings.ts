/** All problems of the citations in a note, each with its fixes. */

import type { Citation } from '../../notes/citation.ts';
import { doubtsIn } from '../../notes/doubt.ts';
import type { Note } from '../../notes/note.ts';
import { overlaps, type Span, shareText } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Finding } from './finding.ts';
import { keysAfterComma } from './keysAsLocator.ts';
import { isMeantAsKey } from './likelyKeys.ts';
import { malformedFindings } from './malformedFindings.ts';
import { misspelledCitations, misspelledFinding } from './misspelledCitations.ts';
import { holdsNoPapers, noPapersFinding } from './noPapers.ts';
import { type Asking, referenceFindings, type Suggest } from './referenceFindings.ts';
import { repeatedPapers } from './repeatedPapers.ts';

export interface Asked {
	readonly uri: string;
	/** Only citations that touch this span; undefined for the whole note. */
	readonly within?: Span;
	/** Suggests what an unknown key may have meant. */
	readonly suggest: Suggest;
}

export function citationFindings(view: WorkspaceView, note: Note, { uri, within, suggest }: Asked): Finding[] {
	const isAsked = ({ span }: { readonly span: Span }): boolean => within === undefined || overlaps(span, within);
	const misspelled = misspelledCitations(view, note);
	const citations = note.citations.filter(
		(citation) => isAsked(citation) && !misspelled.some(({ span }) => shareText(span, citation.span)),
	);
	const noPapers = noPapersFinding(view, note);
	const doubtOf = doubtsIn(note);
	const asking: Asking = {
		uri,
		suggest,
		isMeant: (citation, item) => isMeantAsKey(view, uri, { reference: item.reference, doubt: doubtOf(citation, item) }),
	};
	return [
		...(noPapers && isAsked(noPapers.problem) ? [noPapers] : []),
		...misspelled.filter(isAsked).map(misspelledFinding),
		...citations.flatMap((citation) => malformedFindings(view, note, citation)),
		...(holdsNoPapers(view) ? [] : citations.flatMap((citation) => papersOf(view, note, { citation, asking }))),
	];
}

interface Cited {
	readonly citation: Citation;
	readonly asking: Asking;
}

function papersOf(view: WorkspaceView, note: Note, { citation, asking }: Cited): Finding[] {
	return [
		...citation.items.flatMap((item) => [
			...referenceFindings(view, citation, item, asking),
			...keysAfterComma(view, note, { citation, item }),
		]),
		...repeatedPapers(view, note, citation),
	];
}
