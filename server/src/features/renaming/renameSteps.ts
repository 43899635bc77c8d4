/** The edits of a rename, file by file, from the current text of each. */

import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import type { RenamePlan } from './rename.ts';
import { corpusFileEdits, type FileText, noteEdits } from './renameEdits.ts';

export interface RenameStep {
	readonly uri: string;
	readonly annotation: string;
	/** Yields regularly, because a file may be large. */
	readonly editsOf: (file: FileText) => Iterator<void, readonly KeyEdit[] | Refusal>;
}

export interface RenameContext {
	readonly formats: ReadonlyMap<string, FormatEdits>;
	/** The syntaxes that count as citations in a note. */
	readonly syntaxesOf: (uri: string) => readonly CitationSyntax[];
}

/** One step per file, corpus files first: if the key cannot be renamed there, no note is read. */
export function* renameSteps(
	{ rename, notes, records, referring }: RenamePlan,
	{ formats, syntaxesOf }: RenameContext,
): Generator<RenameStep> {
	for (const [files, mustHold] of [[records, true] as const, [referring, false] as const]) {
		for (const [uri, name] of files) {
			const format = formats.get(name);
			if (format) {
				const annotation = renamingMessages.inCorpus;
				yield { uri, annotation, editsOf: (file) => corpusFileEdits(file, format, { rename, mustHold }) };
			}
		}
	}
	for (const uri of notes) {
		const annotation = renamingMessages.inNotes;
		yield { uri, annotation, editsOf: (file) => oneStep(noteEdits(file, syntaxesOf(uri), rename)) };
	}
}

/** An iterator that is done at once. */
function oneStep<T>(value: T): Iterator<void, T> {
	return { next: () => ({ done: true, value }) };
}
