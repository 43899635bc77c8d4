/** Every command of the extension, by the name that `package.json` declares. */

export const COMMANDS = [
	'paperNotes.searchPapers',
	'paperNotes.searchInstead',
	'paperNotes.takePaper',
	'paperNotes.insertCitation',
	'paperNotes.openOnline',
	'paperNotes.openPdf',
	'paperNotes.changeCitationForm',
	'paperNotes.copyKey',
	'paperNotes.revealInCorpus',
	'paperNotes.showAuthors',
	'paperNotes.showIndexReport',
	'paperNotes.chooseLibrary',
	'paperNotes.openSample',
	'paperNotes.readPandoc',
	'paperNotes.stopIndexing',
	'paperNotes.continueIndexing',
	'paperNotes.rebuildIndex',
	'paperNotes.restartServer',
	'paperNotes.closeList',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** What runs when a command is called: with the key of a paper, a query, or nothing. */
export type Command = (argument?: unknown) => unknown;
