/** All commands of the extension, by the names declared in `package.json`. */

export const COMMANDS = [
	'paperNotes.searchPapers',
	'paperNotes.searchInstead',
	'paperNotes.takePaper',
	'paperNotes.insertCitation',
	'paperNotes.openOnline',
	'paperNotes.openPdf',
	'paperNotes.changeCitationForm',
	'paperNotes.convertCitations',
	'paperNotes.copyKey',
	'paperNotes.copyBibtex',
	'paperNotes.copyCslJson',
	'paperNotes.copyLatex',
	'paperNotes.copyTypst',
	'paperNotes.exportCited',
	'paperNotes.revealInCorpus',
	'paperNotes.showAuthors',
	'paperNotes.showCitations',
	'paperNotes.peekPaper',
	'paperNotes.showIndexReport',
	'paperNotes.comparePapers',
	'paperNotes.chooseLibrary',
	'paperNotes.allowLibrary',
	'paperNotes.openSample',
	'paperNotes.readPandoc',
	'paperNotes.stopIndexing',
	'paperNotes.continueIndexing',
	'paperNotes.rebuildIndex',
	'paperNotes.restartServer',
	'paperNotes.closeList',
	'paperNotes.openList',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/**
 * The function behind a command. The argument is the key of a paper, a query, two records, or nothing. After a key, `uri` is the note in
 * which it means the paper.
 */
export type Command = (argument?: unknown, uri?: unknown) => unknown;
