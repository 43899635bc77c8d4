/** What is said about papers that are written to a bibliography. */

import { counted } from './counted.ts';

const FORMATS = { bibtex: 'BibTeX', 'csl-json': 'CSL-JSON', ris: 'RIS' } as const;

type FormatName = keyof typeof FORMATS;

export const exportMessages = {
	unknown: (key: string) => `No paper has the key "${key}".`,
	ambiguous: (key: string) => `Several papers have the key "${key}", so none of them was written.`,
	namesake: (key: string) => `Here "${key}" means another paper than in the notes before, so this one was not written.`,
	notHeld: (format: FormatName, fields: readonly string[], papers: number) =>
		`${FORMATS[format]} has no place for all that is known of ${counted(papers, 'paper')}: ${fields.join(', ')}.`,
	written: (papers: number, file: string) => `${counted(papers, 'paper')} written to ${file}.`,
	noNotes: 'There are no notes here.',
	isCorpus: (file: string) =>
		`Papers are read from ${file}, and those that no note cites would be lost. Choose another file, or name this one in "paperNotes.exclude".`,
} as const;
