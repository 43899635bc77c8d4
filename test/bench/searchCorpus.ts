/** Generated papers as search takes them. */

import type { SearchFields } from '../../server/src/corpus/search/searchFields.ts';
import { type GeneratedPaper, generatedPapers } from './generatedCorpus.ts';

/** What search is told of a paper, and its abstract. */
export interface SearchedPaper extends SearchFields {
	readonly abstract: string | undefined;
}

export function generatedCorpus(count: number): SearchedPaper[] {
	return Array.from(generatedPapers(count), fieldsOfGenerated);
}

export function fieldsOfGenerated(paper: GeneratedPaper, index: number): SearchedPaper {
	return {
		key: paper.key,
		names: [paper.key],
		title: paper.title,
		authors: paper.authors.map((author) => author.join(' ')),
		year: paper.year,
		venue: paper.venue,
		categories: [paper.category],
		abstract: paper.abstract,
		hasAbstract: true,
		doi: paper.doi,
		arxiv: paper.arxiv,
		hasCode: false,
		hasPdf: paper.arxiv !== undefined,
		added: index,
	};
}
