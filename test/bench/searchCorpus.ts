/** Generated papers as search takes them, kept on disk: the largest corpus need not stand in memory. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchFields } from '../../server/src/corpus/searchFields.ts';
import type { GeneratedPaper } from './generatedCorpus.ts';

/** What search is told of a paper, and its abstract. */
export interface SearchedPaper extends SearchFields {
	readonly abstract: string | undefined;
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

/** A folder of papers in slices. */
export interface SearchCorpus {
	readonly folder: string;
	readonly papers: number;
	readonly slices: number;
}

/** Papers in a slice, which is also what goes into one transaction, as a first index takes them. */
const SLICE = 20_000;

/** Writes papers as they come. Abstracts stand apart: most engines do without, and they are four fifths of the text. */
export class SearchCorpusWriter {
	readonly #folder: string;
	#slice: SearchedPaper[] = [];
	#papers = 0;
	#slices = 0;

	constructor(folder: string) {
		this.#folder = folder;
		mkdirSync(folder, { recursive: true });
	}

	add(paper: SearchedPaper): void {
		this.#slice.push(paper);
		if (this.#slice.length === SLICE) {
			this.#write();
		}
	}

	end(): SearchCorpus {
		if (this.#slice.length > 0) {
			this.#write();
		}
		return { folder: this.#folder, papers: this.#papers, slices: this.#slices };
	}

	#write(): void {
		const names = this.#slice.map((paper) => ({ ...paper, abstract: undefined, hasAbstract: false }));
		const abstracts = this.#slice.map(({ abstract = '' }) => abstract);
		writeFileSync(pathOf(this.#folder, 'names', this.#slices), JSON.stringify(names));
		writeFileSync(pathOf(this.#folder, 'abstracts', this.#slices), JSON.stringify(abstracts));
		this.#papers += this.#slice.length;
		this.#slices++;
		this.#slice = [];
	}
}

/** All papers, slice by slice; without abstracts they are papers that have none. */
export function* slicesOf(
	{ folder, slices }: SearchCorpus,
	{ abstracts }: { readonly abstracts: boolean },
): Generator<readonly SearchedPaper[]> {
	for (let slice = 0; slice < slices; slice++) {
		const papers = read<SearchedPaper>(pathOf(folder, 'names', slice));
		const texts = abstracts ? read<string>(pathOf(folder, 'abstracts', slice)) : [];
		yield abstracts
			? papers.map((paper, index) => ({ ...paper, abstract: texts[index], hasAbstract: Boolean(texts[index]) }))
			: papers;
	}
}

function pathOf(folder: string, part: 'names' | 'abstracts', slice: number): string {
	return join(folder, `${part}-${slice}.json`);
}

function read<T>(path: string): readonly T[] {
	return JSON.parse(readFileSync(path, 'utf8')) as readonly T[];
}
