/** How two records in files of one format become one. */

import type { Span } from '../../util/span.ts';
import type { KeyEdit } from './keyEdit.ts';

/** A field as it is written in its file, with braces or quotes. */
export interface WrittenField {
	readonly name: string;
	readonly value: string;
}

/** A field of two records. Texts without the braces or quotes around them. */
export interface FieldDifference {
	/** As the record writes it. */
	readonly name: string;
	readonly kept: string;
	/** What the other record says. */
	readonly other: string;
}

/** A record found in the text of a file. */
export interface FoundRecord extends Span {
	readonly fields: readonly WrittenField[];
	/** Whether a value can only be read with other parts of its file: a macro's name. */
	readonly needsFile: boolean;
}

export interface RecordMerge {
	/** The record with this key; undefined unless there is exactly one. */
	readonly find: (text: string, key: string) => FoundRecord | undefined;
	/** The fields in which the two say different things, in the order of the record. */
	readonly differences: (record: FoundRecord, other: FoundRecord) => readonly FieldDifference[];
	/**
	 * Adds the fields that the record lacks, as `other` has them, and gives those that `taken` names the value of `other`:
	 * names of `differences`.
	 */
	readonly complete: (
		text: string,
		record: FoundRecord,
		other: FoundRecord,
		taken: ReadonlySet<string>,
	) => readonly KeyEdit[];
	/** Removes the record, and the empty lines that would be left. */
	readonly remove: (text: string, record: FoundRecord) => KeyEdit;
}
