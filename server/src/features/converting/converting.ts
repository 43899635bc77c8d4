/** Converts citations between `@paper[...]` and Pandoc's syntax: the one at the cursor, or all of a note. */

import { conversionTitles } from '../../messages/citations.ts';
import type { CitationItem, CitationSyntax } from '../../notes/citation.ts';
import {
	type Conversion,
	type ConversionOptions,
	citationsMeant,
	conversionOf,
	withBothSyntaxes,
} from '../../notes/conversion.ts';
import type { Doubt } from '../../notes/doubt.ts';
import { citationAt, type Note } from '../../notes/note.ts';
import { otherSyntax } from '../../notes/otherSyntax.ts';
import { oneLine } from '../../notes/words.ts';
import { shortened } from '../../util/shortened.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { isMeantAsKey } from '../findings/likelyKeys.ts';
import type { NoteChange } from '../notePlan.ts';

/** How many citations of a note are in each syntax. */
export type SyntaxCounts = Readonly<Record<CitationSyntax, number>>;

/**
 * The change that converts the citation at `offset` of the open note `uri`, with the result in its title. Undefined if
 * there is no citation or the other syntax cannot say the same.
 */
export function convertedAt(workspace: WorkspaceView, uri: string, offset: number): NoteChange | undefined {
	const view = workspace.in(uri);
	const note = view.note(uri);
	const citation = note && citationAt(note, offset);
	if (!citation) {
		return undefined;
	}
	const both = withBothSyntaxes(note);
	const only = both.citations.find(
		({ span, syntax }) => span.start === citation.span.start && syntax === citation.syntax,
	);
	const to = otherSyntax(citation);
	const [edit] = only ? conversionOf(both, { to, only, isExact: false, isMeant: meaningIn(view, uri) }).converted : [];
	return edit && { title: conversionTitles[to](shortened(oneLine(edit.newText))), edits: [edit] };
}

/** What converting the whole note `uri` changes and leaves. With `isExact`, converting back gives the same characters. */
export function convertedNote(
	workspace: WorkspaceView,
	note: Note,
	{ uri, to, isExact }: { readonly uri: string; readonly to: CitationSyntax; readonly isExact: boolean },
): Conversion {
	return conversionOf(withBothSyntaxes(note), { to, isExact, isMeant: meaningIn(workspace.in(uri), uri) });
}

export function syntaxCounts(workspace: WorkspaceView, uri: string, note: Note): SyntaxCounts {
	const both = withBothSyntaxes(note);
	const isMeant = meaningIn(workspace.in(uri), uri);
	return {
		paper: citationsMeant(both, 'paper', isMeant).length,
		pandoc: citationsMeant(both, 'pandoc', isMeant).length,
	};
}

/** A key without brackets is meant as one if a paper has it or if it looks like a key. */
function meaningIn(view: WorkspaceView, uri: string): ConversionOptions['isMeant'] {
	return ({ reference }: CitationItem, doubt: Doubt) =>
		doubt.kind === 'bare' && (view.resolve(reference).length > 0 || isMeantAsKey(view, uri, { reference, doubt }));
}
