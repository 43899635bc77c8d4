/** What is said when two records of one paper become one. */

import { visible } from './foreignText.ts';

export const mergingMessages = {
	/** Also the title of the change. */
	label: (merged: string, kept: string) => `Merge "${visible(merged)}" into "${visible(kept)}"`,
	sameKey: (key: string, file: string) => `Merge "${visible(key)}" in ${visible(file)} into this record`,
	/** `fields`: those in which the record that goes says something else. */
	goes: (merged: string, fields: readonly { readonly name: string; readonly other: string }[]) =>
		`The record "${visible(merged)}", which goes, has another ${fields.map(({ name, other }) => `${name} ("${visible(other)}")`).join(', ')}. Undo the change if that is right.`,
	whichStays: 'Which record stays?',
	whichFields: (merged: string) => `Tick the fields in which "${visible(merged)}" is right`,
	/** Under a field's name: what the record that goes says. */
	otherSays: (merged: string, value: string) => `${visible(merged)}: ${visible(value)}`,
	empty: 'nothing',
	noRecord: 'Put the cursor on a record that has a copy, or choose two papers in Papers: Compare Papers.',
	notMerged: 'The records could not be merged. Try again.',
	notOne: (key: string, file: string) =>
		`${visible(file)} does not have exactly one record "${visible(key)}" any more. Save the file and try again.`,
	notThere: (key: string, note: string) =>
		`The note ${visible(note)} cites the paper, and "${visible(key)}" does not mean it there. Merge the other way round.`,
	macros: (key: string, file: string) =>
		`"${visible(key)}" uses macros (@string) of ${visible(file)}. Write their text into the record, or merge the other way round.`,
};
