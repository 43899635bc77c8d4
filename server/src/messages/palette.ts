/** Texts of the search palette ("Papers: Search Papers") and of the commands that cite. */

import { counted } from './counted.ts';

/** What the palette's title depends on. */
export interface PaletteTitle {
	/** Number of taken papers. */
	readonly taken: number;
	/** Number of papers that Enter cites: the taken ones and the selected one. */
	readonly cited: number;
	readonly unfinished: 'reading' | 'stopped' | 'failed' | 'unanswered' | undefined;
}

const STILL = {
	reading: 'papers are still being read',
	stopped: 'not all papers have been read',
	failed: 'not all papers could be read',
	unanswered: 'no answer',
};

export const paletteMessages = {
	title: ({ taken, cited, unfinished }: PaletteTitle): string => {
		const parts = [
			...(taken > 0 ? [`${taken} taken, Enter cites ${counted(cited, 'paper')}`] : []),
			...(unfinished ? [STILL[unfinished]] : []),
		];
		return [...(taken > 0 ? [] : ['Search Papers']), ...parts].join(' · ');
	},
	citingPlaceholder: 'Author, title, year… Enter cites, Ctrl+Enter takes several',
	showingPlaceholder: 'Author, title, year… Enter shows the paper in its file',

	takenSection: (count: number): string => `${count.toLocaleString('en')} taken`,
	taken: 'taken',
	citedHere: 'cited here',

	nothingFound: (query: string): string => `No paper matches “${query}”`,
	nothingFoundYet: (query: string): string => `No paper matches “${query}” yet`,
	nothingReadYet: 'No papers yet',
	nothingFoundAdvice: 'Try fewer words, or only the beginning of each.',
	noParagraph: 'Open a note and put the cursor on a paragraph, or select a sentence.',
	nothingSuggested: 'No paper resembles this paragraph',
	nothingSuggestedAdvice: 'Type to search all papers, or select the sentence that needs a source.',
	stillReading: (papers: number): string =>
		`Papers are still being read: ${papers.toLocaleString('en')} so far. This list fills by itself.`,
	readingStopped: (papers: number): string => `Reading was stopped after ${counted(papers, 'paper')}.`,
	continueReading: 'Continue Indexing',
	continueReadingDetail: 'Reads the rest of your papers',
	readingFailed: (papers: number): string => `Reading has failed after ${counted(papers, 'paper')}.`,
	rebuild: 'Rebuild Index',
	rebuildDetail: 'Reads all your papers again',
	restart: 'Restart Server',
	restartDetail: 'The search was not answered. Restart the server and search again.',

	unknownFilter: (filter: string): string => `“${filter}” is not a filter`,
	unknownFilterAdvice:
		'It is searched as words. Filters: author:, title:, abstract:, venue:, key:, year:2020..2023, cat:, has:pdf, is:cited, like:key',

	noPapers: 'You have no papers yet',
	noPapersDetail: 'Nothing was found where Paper Notes looks for your library.',
	chooseLibrary: 'Choose your library…',
	chooseLibraryDetail: 'A .bib, .json or .ris file, or a folder of them',
	openSample: 'Open the sample',
	openSampleDetail: 'A folder with some well-known papers and notes, to try things out',

	openOnline: 'Open online',
	copyKey: 'Copy key',
	showInFile: 'Show in corpus file',
	take: 'Take, and keep searching (Ctrl+Enter)',
	untake: 'Do not take (Ctrl+Enter)',

	alreadyCited: (count: number): string =>
		count === 1 ? 'This citation names the paper already' : 'This citation names these papers already',
	copiedInstead: (citation: string, refusal?: string): string =>
		refusal === undefined
			? `The note could not be changed. Its citation is on the clipboard instead: ${citation}`
			: `${refusal} The citation is on the clipboard: ${citation}`,
};
