/** Generated papers as search takes them. */

import type { SearchFields } from '../../server/src/corpus/search/searchFields.ts';
import { type GeneratedPaper, generatedPapers } from './generatedCorpus.ts';

export function generatedCorpus(count: number): SearchFields[] {
	return Array.from(generatedPapers(count), fieldsOfGenerated);
}

export function fieldsOfGenerated(paper: GeneratedPaper, index: number): SearchFields {
	return {
		key: paper.key,
		names: [paper.key],
		title: paper.title,
		authors: paper.authors.map((author) => author.join(' ')),
		year: paper.year,
		venue: paper.venue,
		categories: [paper.category],
		abstract: paper.abstract,
		doi: paper.doi,
		arxiv: paper.arxiv,
		hasCode: false,
		hasPdf: paper.arxiv !== undefined,
		added: index,
	};
}
