/**
 * What a paper is called whose source gives it no key: family name, year, first significant word of the title, as in
 * `zeng2025rlve`. Where that is not enough, more words follow: `zeng2025rlve-scaling-environments`. One record thus has
 * a chain of names, each a longer beginning of the last, and answers to all of them. A word never holds a hyphen, so a
 * long name of one paper cannot be the short name of another by accident, and all that two papers can have in common is
 * the beginning of their chains.
 */

import { foldedWords } from '../util/fold.ts';
import { hashText } from '../util/hash.ts';
import { type PlainText, richText } from '../util/textKinds.ts';
import { yearOf } from './identity.ts';
import { creatorsOf, plainPart } from './names.ts';
import type { CslName } from './paper.ts';
import type { RecordContent } from './recordContent.ts';
import { plainText } from './text/richText.ts';

/** Articles, prepositions and conjunctions of the languages that papers are commonly titled in. */
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

/** Words beyond this tell few papers apart that the ending does not. */
const MAX_WORDS = 8;
/** Scripts without spaces make a word of a whole title. */
const MAX_WORD_LENGTH = 24;

const SEPARATOR = '-';

/**
 * The longest name of a record, all others being its beginnings. The last part is drawn from what sets the record apart
 * from others of the same author, year and title (DOI, volume, pages), so that even those have names of their own.
 */
export function nameChain(record: RecordContent): string {
	const words = titleWords(plainText(record.item.title));
	const year = yearOf(record.item.issued)?.toString() ?? 'nd';
	const family = familyPart(creatorsOf(record.item)[0]);
	const first = words[0] ?? '';
	const base = family === '' ? (first || 'untitled') + year : family + year + first;
	return [base, ...words.slice(1, MAX_WORDS), ending(record)].join(SEPARATOR);
}

/** The name of `count` parts that `chain` begins with. */
export function chainName(chain: string, count: number): string {
	return chain.split(SEPARATOR).slice(0, count).join(SEPARATOR);
}

export function chainLength(chain: string): number {
	return chain.split(SEPARATOR).length;
}

/** How many parts two chains have in common from their beginning. */
export function sharedParts(a: string, b: string): number {
	const left = a.split(SEPARATOR);
	const right = b.split(SEPARATOR);
	const differing = left.findIndex((part, index) => part !== right[index]);
	return differing < 0 ? left.length : differing;
}

/** Between which texts, in the order of characters, `name` stands with all chains that it begins. */
export function continuations(name: string): { readonly from: string; readonly below: string } {
	// The dot is the character after the hyphen.
	return { from: name, below: `${name}.` };
}

const CITABLE_ASCII = /^\w(?:[:.#$%&\-+?<>~/]?\w)*$/;
const CITABLE = /^[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{M}\p{N}_])*$/u;

/** Whether a citation can say `key`, by Pandoc's rule for keys. A Zotero address, for one, cannot stand in a citation. */
export function isCitable(key: string): boolean {
	return CITABLE_ASCII.test(key) || CITABLE.test(key);
}

/** As Better BibTeX has it, particles belong to the name: `vandermaaten`. */
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
