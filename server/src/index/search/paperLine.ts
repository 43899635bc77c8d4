/**
 * What people remember of a paper, folded and in a fixed order, as one string: small to store, fast to search and to
 * rank.
 */

import type { SearchFields } from '../../corpus/searchFields.ts';
import { foldedWords } from '../../util/fold.ts';
import { hanVariants } from './hanVariants.ts';
import { AUTHOR_LEAD, NAME_SIGN, TEXT_END } from './lineSigns.ts';
import { isAscii, isUnspaced, joined, searchWords, spacedWords, wordsIn } from './searchWords.ts';

/** Every text has a space before each word and no other spaces, so that `" zeng"` finds the start of a word. */
export interface PaperLine {
	/** Keys and aliases as name terms, the canonical key first. */
	readonly names: string;
	/** Given name before family name, each author preceded by a bar: `| zhiyuan zeng| hamish ivison`. */
	readonly authors: string;
	readonly title: string;
	/**
	 * Other spellings of words: `pretraining` for `Pre-training`, `obrien` for `O'Brien`, `vanhee` for `Van Hee`,
	 * `flow` for `GFlowNets`, `knuth86` for the key `DBLP:books/aw/Knuth86`, `gpt3` for `brown2020gpt3`.
	 */
	readonly variants: string;
	/** The name that a title gives to its subject: ` rlve` in `RLVE: Scaling Up ...`. */
	readonly coined: string;
	readonly categories: string;
	/** First letters of what the record has: `cpad` for code, PDF, abstract, DOI. */
	readonly has: string;
	readonly venue: string;
}

export function lineOf(fields: SearchFields): PaperLine {
	const title = spacedWords(fields.title);
	return {
		names: spaced(distinct(distinct([fields.key, ...fields.names]).map(nameTerm))),
		authors: fields.authors.map((author) => AUTHOR_LEAD + spacedWords(author)).join(''),
		title,
		variants: spaced(
			distinct([
				...titleVariants(fields.title),
				...fields.authors.flatMap(nameVariants),
				...familyOfSeveralWords(fields.authors[0]),
				...keyVariants(fields.key, title),
			]),
		),
		coined: spacedWords(COINED.exec(fields.title)?.[1] ?? ''),
		categories: spaced(fields.categories.flatMap(categoryWords)),
		has: [fields.hasCode && 'c', fields.hasPdf && 'p', fields.hasAbstract && 'a', fields.doi && 'd']
			.filter(Boolean)
			.join(''),
		venue: spaced(wordsIn(spacedWords(fields.venue ?? '')).filter((word) => !isVenueFiller(word))),
	};
}

/**
 * A paper's line as it is stored: its texts in this order, separated by line ends, so that one search through it
 * finds a prefix of any word.
 */
export type PackedLine = string;

export function packLine(line: PaperLine): PackedLine {
	const { names, authors, title, variants, coined, categories, has, venue } = line;
	return [names, authors, title, variants, coined, categories, has, venue].join(TEXT_END);
}

export function unpackLine(packed: PackedLine): PaperLine {
	const [names = '', authors = '', title = '', variants = '', coined = '', categories = '', has = '', venue = ''] =
		packed.split(TEXT_END);
	return { names, authors, title, variants, coined, categories, has, venue };
}

/** The start of each text in a packed line except the first. */
export interface SectionStarts {
	readonly authors: number;
	readonly title: number;
	readonly variants: number;
	readonly coined: number;
	readonly categories: number;
	readonly venue: number;
}

export function sectionStarts(packed: PackedLine): SectionStarts {
	const authors = packed.indexOf(TEXT_END) + 1;
	const title = packed.indexOf(TEXT_END, authors) + 1;
	const variants = packed.indexOf(TEXT_END, title) + 1;
	const coined = packed.indexOf(TEXT_END, variants) + 1;
	const categories = packed.indexOf(TEXT_END, coined) + 1;
	const has = packed.indexOf(TEXT_END, categories) + 1;
	return { authors, title, variants, coined, categories, venue: packed.indexOf(TEXT_END, has) + 1 };
}

/**
 * A name as a term: `10.1000/X_y` becomes `10·1000·x·y`. Which characters are between letters and digits does not
 * matter, but where they are does. `https://doi.org/10.1/x` and `http://www.doi.org/10.1/x` become the same term.
 */
export function nameTerm(name: string): string {
	const plain = /^[hw]/i.test(name) ? name.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '') : name;
	const words = isAscii(plain)
		? ` ${plain.toLowerCase()}`.replace(/[^a-z0-9]+/g, NAME_SIGN)
		: NAME_SIGN + foldedWords(plain).join(NAME_SIGN);
	return words.slice(1, MAX_NAME_LENGTH);
}

/** In characters. Longer than a word, since two identifiers may differ only at their ends. */
const MAX_NAME_LENGTH = 120;

/** Whether the word is left out of the lines of venues, because nearly every venue has it. */
export function isVenueFiller(word: string): boolean {
	return VENUE_FILLERS.has(word);
}

const VENUE_FILLERS: ReadonlySet<string> = new Set('proceedings of the on in and for at a annual meeting'.split(' '));

function distinct(words: readonly string[]): readonly string[] {
	return words.length > 1 ? [...new Set(words)] : words;
}

function spaced(words: readonly string[]): string {
	return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

/** `cs.CL` can be found as `cscl`, `cs` and `cl`. */
function categoryWords(category: string): string[] {
	return [...new Set([joined(category), ...wordsIn(spacedWords(category))])];
}

const COINED = /^\s*(\S{2,24})\s?:/;
const COMPOUND = /[\p{L}\p{N}]+(?:[-‐‑–'’./][\p{L}\p{N}]+)+/gu;
const MAYBE_COMPOUND = /\w[-‐‑–'’./]\w|[a-zA-Z0-9][A-Z]/;
const CONNECTOR = /[-‐‑–'’./]/;
const WORD = /[\p{L}\p{N}]+/gu;
const INNER_CAPITAL = /\p{L}\p{Lu}/u;
const HUMP = /\p{Lu}{2,}(?=\p{Lu}\p{Ll}|\P{L}|$)|\p{Lu}?\p{Ll}+|\p{N}+/gu;

/** `Pre-training GFlowNets` gives `pretraining`, `flow`, `nets`, `gfn`. */
function titleVariants(title: string): string[] {
	if (isAscii(title) && !MAYBE_COMPOUND.test(title)) {
		return [];
	}
	const humped = title.split(' ').filter(hasInnerCapital);
	const humps = humped.flatMap((stretch) => stretch.match(WORD) ?? []).filter(hasInnerCapital);
	return [...new Set([...compoundsIn(title), ...humps.flatMap(humpsOf)])].filter((word) => word.length > 1);
}

/** `obrien` for `O'Brien`. A name in Chinese or Japanese is written without a space and with the family name first. */
function nameVariants(author: string): string[] {
	if (!isUnspaced(author)) {
		return [...compoundsIn(author), ...familyWithParticles(author), ...transliterated(author)];
	}
	const parts = author.trim().split(/\s+/);
	const familyFirst = parts.toReversed().join('');
	return [...[parts.join(''), familyFirst].flatMap(searchWords), ...hanVariants(familyFirst)];
}

/** `mueller` for `Müller`, as keys and other systems write it. */
function transliterated(author: string): string[] {
	return UMLAUT.test(author)
		? author
				.split(' ')
				.filter((word) => UMLAUT.test(word))
				.map((word) => joined(word.toLowerCase().replace(UMLAUTS, (letter) => UMLAUT_LETTERS.get(letter) ?? letter)))
		: [];
}

const UMLAUT_LETTERS: ReadonlyMap<string, string> = new Map([
	['ä', 'ae'],
	['ö', 'oe'],
	['ü', 'ue'],
	['å', 'aa'],
	['ø', 'oe'],
]);
const UMLAUT = /[äöüåø]/i;
const UMLAUTS = /[äöüåø]/g;

/**
 * The last two words of the first author, who may have a family name of two words, as keys write it: `garciamarquez`.
 * Given names and initials before one word are not worth a variant.
 */
function familyOfSeveralWords(author = ''): string[] {
	const words = author.split(' ');
	const [before = '', last = ''] = words.slice(-2);
	const isName = words.length > 2 && before.length > 2 && !before.includes('.') && !isUnspaced(author);
	return isName ? [joined(before + last)] : [];
}

const PARTICLE =
	/^(?:v[ao]n|d[aei]|de[nlr]|del?la|d[ou]s?|l[aeo]|l[oa]s|te[nr]|ve[rm]|zu[mr]?|[ae]l|bin|ibn|abu|st|san|mac|ap)$/i;

/** `Cynthia Van Hee` gives `vanhee`; `Guy van den Broeck` gives `vandenbroeck` and `denbroeck`. */
function familyWithParticles(author: string): string[] {
	if (author.indexOf(' ') === author.lastIndexOf(' ')) {
		return [];
	}
	const words = author.split(' ');
	let family = words.pop() ?? '';
	const variants: string[] = [];
	// The first word is a given name, whatever it looks like.
	for (let word = words.pop(); word !== undefined && words.length > 0 && PARTICLE.test(word); word = words.pop()) {
		family = word + family;
		variants.push(joined(family));
	}
	return variants;
}

/** The last part of a key that names the source of the entry, and what follows the year: `gpt3` of `brown2020gpt3`. */
function keyVariants(key: string, title: string): string[] {
	const [, last = ''] = /[:/]([^:/]+)$/.exec(key) ?? [];
	const [, ending = ''] = /(?:1[5-9]|20)\d\d(?:[a-z]?[-_:.])?(\p{L}{2}[\p{L}\p{N}]*|\p{L}\d{1,2})$/u.exec(key) ?? [];
	const tail = joined(ending);
	return [
		...(/\p{L}.*\d/u.test(last) ? [joined(last)] : []),
		...(tail !== '' && !title.includes(` ${tail}`) ? [tail] : []),
	];
}

function compoundsIn(text: string): string[] {
	// Word by word: testing for compounds at each letter of a text takes ten times as long.
	const stretches = CONNECTOR.test(text) ? text.split(' ').filter((stretch) => CONNECTOR.test(stretch)) : [];
	return stretches.flatMap((stretch) => stretch.match(COMPOUND) ?? []).map(joined);
}

function hasInnerCapital(text: string): boolean {
	return INNER_CAPITAL.test(text);
}

function humpsOf(word: string): string[] {
	const humps = word.match(HUMP) ?? [];
	const capitals = (word.match(/\p{Lu}/gu) ?? []).join('');
	return humps.length > 1 ? [...humps, capitals].map(joined) : [];
}
