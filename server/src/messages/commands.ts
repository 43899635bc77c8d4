/** Messages and questions of the commands for one paper. */

export const commandMessages = {
	openNoteFirst: 'Open a note first, and put the cursor on a citation such as @paper[key].',
	openNoteToCite: 'Open a note first: a citation goes into a Markdown file.',
	putCursorOnCitation: 'Put the cursor on the citation of a paper in your library, such as @paper[key].',
	noPaper: (key: string) => `No paper, or more than one, has the key "${key}".`,
	notOnline: (key: string) => `"${key}" has no DOI, arXiv id or address in your library.`,
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
};
