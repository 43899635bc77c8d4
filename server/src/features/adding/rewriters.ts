/** Corpus files that another program writes anew, so that a change would be lost: they are read-only here. */

import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { addingMessages } from '../../messages/addingMessages.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import type { FileText } from '../renaming/renameEdits.ts';

/** The program to whose folder the file belongs: Zotero keeps its library, and people their exports, in `Zotero`. */
export function rewriterAbove(uri: string): string | undefined {
	return /\/Zotero\//.test(uri) ? 'Zotero' : undefined;
}

export interface ChangedFile {
	readonly file: FileText;
	readonly format: FormatEdits;
}

/** The edits of the file, or a refusal if there are some and another program would undo them. */
export function* unlessRewritten(
	{ file: { uri, name, text }, format }: ChangedFile,
	work: Iterable<void, readonly KeyEdit[] | Refusal>,
): Generator<void, readonly KeyEdit[] | Refusal> {
	const edits = yield* work;
	if ('refusal' in edits || edits.length === 0) {
		return edits;
	}
	const program = rewriterAbove(uri) ?? format.rewriter?.(text);
	return program === undefined ? edits : { refusal: addingMessages.rewritten(name, program) };
}
