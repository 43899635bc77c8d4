/** The words on a paper's card that do not come from its record. */

import { counted } from './counted.ts';

export const cardMessages = {
	etAl: 'et al.',
	andMore: (count: number) => `and ${count.toLocaleString('en')} more`,
	hasCode: 'code published',
	/** `vol. 2`, if no journal precedes it. */
	volume: (volume: string) => `vol. ${volume}`,
	/** `pp. 5998–6008`, `p. 7` */
	pages: (pages: string) => `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`,
	links: { pdf: 'PDF', doi: 'DOI', arxiv: 'arXiv', web: 'Web', code: 'Code' },
	/** The PDF on the web, if there is also one on disk. */
	onlinePdf: 'PDF online',
	/** Links that change the form of the citation under the card. */
	forms: { parenthetical: 'Cite in parentheses', inText: 'Cite in the text', suppressAuthor: 'Leave out the author' },
	/** Followed by the part of the paper that the citation means: `page 12`. */
	citedAt: (part: string) => `Cited here: ${part}`,
	/** In the list of a citation's papers, before the key. */
	unclearKey: 'not one paper',
	literatureNote: 'Literature note',
	newNote: 'New literature note',
	/** Above the card of a paper that is cited by the key it had before. Both keys are as they are to be shown. */
	renamed: (old: string, key: string) => `${old} is now ${key}.`,
	copyKey: 'Copy key',
	showRecord: 'Show record',
	citedIn: (notes: number) => `Cited in ${notes === 1 ? 'one note' : counted(notes, 'note')}:`,
	keywords: (words: string) => `Keywords: ${words}`,
	note: (text: string) => `Note: ${text}`,
	/** The only file of a paper, preceded by its key. */
	from: (key: string, file: string) => `${key} from ${file}`,
	/** Followed by the files of a paper. */
	comesFrom: (key: string) => `${key} comes from:`,
	alsoIn: (files: string) => `also in ${files}`,
	more: (count: number) => `${count.toLocaleString('en')} more`,
	/** The parts of a card that come from a file. */
	parts: {
		key: 'key',
		title: 'title',
		authors: 'authors',
		affiliations: 'affiliations',
		venue: 'venue',
		volume: 'volume',
		pages: 'pages',
		date: 'date',
		categories: 'categories',
		code: 'code',
		abstract: 'abstract',
		keywords: 'keywords',
		note: 'note',
	},
	months: [
		...(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'] as const),
		...(['September', 'October', 'November', 'December'] as const),
	],
};
