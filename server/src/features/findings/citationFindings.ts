/** All problems of the citations in a note, each with its fixes. */

import type { Citation } from '../../notes/citation.ts';
import { doubtsIn } from '../../notes/doubt.ts';
import type { Note } from '../../notes/note.ts';
import { append } from '../../util/append.ts';
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
	const findings = noPapers && isAsked(noPapers.problem) ? [noPapers] : [];
	append(findings, misspelled.filter(isAsked).map(misspelledFinding));
	for (const citation of citations) {
		append(findings, malformedFindings(view, note, citation));
	}
	for (const citation of holdsNoPapers(view) ? [] : citations) {
		addFindingsOf(view, note, { citation, asking, findings });
	}
	return findings;
}

interface Cited {
	readonly citation: Citation;
	readonly asking: Asking;
	/** Where what is found goes: of most citations, nothing. */
	readonly findings: Finding[];
}

function addFindingsOf(view: WorkspaceView, note: Note, { citation, asking, findings }: Cited): void {
	for (const item of citation.items) {
		findings.push(...referenceFindings(view, citation, item, asking));
		if (item.locator) {
			findings.push(...keysAfterComma(view, note, { citation, item }));
		}
	}
	if (citation.items.length > 1) {
		findings.push(...repeatedPapers(view, note, citation));
	}
}
