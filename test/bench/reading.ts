/** How fast corpus files become records. */

import { bibtex } from '../../server/src/corpus/formats/bibtex/bibtex.ts';
import { sharedText } from '../corpus/bibtex/sharedCorpora.ts';

const FILE = 'acl-2016-on.bib';
const ROUNDS = 5;

/** Prints MB/s from BibTeX text to finished records, of the first round (cold) and of the best. */
export function benchReading(): void {
	const text = sharedText(FILE);
	if (text === undefined) {
		console.log(`reading: skipped, ../shared/corpora/${FILE} is absent`);
		return;
	}
	const megabytes = Buffer.byteLength(text) / 1e6;
	const speeds = Array.from({ length: ROUNDS }, () => megabytes / secondsToRead(text));
	const [cold = 0] = speeds;
	console.log(`reading BibTeX: ${cold.toFixed(0)} MB/s cold, ${Math.max(...speeds).toFixed(0)} MB/s best of ${ROUNDS}`);
}

function secondsToRead(text: string): number {
	const start = performance.now();
	let papers = 0;
	for (const _ of bibtex.read(text, { report: () => {} })) {
		papers += 1;
	}
	return papers === 0 ? Number.POSITIVE_INFINITY : (performance.now() - start) / 1000;
}
