/**
 * The BibTeX entry type of a CSL item. BibTeX's own types where there is one; BibLaTeX's where BibTeX would have only
 * `misc`, as which its styles print them.
 */

import type { CslItem } from '../paper.ts';
import { plainText } from '../text/richText.ts';

export interface WrittenType {
	readonly name: string;
	/** BibLaTeX's `entrysubtype`. */
	readonly subtype?: string;
	/** Whether the type says what `genre` says. */
	readonly saysGenre?: true;
	/** The CSL type as which the entry is read, if not the item's. */
	readonly readAs?: string;
}

const TYPES: Readonly<Record<string, WrittenType>> = {
	'article-journal': { name: 'article' },
	'article-magazine': { name: 'article', subtype: 'magazine' },
	'article-newspaper': { name: 'article', subtype: 'newspaper' },
	article: { name: 'preprint' },
	bill: { name: 'bill' },
	book: { name: 'book' },
	chapter: { name: 'incollection' },
	dataset: { name: 'dataset' },
	document: { name: 'misc' },
	'entry-encyclopedia': { name: 'inreference' },
	graphic: { name: 'image' },
	interview: { name: 'interview' },
	legal_case: { name: 'jurisdiction' },
	legislation: { name: 'legislation' },
	manuscript: { name: 'unpublished' },
	map: { name: 'map' },
	motion_picture: { name: 'video' },
	pamphlet: { name: 'booklet' },
	'paper-conference': { name: 'inproceedings' },
	patent: { name: 'patent' },
	performance: { name: 'performance' },
	periodical: { name: 'periodical' },
	personal_communication: { name: 'letter' },
	report: { name: 'techreport' },
	software: { name: 'software' },
	song: { name: 'music' },
	speech: { name: 'talk' },
	standard: { name: 'standard' },
	webpage: { name: 'online' },
	// BibTeX and BibLaTeX have no such types; these are the nearest.
	collection: { name: 'misc', readAs: 'document' },
	entry: { name: 'inreference', readAs: 'entry-encyclopedia' },
	'entry-dictionary': { name: 'inreference', readAs: 'entry-encyclopedia' },
	classic: { name: 'book', readAs: 'book' },
	figure: { name: 'image', readAs: 'graphic' },
	post: { name: 'online', readAs: 'webpage' },
	'post-weblog': { name: 'online', readAs: 'webpage' },
	review: { name: 'article', readAs: 'article-journal' },
	'review-book': { name: 'article', readAs: 'article-journal' },
	regulation: { name: 'legislation', readAs: 'legislation' },
	treaty: { name: 'legislation', readAs: 'legislation' },
	broadcast: { name: 'video', readAs: 'motion_picture' },
};

const THESES: readonly (readonly [name: string, genre: string, likeIt: RegExp])[] = [
	['phdthesis', 'PhD thesis', /^(?:ph\.? ?d|doctor)/i],
	['mastersthesis', "Master's thesis", /^master/i],
];

export function entryTypeOf({ type, genre }: CslItem, hasArxiv: boolean): WrittenType {
	if (type === 'thesis') {
		const written = plainText(genre);
		const [name, meant] = THESES.find(([, , likeIt]) => likeIt.test(written)) ?? ['thesis', undefined];
		return written === meant ? { name, saysGenre: true } : { name };
	}
	// A document with an arXiv id is read as a preprint, and `misc` with one is how arXiv itself writes them.
	return type === 'article' && hasArxiv ? { name: 'misc' } : (TYPES[type] ?? { name: 'misc', readAs: 'document' });
}
