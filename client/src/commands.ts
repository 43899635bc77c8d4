/** All commands of the extension, without the prefix `paperNotes.` that they have in `package.json`. */

const NAMES = [
	'searchPapers',
	'papersForParagraph',
	'searchInstead',
	'addRecord',
	'takePaper',
	'insertCitation',
	'openOnline',
	'openPdf',
	'changeCitationForm',
	'convertCitations',
	'copyKey',
	'copyBibtex',
	'copyCslJson',
	'copyFormatted',
	'copyLatex',
	'copyTypst',
	'openLiteratureNote',
	'insertBibliography',
	'exportCited',
	'exportNote',
	'revealInCorpus',
	'showAuthors',
	'showCitations',
	'peekPaper',
	'giveKey',
	'listUncited',
	'showIndexReport',
	'comparePapers',
	'mergeRecords',
	'onePaper',
	'twoPapers',
	'chooseLibrary',
	'allowLibrary',
	'openSample',
	'readPandoc',
	'stopIndexing',
	'continueIndexing',
	'rebuildIndex',
	'restartServer',
	'closeList',
	'openList',
] as const;

export type CommandName = `paperNotes.${(typeof NAMES)[number]}`;

/** The same as declared in `package.json`. */
export const COMMANDS = NAMES.map((name): CommandName => `paperNotes.${name}`);

/**
 * The function behind a command. The argument is the key of a paper, a query, two records, or nothing. After a key, `uri` is the note in
 * which it means the paper, and `page` one of its PDF.
 */
export type Command = (argument?: unknown, uri?: unknown, page?: unknown) => unknown;
