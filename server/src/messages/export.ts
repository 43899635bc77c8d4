/** What is said about papers that are written to a bibliography. */

import { counted } from './counted.ts';

const FORMATS = { bibtex: 'BibTeX', 'csl-json': 'CSL-JSON', ris: 'RIS' } as const;

/** A message has no room for more. */
const MAX_SHOWN = 3;

type FormatName = keyof typeof FORMATS;

const written = (papers: number, file: string) => `${counted(papers, 'paper')} written to ${file}.`;

export const exportMessages = {
	unknown: (key: string) => `No paper has the key "${key}".`,
	ambiguous: (key: string) => `Several papers have the key "${key}", so none of them was written.`,
	namesake: (key: string) => `Here "${key}" means another paper than in the notes before, so this one was not written.`,
	notHeld: (format: FormatName, fields: readonly string[], papers: number) =>
		`${FORMATS[format]} has no place for all that is known of ${counted(papers, 'paper')}: ${fields.join(', ')}.`,
	written,
	noNotes: 'There are no notes here.',
	isCorpus: (file: string) =>
		`Papers are read from ${file}, and those that no note cites would be lost. Choose another file, or name this one in "paperNotes.exclude".`,
} as const;

/** What the commands of the editor say. */
export const exportCommandMessages = {
	copied: (format: FormatName) => `Copied as ${FORMATS[format]}`,
	openNote: 'Open a note first: this command writes what it cites to a file.',
	chooseFile: 'Export Cited Papers',
	failed: 'The papers were not written. Try again.',
	citesNothing: 'This note cites nothing, so no file was written.',
	leftOut: (places: readonly { readonly line: number; readonly message: string }[]) =>
		`${counted(places.length, 'citation')} left out: ${places
			.slice(0, MAX_SHOWN)
			.map(({ line, message }) => `line ${line}: ${message}`)
			.join(' ')}${places.length > MAX_SHOWN ? ' …' : ''}`,
	written,
} as const;

/** What "Papers: Export Note" says. */
export const exportNoteMessages = {
	openNote: 'Open a note that is saved on this machine.',
	untrusted: 'Trust this folder first: Pandoc reads the pictures and files that a note names.',
	title: 'Export Note',
	running: 'Pandoc is writing the note…',
	written: (file: string) => `The note was written to ${file}.`,
	open: 'Open',
	missing: (program: string) =>
		`There is no program "${program}". Install Pandoc (https://pandoc.org), or set paperNotes.pandocPath to where it is.`,
	/** `said`: Pandoc's own words. */
	failed: (said: string) => `Pandoc could not write the note: ${said === '' ? 'it gave no reason.' : said}`,
} as const;
