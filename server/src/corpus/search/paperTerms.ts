/** The terms by which the full-text tables know a paper. */

import { nameTerm, type PaperLine } from './paperLine.ts';
import type { SearchFields } from './searchFields.ts';
import { MARKED_BEGINNINGS, MARKS, NAME_BEGINNINGS } from './searchTables.ts';
import { isAscii, spacedWords, wordsIn } from './searchWords.ts';

/** What `search_names` holds of a paper: plain words for any question, marked terms for a narrower one. */
export function nameTerms(fields: SearchFields, line: PaperLine): string {
	const words = plainWords(line, fields.year);
	return [
		words,
		marked(MARKS.begun, wordBeginnings(words)),
		beginnings(MARKS.family, familyNames(line.authors).slice(0, 1)),
		beginnings(MARKS.start, wordsIn(line.title).slice(0, 1)),
		beginnings(MARKS.venue, wordsIn(line.venue)),
		marked(MARKS.venueInitials, triples(lettersOf(wordsIn(line.venue)))),
		marked(MARKS.initials, initialsOf(line.title).flatMap(triples)),
		marked(MARKS.category, wordsIn(line.categories)),
		marked(MARKS.name, wordsIn(line.names)),
		marked(MARKS.name, [fields.doi ?? '', fields.arxiv ?? ''].filter(Boolean).map(nameTerm)),
		marked(MARKS.has, ['', ...line.has]),
	].join(' ');
}

/** What `search_text` holds of a paper. The tokenizer cuts and folds ASCII itself, six times as fast as we could here. */
export function textTerms(line: PaperLine, year: number | undefined, abstract: string): string {
	return `${plainWords(line, year)} ${isAscii(abstract) ? abstract : spacedWords(abstract)}`;
}

function plainWords({ authors, title, variants, categories }: PaperLine, year: number | undefined): string {
	return `${authors.replaceAll('|', '')}${title}${variants}${categories}${year === undefined ? '' : ` ${year}`}`;
}

/** The longest beginning that the index has of a typed word: all words that begin with the typed letters begin with it. */
export function keptBeginning(word: string, lengths: readonly number[]): string {
	return word.slice(0, lengths.findLast((length) => length <= word.length) ?? word.length);
}

/** Each once, however many words begin so. */
function wordBeginnings(words: string): readonly string[] {
	const kept = new Set<string>();
	for (const word of wordsIn(words)) {
		for (const length of NAME_BEGINNINGS) {
			if (length <= word.length) {
				kept.add(word.slice(0, length));
			}
		}
	}
	return [...kept];
}

function beginnings(mark: string, words: readonly string[]): string {
	const kept = words.flatMap((word) =>
		[...MARKED_BEGINNINGS.filter((length) => length < word.length), 7].map((length) => word.slice(0, length)),
	);
	return marked(mark, kept);
}

function marked(mark: string, words: readonly string[]): string {
	return words.map((word) => mark + word).join(' ');
}

/** The last word of each author, in order: a family name, or the last word of a team. */
function familyNames(authors: string): string[] {
	return authors === ''
		? []
		: authors
				.slice(1)
				.split('|')
				.map((author) => author.slice(author.lastIndexOf(' ') + 1));
}

const SMALL_WORDS: ReadonlySet<string> = new Set('a an the of on in for to and with by from as at is via'.split(' '));

/** Initials of the words of a title: all, and without the small ones. */
export function initialsOf(title: string): readonly string[] {
	const words = wordsIn(title);
	return [lettersOf(words), lettersOf(words.filter((word) => !SMALL_WORDS.has(word)))];
}

function lettersOf(words: readonly string[]): string {
	return words.map((word) => word.charAt(0)).join('');
}

/** `ttrl` gives `ttr` and `trl`: an acronym is looked for by its triples, wherever in the title it begins. */
export function triples(letters: string): string[] {
	return Array.from({ length: Math.max(letters.length - 2, 0) }, (_, start) => letters.slice(start, start + 3));
}
