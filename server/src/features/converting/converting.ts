/** Converts citations between `@paper[...]` and Pandoc's syntax: the one at the cursor, or all of a note. */

import { conversionTitles, leftReasons } from '../../messages/citations.ts';
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
import { partsOf } from '../../notes/noteFile.ts';
import { otherSyntax } from '../../notes/otherSyntax.ts';
import { oneLine } from '../../notes/words.ts';
import { shortened } from '../../util/shortened.ts';
import type { Span } from '../../util/span.ts';
import type { EditPlan } from '../../workspace/editPlan.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { isMeantAsKey } from '../findings/likelyKeys.ts';
import { type NoteChange, notePlan } from '../notePlan.ts';

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
	const isMeant = meaningIn(workspace.in(uri), uri);
	const parts = partsOf(note).map(({ start, note: part }) => {
		const { converted, left } = conversionOf(withBothSyntaxes(part), { to, isExact, isMeant });
		return { converted: converted.map((one) => moved(one, start)), left: left.map((one) => moved(one, start)) };
	});
	return { converted: parts.flatMap(({ converted }) => converted), left: parts.flatMap(({ left }) => left) };
}

function moved<T extends { readonly span: Span }>(one: T, by: number): T {
	return { ...one, span: { start: one.span.start + by, end: one.span.end + by } };
}

/** A citation that is not converted, with its text and the reason in words. */
export interface Left {
	readonly span: Span;
	readonly text: string;
	readonly reason: string;
}

/**
 * The plan that converts the citations of the open note `uri`, and what it leaves. Without `to`, it converts to the syntax
 * that the note does not have yet, or asks to `choose` if it has both. Undefined if no such note is open.
 */
export function conversionPlan(
	workspace: WorkspaceView,
	uri: string,
	to: CitationSyntax | undefined,
): { readonly plan: EditPlan; readonly left: readonly Left[] } | 'choose' | undefined {
	const note = workspace.in(uri).note(uri);
	if (!note) {
		return undefined;
	}
	const wanted = to ?? missingSyntax(workspace, uri, note);
	if (wanted === undefined) {
		return 'choose';
	}
	const { converted, left } = convertedNote(workspace, note, { uri, to: wanted, isExact: true });
	return {
		plan: notePlan(uri, note, { title: conversionTitles.all[wanted], edits: converted }),
		left: left.map(({ span, reason }) => ({ span, text: citationText(note, span), reason: leftReasons[reason] })),
	};
}

/** Undefined if the note has citations of both. */
function missingSyntax(workspace: WorkspaceView, uri: string, note: Note): CitationSyntax | undefined {
	const both = withBothSyntaxes(note);
	const isMeant = meaningIn(workspace.in(uri), uri);
	if (citationsMeant(both, 'paper', isMeant).length === 0) {
		return 'paper';
	}
	return citationsMeant(both, 'pandoc', isMeant).length === 0 ? 'pandoc' : undefined;
}

/** A citation as a message shows it. */
export function citationText({ text }: Note, { start, end }: Span): string {
	return shortened(oneLine(text.slice(start, end)));
}

/** A key without brackets is meant as one if a paper has it or if it looks like a key. */
function meaningIn(view: WorkspaceView, uri: string): ConversionOptions['isMeant'] {
	return ({ reference }: CitationItem, doubt: Doubt) =>
		doubt.kind === 'bare' && (view.resolve(reference).length > 0 || isMeantAsKey(view, uri, { reference, doubt }));
}
