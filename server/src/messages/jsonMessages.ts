/** Problems of a JSON file. Each message says how to fix it. */

export const jsonMessages = {
	notACslItem: 'This is not a CSL item: an item is an object with a "type" and a "title" or other CSL fields.',
	notAnArxivPaper: 'This is not an arXiv paper: a paper has an "id" and a "title".',
	notAnObject: 'This is not a JSON object: each line has one, in braces.',
	tooDeep: 'Values are nested too deeply here.',
	noFieldName: 'Expected a field name in double quotes.',
	noColon: 'Expected ":" after the field name.',
	extraComma: (closing: string) => `Remove the comma before "${closing}".`,
	noComma: 'A comma is missing before this.',
	noCommaOrEnd: (closing: string) => `Expected "," or "${closing}".`,
	noClosingQuote: 'The closing quote of this text is missing.',
	brokenLine: 'Text in JSON must be on one line: write a line break as \\n.',
	loneBackslash: 'Write a backslash in JSON as \\\\.',
	unquoted: (word: string) => `"${word}" needs double quotes.`,
	noValue: 'A value is missing here.',
	fileEnds: 'The file ends before it is complete.',
	endsWithinEntry: 'The file ends in the middle of this entry.',
	unclosedList: 'The list of papers is not closed, so the file may be cut off. The papers above were read.',
	earlyEnd: 'The list of papers ends here, but the file goes on.',
} as const;
