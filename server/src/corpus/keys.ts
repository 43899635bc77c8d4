/**
 * Generates a key for a paper whose source has none: family name, year, first significant word of the title, as in
 * `zeng2025rlve`. If that is ambiguous, more words follow: `zeng2025rlve-scaling-environments`. A record thus has a
 * chain of names, each a prefix of the next, and all of them refer to it. A word never contains a hyphen, so a long name
 * of one paper cannot accidentally equal the short name of another. Two papers can only share the first names of their
 * chains.
 */

import { isCitable } from '../syntax/key.ts';
import { foldedWords } from '../util/fold.ts';
import { hashText } from '../util/hash.ts';
import { type PlainText, richText, unmarked } from '../util/textKinds.ts';
import { creatorsOf, plainPart } from './names.ts';
import type { CslName } from './paper.ts';
import type { RecordContent } from './recordContent.ts';
import { plainText } from './text/richText.ts';
import { yearOf } from './year.ts';

/** Articles, prepositions and conjunctions in the most common languages of titles. */
const INSIGNIFICANT = new Set(
	(
		'a an the and or but nor of on in to for from with without by at as via into onto over under upon toward towards ' +
		'between among through is are ' +
		'der die das des dem den ein eine einer eines und oder von vom zu zur zum im mit auf für über ' +
		'le la les l un une des du de d et ou en dans sur pour par avec aux au ' +
		'el los las una unos y o del al con por para il lo gli i di da e nel nella os as um uma do dos na no het een van'
	)
		.split(' ')
		.map((word) => foldedWords(word)[0]),
);

/** Further words distinguish few papers that the chain's last part does not. */
const MAX_WORDS = 8;
/** In scripts without spaces, a whole title is one word. */
const MAX_WORD_LENGTH = 24;

const SEPARATOR = '-';

/**
 * The longest name of a record; all its other names are prefixes. The last part is derived from what distinguishes the
 * record from others with the same author, year and title (DOI, volume, pages), so that even those have names of their
 * own.
 */
export function nameChain(record: RecordContent): string {
	const words = titleWords(plainText(record.item.title));
	const year = yearOf(record.item.issued)?.toString() ?? 'nd';
	const family = familyPart(creatorsOf(record.item)[0]);
	const first = words[0] ?? '';
	const base = family === '' ? (first || 'untitled') + year : family + year + first;
	return [base, ...words.slice(1, MAX_WORDS), ending(record)].join(SEPARATOR);
}

/** The first `count` parts of `chain`. */
export function chainName(chain: string, count: number): string {
	return chain.split(SEPARATOR).slice(0, count).join(SEPARATOR);
}

export function chainLength(chain: string): number {
	return chain.split(SEPARATOR).length;
}

/** Number of leading parts that two chains have in common. */
export function sharedParts(a: string, b: string): number {
	const left = a.split(SEPARATOR);
	const right = b.split(SEPARATOR);
	const differing = left.findIndex((part, index) => part !== right[index]);
	return differing < 0 ? left.length : differing;
}

/** The range of texts, in character order, that contains `name` and all chains that begin with it. */
export function continuations(name: string): { readonly from: string; readonly below: string } {
	// In character order, the dot follows the hyphen.
	return { from: name, below: `${name}.` };
}

/** The key that the source gives to the record. Undefined if it gives none, or one that no citation can hold. */
export function ownKey({ key }: { readonly key?: string | undefined }): string | undefined {
	return key !== undefined && isCitable(key) ? key : undefined;
}

/** Particles are part of the name, as in Better BibTeX: `vandermaaten`. */
function familyPart(name: CslName | undefined): string {
	if (name === undefined) {
		return '';
	}
	const parts = [name['dropping-particle'], name['non-dropping-particle'], name.family];
	const family = plainPart(name.literal ?? richText(parts.join(' ')));
	return foldedWords(withoutApostrophes(family)).join('');
}

function titleWords(title: PlainText): string[] {
	const words = foldedWords(withoutApostrophes(title)).map(shortened);
	const significant = words.filter((word) => !INSIGNIFICANT.has(word));
	return significant.length > 0 ? significant : words;
}

/** Whether a word of a title says something by itself: not an article, a preposition or a conjunction. */
export function isSignificantWord(word: string): boolean {
	return !INSIGNIFICANT.has(foldedWords(unmarked(richText(word)))[0]);
}

function shortened(word: string): string {
	return word.length <= MAX_WORD_LENGTH ? word : [...word].slice(0, MAX_WORD_LENGTH).join('');
}

function withoutApostrophes(text: PlainText): PlainText {
	return text.replace(/['’ʼ]/g, '');
}

function ending({ item, extra }: RecordContent): string {
	const sign =
		item.DOI?.toLowerCase() ??
		extra?.arxiv ??
		[item.title, item['container-title'], item.volume, item.issue, item.page, item.number, item.URL].join('\n');
	return hashText(sign).toString(36).padStart(6, '0').slice(-6);
}
