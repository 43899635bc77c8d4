/** Messages and questions of the commands for one paper. */

import { counted } from './counted.ts';
import { visible } from './foreignText.ts';
import { type LeftPlace, leftPlaces } from './leftPlaces.ts';

/** The two directions of a conversion. */
export const conversionChoices = { pandoc: "[@key], Pandoc's syntax", paper: '@paper[key]' };

export const commandMessages = {
	openNoteFirst: 'Open a note first, and put the cursor on a citation such as @paper[key].',
	openNoteToCite: 'Open a note first: a citation goes into a Markdown file.',
	putCursorOnCitation: 'Put the cursor on the citation of a paper in your library, such as @paper[key].',
	noPaper: (key: string) => `No paper, or more than one, has the key "${key}".`,
	notOnline: (key: string) => `"${key}" has no DOI, arXiv id or address in your library.`,
	openNoteToConvert: 'Open a note first, and run this command to convert its citations.',
	whichSyntax: 'This note has citations in both syntaxes. Write all of them as',
	notConverted: 'The citations were not converted. Try again.',
	converted: (count: number) =>
		count === 0 ? 'This note has no citations to convert.' : `Converted ${counted(count, 'citation')}.`,
	/** Follows one of the two messages beside this. */
	unreadHere: 'Pandoc citations are not read in this folder yet.',
	convertedPartly: (count: number, left: readonly LeftPlace[]) =>
		`Converted ${counted(count, 'citation')}. ${counted(left.length, 'citation')} left: ${leftPlaces(left)}`,
	copied: (key: string) => `Copied ${key}`,
	whichFile: 'This paper is in several files',
	line: (line: number) => `line ${line}`,
	authorsOf: (title: string) => `Authors of "${title}"`,
	searchByAuthor: 'Choose an author to see their papers',
	noAuthors: (key: string) => `"${key}" has no authors in your library.`,
	noPdf: (key: string) => `No PDF belongs to "${key}" in your library.`,
	whichPdf: 'This paper has several PDF files',
	pdfIsGone: (names: readonly string[], places: readonly string[]) =>
		`${names.map((name) => `"${name}"`).join(' and ')} ${names.length === 1 ? 'is' : 'are'} not there. Looked for ${places.join(' and ')}.`,
	openOnlinePdf: 'Open PDF online',
	noPdfViewer: 'This window cannot show a PDF by itself. An extension for PDF files can.',
	findPdfViewer: 'Find an extension',
	noDuplicates: 'No two records in your library look like the same paper without being one.',
	noLongerDuplicates: 'These two records are not possible duplicates any more: your library has changed.',
	whichDuplicates: 'Choose two records that may be the same paper',
	bothKeys: (key: string, other: string) => `${visible(key)} and ${visible(other)}`,
	/** The title of the editor that shows two records side by side. */
	comparison: (key: string, other: string) => `${visible(key)} ↔ ${visible(other)}`,
	notCompared: (reason: string) => `The records could not be shown: ${reason}`,
};
