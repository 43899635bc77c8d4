/** The texts in the list of papers other than papers. */

import { visible } from './foreignText.ts';

export const listMessages = {
	/** A row that starts a citation, by its form. */
	parenthetical: 'Cite a paper',
	inText: 'Cite in the text: Smith (2020)',
	withoutAuthor: 'Cite without the author: (2020)',
	showPapers: 'Show papers',
	/** Follows the title of a paper that the note cites already. */
	citedHere: ', cited here',
	/** Follows the title of a paper that has been found by a key it no longer has. */
	formerKey: (key: string): string => `, was ${visible(key)}`,
	noPapers: 'No papers yet. Choose your library…',
	noPapersElsewhere: 'No papers are indexed. Name your library in the setting paperNotes.corpus.',
	chooseLibrary: 'Choose your library',
	readPandoc: 'Read Pandoc citations here: [@key]',
	readPandocElsewhere: 'For citations like [@key], add "pandoc" to the setting paperNotes.syntaxes.',
	reading: 'Reading your library. Papers will appear here.',
	nothingFound: (query: string): string => `No paper matches “${query}”. Try fewer words.`,
	/** A paper that Pandoc's syntax cannot cite. `label`: what the row shows otherwise. */
	notInPandoc: (key: string, label: string): string =>
		`Not citable as @{…}: “${visible(key)}” has an unpaired brace. ${label}`,
	/** A paper that no key means in the note, because another library is the note's own. */
	meansAnotherPaper: (key: string, label: string): string =>
		`Not citable here: “${visible(key)}” means another paper in this note. ${label}`,
	unknownFilter: (filter: string): string => `“${filter}” is not a filter. Try author:`,
} as const;
