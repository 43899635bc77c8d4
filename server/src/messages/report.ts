/** The texts of the index report. */

import { counted } from './counted.ts';
import { visible } from './foreignText.ts';

export const reportMessages = {
	title: 'Paper Notes: Index Report',
	summary: ({ papers, files, notes }: { readonly papers: number; readonly files: number; readonly notes: number }) =>
		`${counted(papers, 'paper')} from ${counted(files, 'file')}, ${counted(notes, 'note')}.`,
	took: (ms: number) => `The last update took ${duration(ms)}.`,
	indexing: 'Papers are still being read.',
	stopped: 'Reading was stopped.',
	stop: 'Stop reading',
	goOn: 'Continue reading',
	rebuild: 'Rebuild the index',
	noPapersTitle: 'No papers yet',
	/** Followed by the setting's name and `noPapersEnd`. */
	noPapersStart:
		'Put a BibTeX, CSL-JSON, RIS or other export of your papers into the folder that is open, or say where it is in the setting',
	noPapersEnd: '.',
	chooseLibrary: 'Choose your library…',
	openSample: 'Open the sample',
	pandocUnread: 'Notes here cite your papers as Pandoc does, [@key], and these citations are not read.',
	readPandoc: 'Read Pandoc citations here',
	problems: 'Problems',
	problemsInAll: (count: number) =>
		`${counted(count, 'problem')} in your files. Open a file, and its problems are underlined there.`,
	/** `4,000 in`, followed by files. */
	countIn: (count: number) => `${count.toLocaleString('en')} in`,
	moreFiles: (count: number) => `and ${counted(count, 'more file')}`,
	moreFilesWithPapers: (files: number, papers: number) =>
		`and ${counted(files, 'more file')} with ${counted(papers, 'paper')}`,
	moreExamples: (count: number) => `and ${count.toLocaleString('en')} more`,
	/** Text for screen readers on the link to a problem's setting. */
	changeSeverity: (code: string) => `Change how ${code} is shown`,
	duplicates: 'Possible duplicates',
	/** `isComplete`: whether there are no more. */
	duplicatesInAll: (count: number, isComplete: boolean) =>
		`${isComplete ? '' : 'At least '}${counted(count, 'pair')} of records may describe the same paper. They differ a little, so they stay two papers. If they are one, delete one of them, or give both the same DOI.`,
	compare: (key: string, other: string) => `Compare ${visible(key)} and ${visible(other)}`,
	keyAndTitle: (key: string, title: string) => (title === '' ? visible(key) : `${visible(key)}: ${title}`),
	files: 'Files',
	papersOf: (count: number) => counted(count, 'paper'),
	problemsOf: (count: number) => counted(count, 'problem'),
	notRead: 'Not read',
	pdfFiles: (count: number) => `${counted(count, 'PDF file')}: papers are read from lists of them, such as BibTeX.`,
	unknownReason: 'It could not be read.',
};

/** `less than 0.1 s`, `0.4 s`, `15 s`, `2 min 5 s`, from milliseconds. */
export function duration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (ms < 100) {
		return 'less than 0.1 s';
	}
	if (ms < 9950) {
		return `${(ms / 1000).toFixed(1)} s`;
	}
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
