/**
 * The edits in one file for renaming a key. Computed from the file's current text, so that nothing else is ever changed.
 */

import type { KeyEdit, KeyRename } from '../../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { notebookMessages } from '../../messages/notebookMessages.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import { edited } from '../../notes/change.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import { keyInstead } from '../../notes/citationForms.ts';
import type { Note } from '../../notes/note.ts';
import { editsInFile, readNoteFile } from '../../notes/noteFile.ts';
import { comparedKey } from '../../syntax/key.ts';
import { append } from '../../util/append.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import { listOnly } from '../../workspace/frontMatterPapers.ts';

export interface FileText {
	readonly uri: string;
	/** The file's name in messages. */
	readonly name: string;
	readonly text: string;
}

/** The edits of the note's citations by the old key, after that of its `paper:`; empty if there are none any more. */
export function noteEdits(
	file: FileText,
	syntaxes: readonly CitationSyntax[],
	{ from, to }: KeyRename,
): readonly KeyEdit[] | Refusal {
	return newKeyEdits(file, syntaxes, new Map([[comparedKey(from), to]]));
}

/** The edits of the note's citations by several old keys at once. `keys` are the new ones, by what `comparedKey` gives. */
export function newKeyEdits(
	{ uri, name, text }: FileText,
	syntaxes: readonly CitationSyntax[],
	keys: ReadonlyMap<string, string>,
): readonly KeyEdit[] | Refusal {
	const note = readNoteFile(uri, text, syntaxes);
	if (note.notebook && note.notebook.problems.length > 0) {
		return { refusal: notebookMessages.unchanged(name) };
	}
	const newKey = (reference: string): string | undefined => keys.get(comparedKey(reference));
	const edits = note.citations.flatMap((citation) =>
		citation.items.flatMap((item) => {
			const to = newKey(item.reference);
			return to === undefined
				? []
				: [{ span: item.referenceSpan, newText: keyInstead(citation.syntax, item, to) ?? to }];
		}),
	);
	const expected = itemsOf(note).map(({ reference }) => newKey(reference) ?? reference);
	const inFile = editsInFile(note, edits);
	const found = itemsOf(readNoteFile(uri, withEdits(text, inFile), syntaxes)).map(({ reference }) => reference);
	const { paper } = note.frontMatter;
	const aboutTo = paper && newKey(paper.text);
	const about = paper && aboutTo !== undefined ? [{ span: paper.span, newText: aboutTo }] : [];
	const [to = ''] = keys.values();
	return found.join('\n') === expected.join('\n')
		? [...editsInFile(note, about), ...inFile]
		: { refusal: renamingMessages.wouldRead(to, name) };
}

/** The edits of the papers that a note lists in its front matter. */
export function* frontMatterEdits(
	{ uri, name, text }: FileText,
	format: FormatEdits,
	rename: KeyRename,
): Generator<void, readonly KeyEdit[] | Refusal> {
	const note = readNoteFile(uri, text, []);
	const list = listOnly(note.frontMatter);
	const edits = yield* corpusFileEdits({ uri, name, text: list }, format, { rename, mustHold: true });
	return 'refusal' in edits ? edits : editsInFile(note, edits);
}

/** Entries processed before the caller may do something else: a few milliseconds. */
const ENTRIES_PER_SLICE = 500;

/**
 * The edits of a corpus file's records that have the old key (there must be one if `mustHold`), and of the references to
 * them. Yields regularly, because a file may hold a million entries.
 */
export function* corpusFileEdits(
	{ name, text }: FileText,
	format: FormatEdits,
	{ rename, mustHold }: { readonly rename: KeyRename; readonly mustHold: boolean },
): Generator<void, readonly KeyEdit[] | Refusal> {
	const edits: KeyEdit[] = [];
	let isHeld = false;
	let count = 0;
	for (const { own, references, isInTheWay } of format.edits(text, rename)) {
		if (isInTheWay && mustHold) {
			return { refusal: renamingMessages.takenIn(rename.to, name) };
		}
		isHeld ||= own.length > 0;
		append(edits, own);
		append(edits, references);
		count += 1;
		if (count % ENTRIES_PER_SLICE === 0) {
			yield;
		}
	}
	const forbidden = edits.length > 0 ? format.forbidden(rename.to) : undefined;
	if (forbidden !== undefined) {
		return { refusal: renamingMessages.forbidden(forbidden, name) };
	}
	return isHeld || !mustHold ? edits : { refusal: renamingMessages.notFound(rename.from, name) };
}

function itemsOf(note: Note) {
	return note.citations.flatMap(({ items }) => items);
}

/** Applied from the last to the first, so that the remaining spans stay valid. */
function withEdits(text: string, edits: readonly KeyEdit[]): string {
	return edited(
		text,
		edits.toReversed().map(({ span, newText }) => ({ from: span.start, to: span.end, insert: newText })),
	);
}
