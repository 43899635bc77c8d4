/** Identifiers and addresses of papers, pasted or dropped into a note, as a citation of them. */

import { identifierIn } from '../../corpus/identifiers/identifiers.ts';
import { numberName } from '../../corpus/numberNames.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import { insertionAt } from '../../notes/insertion.ts';
import type { Note } from '../../notes/note.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** Papers cited at once. More is a list, not a citation. */
const MAX_PAPERS = 20;

/** One identifier behind its label and a space: `doi: 10.1000/1`. */
const LABELLED = /^(?:doi|arxiv|pmid|pmcid|isbn):?\s+\S+$/i;

export interface PastedPapers {
	/** What is pasted instead. */
	readonly text: string;
	readonly count: number;
	readonly syntax: CitationSyntax;
}

/**
 * The citation of the papers that `pasted` names by DOIs, arXiv ids, PubMed ids or addresses, separated by white space.
 * Undefined if it holds anything else, or a name that means no paper or several. `offset`: where it is pasted in prose.
 */
export function pastedIdentifiers(
	view: WorkspaceView,
	note: Note,
	{ offset, pasted }: { readonly offset: number; readonly pasted: string },
): PastedPapers | undefined {
	const whole = pasted.trim();
	const names = LABELLED.test(whole) ? [whole] : whole.split(/\s+/);
	if (names.length > MAX_PAPERS) {
		return undefined;
	}
	const keys = names.map((name) => keyMeant(view, name)).filter((key) => key !== undefined);
	if (keys.length < names.length) {
		return undefined;
	}
	const { span, newText } = insertionAt(note, { start: offset, end: offset }, [...new Set(keys)]);
	const isHere = span.start === offset && span.end === offset;
	const syntax = newText.trimStart().startsWith('@paper[') ? 'paper' : 'pandoc';
	return isHere ? { text: newText, count: new Set(keys).size, syntax } : undefined;
}

/** The key of the one paper with this identifier. A key that is pasted stays as it is. */
function keyMeant(view: WorkspaceView, name: string): string | undefined {
	if (identifierIn(name) === undefined && numberName(name) === undefined) {
		return undefined;
	}
	const [paper, ...others] = view.resolve(name);
	return paper && others.length === 0 ? view.keyOf(paper) : undefined;
}
