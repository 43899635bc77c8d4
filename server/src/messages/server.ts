/** Messages of the server and of the connection to it. */

import { counted } from './counted.ts';

const product = 'Paper Notes';

export const serverMessages = {
	product,
	/** `message`: a sentence. */
	said: (message: string) => `${product}: ${message}`,
	/** `found`, `needed`: versions of Node.js. */
	oldNode: (found: string, needed: string) =>
		`${product} needs Node.js ${needed} or newer, and this is Node.js ${found}.`,
	notStarted: (error: string) => `${product} could not start its server: ${error}`,
	cancelled: 'Cancelled before it began.',
	initializedBefore: 'The server has already been initialized.',
	notInitialized: 'The server has not been initialized yet.',
	shutDown: 'The server has been shut down.',
	unknownMethod: (method: string) => `The server does not know the request ${method}.`,
	/** `name`: of the file. */
	largeDocument: (name: string) =>
		`${name} is too large to be read while you edit it: it has more than 50 million characters. Its file on disk counts.`,
	indexing: 'Indexing papers',
	/** Papers indexed so far, beside the progress bar. */
	indexed: (papers: number) => counted(papers, 'paper'),
	manyPlaces: (all: number, shown: number) =>
		`There are ${all.toLocaleString('en')} places. The first ${shown.toLocaleString('en')} are listed.`,
	tooManyProblems: (all: number, shown: number) =>
		`This file has ${counted(all, 'problem')}. Only the ${shown.toLocaleString('en')} most serious are shown here; the index report counts them all.`,
} as const;
