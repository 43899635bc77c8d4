/** More of our own requests: records that are one paper, or may be. */

import type { Place, Position } from './protocol.ts';

/** `paperNotes/nearDuplicates`: records of two papers that may be one. Slow: only for a list that somebody looks at. */
export const nearDuplicatesRequest = 'paperNotes/nearDuplicates';

export interface NearDuplicatesResponse {
	/** In the order of their places; the first hundred. */
	readonly pairs: readonly RecordPair[];
	/** How many were found. There may be more in a large corpus, where `isComplete` is false. */
	readonly count: number;
	readonly isComplete: boolean;
}

export type RecordPair = readonly [ListedRecord, ListedRecord];
/** A record with its whole range. `title`: empty where it has none. */
export type ListedRecord = Place & { readonly key: string; readonly title: string };

/** A record by its file and key. */
export interface NamedRecord {
	readonly uri: string;
	readonly key: string;
}

/** `merged` goes, and `kept` gets what it lacks. */
export interface Merger {
	readonly kept: NamedRecord;
	readonly merged: NamedRecord;
}

/** `paperNotes/mergers`: the records that can be merged into the one at a place of a corpus file, the same paper's. */
export const mergersRequest = 'paperNotes/mergers';

export interface MergersParams {
	readonly uri: string;
	readonly position: Position;
}

export interface MergersResponse {
	readonly mergers: readonly Merger[];
}

/**
 * `paperNotes/recordDifferences`: the fields that both records have and in which they differ, as text; `null` where a record
 * is not found alone in its file. A merger takes the names of those in which `merged` is right.
 */
export const recordDifferencesRequest = 'paperNotes/recordDifferences';

export interface RecordDifferencesResponse {
	readonly fields: readonly { readonly name: string; readonly kept: string; readonly other: string }[];
}
