/** What records that may be one paper have in common. */

import { type IdentityMarks, MARK_NAMES, type MarkName } from '../../corpus/identity/identityMarks.ts';

/** A record, and a hash of all that its identity depends on. */
export interface BlockRecord {
	readonly id: number;
	readonly facts: number;
}

/** A mark: a column of the table `records`, and a value. */
export interface Mark {
	readonly name: MarkName;
	readonly value: number;
}

/** The marks that a record has. */
export function marksIn(marks: IdentityMarks): readonly Mark[] {
	return MARK_NAMES.flatMap((name) => {
		const value = marks[name];
		return value === null ? [] : [{ name, value }];
	});
}
