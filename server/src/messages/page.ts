/** The words on the page of a paper. */

import { counted } from './counted.ts';

export const pageMessages = {
	noPaper: (key: string) => `No paper, or more than one, has the key ${key}.`,
	key: (key: string, others: string) => `Key: ${key}${others === '' ? '' : `; also ${others}`}`,
	literatureNote: 'Literature note:',
	abstract: 'Abstract',
	citedIn: (notes: number) => `Cited in ${counted(notes, 'note')}`,
	notCited: 'No note cites this paper.',
	line: (line: number) => `line ${line}`,
	moreNotes: (count: number) => `and in ${counted(count, 'more note')}`,
	moreHere: (count: number) => `and ${counted(count, 'more place')}`,
	sources: 'Sources',
};
