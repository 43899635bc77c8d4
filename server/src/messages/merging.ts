/** What is said when two records of one paper become one. */

import { visible } from './foreignText.ts';

export const mergingMessages = {
	/** Also the title of the change. */
	label: (merged: string, kept: string) => `Merge "${visible(merged)}" into "${visible(kept)}"`,
	sameKey: (key: string, file: string) => `Merge "${visible(key)}" in ${visible(file)} into this record`,
	notOne: (key: string, file: string) =>
		`${visible(file)} does not have exactly one record "${visible(key)}" any more. Save the file and try again.`,
	notThere: (key: string, note: string) =>
		`The note ${visible(note)} cites the paper, and "${visible(key)}" does not mean it there. Merge the other way round.`,
	macros: (key: string, file: string) =>
		`"${visible(key)}" uses macros (@string) of ${visible(file)}. Write their text into the record, or merge the other way round.`,
};
