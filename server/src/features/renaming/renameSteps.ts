/** The edits of a rename, file by file, from the current text of each. */

import type { KeyEdit } from '../../corpus/formats/keyEdit.ts';
import type { FormatEdits } from '../../corpus/renaming/keyEdits.ts';
import { formatNames } from '../../messages/formatNames.ts';
import { renamingMessages } from '../../messages/renaming.ts';
import type { CitationSyntax } from '../../notes/citation.ts';
import type { Refusal } from '../../workspace/editPlan.ts';
import { unlessRewritten } from '../adding/rewriters.ts';
import type { RenamePlan } from './rename.ts';
import { corpusFileEdits, type FileText, frontMatterEdits, noteEdits } from './renameEdits.ts';

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
	{ rename, notes, records, referring, listing }: RenamePlan,
	{ formats, syntaxesOf }: RenameContext,
): Generator<RenameStep> {
	for (const [files, mustHold] of [[records, true] as const, [referring, false] as const]) {
		for (const [uri, name] of files) {
			const format = formats.get(name);
			if (format) {
				const annotation = renamingMessages.inCorpus;
				const edits = (file: FileText) => corpusFileEdits(file, format, { rename, mustHold });
				yield { uri, annotation, editsOf: (file) => unlessRewritten({ file, format }, edits(file)) };
			}
		}
	}
	for (const uri of notes) {
		const annotation = renamingMessages.inNotes;
		const format = uri === listing ? formats.get(formatNames.cslYaml) : undefined;
		yield {
			uri,
			annotation,
			editsOf: (file) => editsInNote(file, noteEdits(file, syntaxesOf(uri), rename), { format, rename }),
		};
	}
}

interface Listing {
	/** The format of the front matter's list; undefined if the note does not list the paper. */
	readonly format: FormatEdits | undefined;
	readonly rename: RenamePlan['rename'];
}

/** The edits of the citations, after those of the front matter if it lists the paper. */
function* editsInNote(
	file: FileText,
	citations: readonly KeyEdit[] | Refusal,
	{ format, rename }: Listing,
): Generator<void, readonly KeyEdit[] | Refusal> {
	const listed = format ? yield* frontMatterEdits(file, format, rename) : [];
	return 'refusal' in listed ? listed : 'refusal' in citations ? citations : [...listed, ...citations];
}

// biome-ignore lint/correctness/useYield: a step of which nothing is long
export function* atOnce<T>(result: T): Generator<void, T> {
	return result;
}
