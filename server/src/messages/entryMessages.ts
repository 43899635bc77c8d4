/** Problems of one entry of a corpus file, in any format. Each message says how to fix it. */

import { visible } from './foreignText.ts';

export const entryMessages = {
	uncitableKey: (key: string, better: string) =>
		`"${visible(key)}" cannot be cited: a key has no space, comma, semicolon or unpaired bracket, and does not begin with "@". Use "${better}" instead.`,
	/** `written`: a number, or a date such as 2015-02-30. */
	notInCalendar: (what: 'date' | 'month' | 'day', written: string) =>
		`The ${what} ${written} does not exist: correct its numbers.`,
	/** `most`: a number of characters, with digits grouped by three. */
	fieldTooLong: (most: string) =>
		`A field of this entry is longer than ${most} characters, so only its beginning was kept. Is a brace or a quote missing?`,
	/** `what`: the element or line that should contain the title. */
	noTitleIn: (what: string) => `This entry has no title: ${what} is missing or empty.`,
	noTitleLine: 'This entry has no title: add a line "TI  - ...".',
	noTitleOrCutOff: 'This entry has no title: the line "TI  - ..." is missing, or the file is cut off here.',
	noType: 'This entry does not start with its type: add a line such as "TY  - JOUR" above it.',
	noTitleCell: 'This row has no title: its cell in the column of titles is empty or missing.',
	/** `cells`: how many the row has. `columns`: how many the header has. */
	tooManyCells: (cells: number, columns: number) =>
		`This row has ${cells} cells, and the header has ${columns}. Put a cell that contains a separator in quotes.`,
	noEndQuote:
		'The quote before this cell is not closed, so only this line was read. Add a quote at the end of the cell.',
	noEndLine: 'The last entry has no line "ER  - ", so the file may be cut off. What is here was read.',
	noEndTag: (element: string) =>
		`This entry is not closed by </${element}>, so the file may be damaged or cut off here. What is in it was read.`,
} as const;
