/** The terms by which search knows a paper. */

import { nameTerm, type PaperLine } from './paperLine.ts';
import type { SearchFields } from './searchFields.ts';
import { MARKS } from './searchTables.ts';
import { wordsIn } from './searchWords.ts';

/** Words by which a paper is known, for any question; a paper is also found by how they begin. */
export function plainWords({ authors, title, variants, categories }: PaperLine, year: number | undefined): string {
	return `${authors}${title}${variants}${categories}${year === undefined ? '' : ` ${year}`}`;
}

/** Marked terms, for narrower questions. */
export function markedTerms({ doi, arxiv }: Pick<SearchFields, 'doi' | 'arxiv'>, line: PaperLine): string {
	const numbers = [doi ?? '', arxiv ?? ''].filter(Boolean).map(nameTerm);
	return [
		marked(MARKS.family, familyNames(line.authors).slice(0, 1)),
		marked(MARKS.start, wordsIn(line.title).slice(0, 1)),
		marked(MARKS.venue, wordsIn(line.venue)),
		marked(MARKS.venueInitials, triples(lettersOf(wordsIn(line.venue)))),
		marked(MARKS.initials, initialsOf(line.title).flatMap(triples)),
		marked(MARKS.category, wordsIn(line.categories)),
		marked(MARKS.name, [...wordsIn(line.names), ...numbers]),
		marked(MARKS.has, [...line.has]),
	].join(' ');
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
