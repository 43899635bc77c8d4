/** Citations that cannot be parsed: not closed, empty, or with something that is not a key in place of a key. */

import { citationMessages, fixTitles } from '../../messages/citations.ts';
import type { Citation, CitationProblem } from '../../notes/citation.ts';
import { fullWidthSigns } from '../../notes/fullWidthSigns.ts';
import type { Note } from '../../notes/note.ts';
import { oneLine } from '../../notes/words.ts';
import { shortened } from '../../util/shortened.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { closings } from './closings.ts';
import { type Finding, type Fix, fixBy } from './finding.ts';
import { malformedReference } from './malformedReference.ts';

export function malformedFindings(view: WorkspaceView, note: Note, citation: Citation): Finding[] {
	return [
		...citation.problems.map((problem) => ({
			problem,
			reach: citation.span,
			fixes: () => mendings(view, note, { citation, problem }),
		})),
		...citation.items.flatMap((item) => malformedReference(view, citation, item) ?? []),
		...fullWidthFindings(note, citation),
	];
}

/** A closed citation is read in spite of full-width signs. Other software does not read it. */
function fullWidthFindings({ text }: Note, citation: Citation): Finding[] {
	const edits = citation.closed ? fullWidthSigns(text, citation) : [];
	if (edits.length === 0) {
		return [];
	}
	const { start, end } = citation.span;
	const signs = new Map(edits.map(({ span, newText }) => [span.start - start, newText]));
	const usual = [...text.slice(start, end).split('').entries()].map(([at, sign]) => signs.get(at) ?? sign).join('');
	const right = shortened(oneLine(usual));
	return [
		{
			problem: { code: 'misspelled-citation', message: citationMessages.fullWidth(right), span: citation.span },
			fixes: () => [{ title: fixTitles.write(right), edits, preferred: true }],
		},
	];
}

interface Fault {
	readonly citation: Citation;
	readonly problem: CitationProblem;
}

function mendings(view: WorkspaceView, note: Note, { citation, problem }: Fault): readonly Fix[] {
	switch (problem.fault) {
		case 'unclosed':
			return closings(view, note, citation);
		case 'empty':
			return [removal(note, citation)];
		case 'emptyItem':
			return [fixBy(fixTitles.removeSemicolon, { span: problem.span, newText: '' })];
		case 'noKey':
			return [];
	}
}

/** Includes the space before the citation, so that none is left over. */
function removal(note: Note, { span }: Citation): Fix {
	const start = /[ \t]/.test(note.text[span.start - 1] ?? '') ? span.start - 1 : span.start;
	return fixBy(fixTitles.removeEmpty, { span: { start, end: span.end }, newText: '' });
}
