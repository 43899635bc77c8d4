/** Texts for choosing a library, opening the sample, and the offer to read Pandoc's citations. */

import { counted } from './counted.ts';

const BYTES_IN: readonly [unit: string, bytes: number][] = [
	['GB', 1e9],
	['MB', 1e6],
	['kB', 1e3],
];

/** `820 bytes`, `3.4 MB`. */
function size(bytes: number): string {
	const [unit, divisor] = BYTES_IN.find(([, least]) => bytes >= least) ?? ['bytes', 1];
	return `${(bytes / divisor).toLocaleString('en', { maximumFractionDigits: bytes / divisor < 10 ? 1 : 0 })} ${unit}`;
}

function day(milliseconds: number): string {
	return new Date(milliseconds).toLocaleDateString('en', { year: 'numeric', month: 'short', day: 'numeric' });
}

export const libraryMessages = {
	chooseTitle: 'Choose Your Library',
	choosePlaceholder: 'Pick a file that was found, or browse for your papers',
	found: 'Found',
	elsewhere: 'Elsewhere',
	/** `3.4 MB, Nov 3, 2026`: describes a file in the list. */
	sizeAndDay: (bytes: number, modified: number) => `${size(bytes)}, ${day(modified)}`,
	browseFiles: 'Browse Files…',
	browseFilesDetail: 'BibTeX, CSL-JSON, RIS, PubMed, EndNote and others',
	browseFolders: 'Browse Folders…',
	browseFoldersDetail: 'Every file in the folder and below it that holds papers is read',
	openFolder: 'Open a Folder…',
	openFolderDetail: 'No folder is open. The .bib, .ris and .nbib files of a folder are read without being chosen',
	exportZotero: 'Export from Zotero…',
	exportZoteroDetail: 'Shows the clicks for an export that Zotero keeps up to date',
	add: 'Use as Library',
	bibliographies: 'Bibliographies',
	allFiles: 'All files',
	reading: (names: string) => `Reading ${names}`,
	read: (papers: number, names: string) => `${counted(papers, 'paper')} from ${names} can now be cited.`,
	nothingRead: (names: string) =>
		`No papers were found in ${names}. Choose an export of your library: BibTeX, CSL-JSON or RIS.`,
	zoteroDatabase: 'Zotero’s own database cannot be read while Zotero uses it. Export your library from Zotero instead.',
	showClicks: 'Show How',
	notWritten: (reason: string) => `Your settings could not be changed: ${reason}`,
	openSampleFailed: (reason: string) => `The sample could not be copied: ${reason}`,
	choose: 'Choose Your Library…',
	readPandoc: 'Read Pandoc Citations Here',
	notNow: 'Not Now',
	pandocOffer: (folder: string) =>
		`The notes in "${folder}" cite as Pandoc does: [@key]. Should Paper Notes read these citations?`,
	whichFolder: 'In which folder are Pandoc citations to be read?',
} as const;

/** A page about Zotero. The steps are in the order of the clicks; labels on Zotero's screen are between asterisks. */
export const zoteroPage = {
	title: 'Your Zotero Library in Paper Notes',
	opening:
		'Zotero keeps its library in a database of its own. Let it write an export, and Paper Notes reads that file.',
	automatic: {
		heading: 'With Better BibTeX: an export that stays up to date',
		steps: [
			'Install the Better BibTeX plug-in for Zotero, if you do not have it yet.',
			'In Zotero, choose *File > Export Library…*',
			'As the format, choose *Better BibLaTeX* or *Better CSL JSON*.',
			'Tick *Keep updated*, and choose *OK*.',
			'Save the file where you will find it, for example in your Documents folder.',
		],
		after:
			'From now on each change in Zotero reaches Paper Notes within seconds, and the keys are those of Better BibTeX.',
	},
	byHand: {
		heading: 'Without a plug-in: an export by hand',
		steps: [
			'In Zotero, choose *File > Export Library…*',
			'As the format, choose *CSL JSON*, and choose *OK*.',
			'Save the file where you will find it.',
		],
		after: 'After you add papers in Zotero, export again over the same file.',
	},
	closing: 'Then choose the file here:',
} as const;
