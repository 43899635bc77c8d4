/** The bibliography that stands in a note: inserted on request, and brought up to date when the note is saved. */

import type { TextEdit } from 'vscode-languageserver';
import { renderingMessages } from '../../messages/rendering.ts';
import { linesOf } from '../../notes/note.ts';
import { rangeOf } from '../../util/lines.ts';
import type { RareFeatures } from '../answering.ts';
import type { Session } from '../session.ts';
import { rendered } from './renderNote.ts';

export interface InsertedBibliography {
	/** One edit, or none if the note has the list already. */
	readonly edits: readonly TextEdit[];
	/** What the user should know of the style or of the citations. */
	readonly problem?: string;
}

export interface BibliographyOrder {
	readonly uri: string;
	/** Where the list goes if the note has no place for it. Without it, nothing is inserted then. */
	readonly offset?: number;
	/** Milliseconds after which nothing is changed: a list in parts would be worse than the one of before. */
	readonly within?: number;
}

/** Milliseconds. A thousand entries take a few seconds. */
const LONGEST_MS = 60_000;

/** Undefined if the note is not open, all papers are not read yet, or time is up. */
export async function insertedBibliography(
	session: Session,
	rare: RareFeatures,
	{ uri, offset, within = LONGEST_MS }: BibliographyOrder,
): Promise<InsertedBibliography | undefined> {
	const until = Date.now() + within;
	const cited = rare.noteCitations(session.workspace, uri);
	if (!cited || !session.workspace.complete) {
		return undefined;
	}
	let result = await rendered(session, { uri, cited, format: 'html' });
	while (!result.isComplete && Date.now() < until) {
		result = await rendered(session, { uri, cited, format: 'html' });
	}
	const note = session.workspace.in(uri).note(uri);
	if (!note || !result.isComplete || Date.now() > until) {
		return undefined;
	}
	const entries = result.entries.flatMap(({ text }) => (text ? [rare.entryMarkdown(text)] : []));
	const edit = rare.bibliographyEdit(note, entries, offset);
	const problem =
		result.problem ?? (entries.length === 0 ? renderingMessages.nothingToList(cited.papers.length) : undefined);
	return {
		edits: edit ? [{ range: rangeOf(linesOf(note), edit.span), newText: edit.newText }] : [],
		...(problem === undefined ? {} : { problem }),
	};
}
