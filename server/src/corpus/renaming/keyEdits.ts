/**
 * Renames a key in the files of each format, and adds records. It needs the readers of these formats, so it is a separate
 * bundle (`imports` in package.json) that the server loads only for such an edit.
 */

import type { Span } from '../../util/span.ts';
import { bibtex } from '../formats/bibtex/bibtex.ts';
import { bibtexEntryFixes } from '../formats/bibtex/entryFixes.ts';
import { bibtexMerge } from '../formats/bibtex/entryMerge.ts';
import { bibtexKeyEdits, bibtexKeyed, forbiddenInBibtex } from '../formats/bibtex/keyEdits.ts';
import { newBibtexEntry } from '../formats/bibtex/newEntry.ts';
import { rewriterOf } from '../formats/bibtex/rewrittenFile.ts';
import { cslJson } from '../formats/csl/cslJson.ts';
import { cslJsonKeyEdits, cslYamlKeyEdits } from '../formats/csl/cslKeyEdits.ts';
import { cslYaml } from '../formats/csl/cslYaml.ts';
import type { KeyEdit, KeyEdits } from '../formats/keyEdit.ts';
import type { NewRecord } from '../formats/newRecord.ts';
import type { RecordFix } from '../formats/recordFix.ts';
import type { RecordMerge } from '../formats/recordMerge.ts';

export interface FormatEdits {
	readonly edits: KeyEdits;
	/** The first character of a key that is not allowed in this format. */
	readonly forbidden: (key: string) => string | undefined;
	/** Gives the record that begins at `start` a key. Absent where only records with keys are told apart. */
	readonly keyed?: (text: string, start: number, to: string) => KeyEdit | undefined;
	/** Adds a record to the text of a file. Absent where no record can be added. */
	readonly added?: (text: string, record: NewRecord) => KeyEdit;
	/** What puts problems of the entries that touch `within` right. Absent where that is not known. */
	readonly fixes?: (text: string, within: Span) => readonly RecordFix[];
	/** Makes two records one. Absent where that is not possible. */
	readonly merge?: RecordMerge;
	/** The program that would undo a change of this file: see `rewriterOf`. */
	readonly rewriter?: (text: string) => string | undefined;
}

/** By format name, one for each of `keyFormats.ts`. */
export const FORMAT_EDITS: ReadonlyMap<string, FormatEdits> = new Map([
	[
		bibtex.name,
		{
			edits: bibtexKeyEdits,
			forbidden: forbiddenInBibtex,
			keyed: bibtexKeyed,
			added: newBibtexEntry,
			fixes: bibtexEntryFixes,
			merge: bibtexMerge,
			rewriter: rewriterOf,
		},
	],
	[cslJson.name, { edits: cslJsonKeyEdits, forbidden: () => undefined }],
	[cslYaml.name, { edits: cslYamlKeyEdits, forbidden: () => undefined }],
]);
