/** Text of a note with its citations as LaTeX or Typst writes them, and such text as a note has it. */

import { leftReasons, untypesetReasons } from '../../messages/citations.ts';
import type { Citation, CitationSyntax } from '../../notes/citation.ts';
import { syntaxNear } from '../../notes/insertion.ts';
import { citationAt, editNote, type Note, proseOf } from '../../notes/note.ts';
import type { Span } from '../../util/span.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { pastedIdentifiers } from '../citing/pastedIdentifiers.ts';
import { citationText, type Left } from '../converting/converting.ts';
import type { FoundCitation, Typeset } from './citedWork.ts';
import { latexCitation, latexCitations } from './latexCitations.ts';
import { citedWorks, noteCitation } from './noteCitation.ts';
import { typstCitation, typstCitations } from './typstCitations.ts';

export const TYPESETTERS = ['latex', 'typst'] as const;
export type Typesetter = (typeof TYPESETTERS)[number];

export interface TypesetText {
	readonly text: string;
	/** How many citations it holds as the typesetter writes them. */
	readonly count: number;
	/** The citations that stand in it as the note has them. */
	readonly left: readonly Left[];
}

/**
 * The text of `span` in the note with its citations written for a typesetter; at a cursor, the citation there. All else
 * stays Markdown. Undefined if there is no such note, or no citation at the cursor.
 */
export function typesetText(
	workspace: WorkspaceView,
	uri: string,
	{ span, to }: { readonly span: Span | undefined; readonly to: Typesetter },
): TypesetText | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	const whole = note && (span ?? { start: 0, end: note.text.length });
	const found = note && whole && (whole.start === whole.end ? citationAt(note, whole.start)?.span : whole);
	if (!note || !found) {
		return undefined;
	}
	let text = '';
	let from = found.start;
	let count = 0;
	const left: Left[] = [];
	for (const citation of note.citations.filter(
		({ span: { start, end } }) => found.start <= start && end <= found.end,
	)) {
		const { start, end } = citation.span;
		const written = writtenFor(view, { citation, to, next: note.text.slice(end, Math.min(end + 2, found.end)) });
		if ('text' in written) {
			text += note.text.slice(from, start) + written.text;
			from = end;
			count += 1;
		} else {
			left.push({ span: citation.span, text: citationText(note, citation.span), reason: written.reason });
		}
	}
	return { text: text + note.text.slice(from, found.end), count, left };
}

interface Writing {
	readonly citation: Citation;
	readonly to: Typesetter;
	readonly next: string;
}

function writtenFor(view: WorkspaceView, { citation, to, next }: Writing): Typeset | { readonly reason: string } {
	const { closed, problems, items } = citation;
	if (!closed || problems.length > 0 || items.length === 0 || items.some(({ problem }) => problem)) {
		return { reason: leftReasons.malformed };
	}
	const works = citedWorks(citation, (reference) => keyInLibrary(view, reference));
	const written = to === 'latex' ? latexCitation(works) : typstCitation(works, next);
	return 'text' in written ? written : { reason: untypesetReasons[to][written.reason] };
}

/** Other programs know a paper by the key in its file alone, not by its DOI. */
function keyInLibrary(view: WorkspaceView, reference: string): string {
	const [paper, ...others] = view.resolve(reference);
	return (paper && others.length === 0 ? view.keyOf(paper) : undefined) ?? reference;
}

export interface PastedText {
	readonly text: string;
	readonly count: number;
	readonly syntax: CitationSyntax;
	/** Whether people may rather want the text as it is: an address is good text, too. */
	readonly isOption?: true;
}

/**
 * `pasted` with the citations of LaTeX and Typst in it as the note at `offset` writes them, or a citation of the papers that
 * it names by their identifiers. Undefined where it holds none of
 * a paper that is known, and inside code or a citation.
 */
export function pastedCitations(
	workspace: WorkspaceView,
	uri: string,
	{ offset, pasted }: { readonly offset: number; readonly pasted: string },
): PastedText | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	if (!note || !isProse(note, offset)) {
		return undefined;
	}
	const papers = pastedIdentifiers(view, note, { offset, pasted });
	if (papers) {
		return { ...papers, isOption: true };
	}
	const isKnown = (key: string): boolean => view.resolve(key).length > 0;
	const syntax = syntaxNear(note, offset);
	const isReference = (label: string): boolean => !note.syntaxes.includes('pandoc') && isKnown(label);
	const found = [...latexCitations(pasted), ...typstCitations(pasted, isReference)].sort(
		(one, other) => one.span.start - other.span.start,
	);
	if (!found.some(({ works }) => works.some(({ key }) => isKnown(key)))) {
		return undefined;
	}
	const { text, count } = rewritten(pasted, found, syntax);
	return count > 0 ? { text, count, syntax } : undefined;
}

function isProse(note: Note, offset: number): boolean {
	const citation = citationAt(note, offset);
	const isInside = citation && citation.span.start < offset && offset < citation.span.end;
	// A blank line belongs to no paragraph. With a letter on it, it does, except in code.
	return !isInside && proseOf(editNote(note, [{ from: offset, to: offset, insert: 'x' }]), offset) !== undefined;
}

function rewritten(
	pasted: string,
	found: readonly FoundCitation[],
	syntax: CitationSyntax,
): { readonly text: string; readonly count: number } {
	let text = '';
	let from = 0;
	let count = 0;
	for (const { span, works } of found) {
		const written = span.start < from ? undefined : noteCitation(syntax, works);
		if (written !== undefined) {
			text += pasted.slice(from, span.start) + written;
			from = span.end;
			count += 1;
		}
	}
	return { text: text + pasted.slice(from), count };
}
