/** A record that is still to be added to a corpus file. */

export interface NewRecord {
	/** BibTeX's, in lower case: `article`. */
	readonly type: string;
	readonly key: string;
	/** Names and values, in order. The values are plain text; an empty one is for the writer to fill in. */
	readonly fields: readonly (readonly [name: string, value: string])[];
}
