/**
 * The fields that an entry of each type needs to be cited in full. Fewer than "BibTeXing" (section 3.1) requires: fields
 * that one in ten real entries lacks, such as a book's publisher or a report's institution, are not required.
 */

import type { ItemDraft, PaperRecord } from '../../paper.ts';

interface Need {
	/** The field to add. */
	readonly field: string;
	/** Any of these satisfies the requirement. */
	readonly variables: readonly (keyof ItemDraft)[];
}

const TITLE: Need = { field: 'title', variables: ['title'] };
const AUTHOR: Need = { field: 'author', variables: ['author', 'editor', 'translator', 'contributor'] };
const YEAR: Need = { field: 'year', variables: ['issued', 'status', 'event-date'] };
const JOURNAL: Need = { field: 'journal', variables: ['container-title', 'container-title-short'] };
const BOOK: Need = { field: 'booktitle', variables: ['container-title', 'event-title', 'collection-title'] };
const SCHOOL: Need = { field: 'school', variables: ['publisher'] };
const ADDRESS: Need = { field: 'url', variables: ['URL', 'DOI'] };

const NEEDS: ReadonlyMap<string, readonly Need[]> = new Map([
	...of([AUTHOR, TITLE, JOURNAL, YEAR], 'article'),
	...of([AUTHOR, TITLE, BOOK, YEAR], 'inproceedings conference incollection'),
	...of([AUTHOR, TITLE, YEAR], 'book inbook booklet mvbook techreport report'),
	...of([AUTHOR, TITLE, SCHOOL, YEAR], 'phdthesis mastersthesis thesis'),
	...of([TITLE, YEAR], 'proceedings collection mvproceedings mvcollection'),
	...of([AUTHOR, TITLE], 'unpublished'),
	...of([TITLE, ADDRESS], 'online electronic www'),
	...of([], 'nameonly set'),
]);

/** The fields that the entry of `type` lacks, in the order in which people write them. */
export function missingFields(type: string, { item, extra }: PaperRecord): readonly string[] {
	const needs = NEEDS.get(type) ?? [TITLE];
	const missing = needs.filter(({ variables }) => variables.every((variable) => item[variable] === undefined));
	// A preprint has not appeared in a journal.
	const isPreprint = extra?.arxiv !== undefined;
	return missing.filter((need) => !(isPreprint && need === JOURNAL)).map(({ field }) => field);
}

function of(needs: readonly Need[], types: string): [string, readonly Need[]][] {
	return types.split(' ').map((type) => [type, needs]);
}
