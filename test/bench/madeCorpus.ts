/** Generated papers on disk, of each size once in a run: as a workspace of BibTeX files, and as search takes them. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedPaper, generatedPapers, toBibtex } from './generatedCorpus.ts';
import { fieldsOfGenerated, type SearchCorpus, SearchCorpusWriter, type SearchedPaper } from './searchCorpus.ts';
import { newPlace, type ServerCorpus } from './serverCorpus.ts';

export interface MadeCorpus extends ServerCorpus {
	readonly searched: SearchCorpus;
}

const made = new Map<number, MadeCorpus>();

/** The first so many papers: a smaller corpus is the beginning of a larger one. */
export function madeCorpus(papers: number): MadeCorpus {
	const corpus = made.get(papers) ?? makeCorpus(papers);
	made.set(papers, corpus);
	return corpus;
}

/** The end of a run. */
export function removeMadeCorpora(): void {
	for (const corpus of made.values()) {
		corpus.remove();
	}
	made.clear();
}

/** Papers kept to search for. */
const MOST_KNOWN = 10_000;

function makeCorpus(papers: number): MadeCorpus {
	const place = newPlace();
	const searched = new SearchCorpusWriter(join(place.root, 'searched'));
	const bibtex = new BibtexFiles(place.folder);
	const known: SearchedPaper[] = [];
	const stride = Math.ceil(papers / MOST_KNOWN);
	let index = 0;
	for (const paper of generatedPapers(papers)) {
		const fields = fieldsOfGenerated(paper, index);
		if (index % stride === 0 || index === papers - 1) {
			known.push(fields);
		}
		bibtex.add(paper);
		searched.add(fields);
		index++;
	}
	const { files, bytes } = bibtex.end();
	return { ...place, title: 'generated', papers, files, bytes, known, searched: searched.end() };
}

/** Papers to a file: 170 MB, well below the 512 MB that a string may have. */
const PAPERS_A_FILE = 100_000;

/** Characters written at once. */
const WRITTEN_AT_ONCE = 2 ** 22;

class BibtexFiles {
	readonly #folder: string;
	readonly #files: string[] = [];
	#file: number | undefined;
	#papers = 0;
	#bytes = 0;
	#pending = '';

	constructor(folder: string) {
		this.#folder = folder;
	}

	add(paper: GeneratedPaper): void {
		if (this.#papers % PAPERS_A_FILE === 0) {
			this.#begin();
		}
		this.#papers++;
		this.#pending += toBibtex(paper);
		if (this.#pending.length > WRITTEN_AT_ONCE) {
			this.#flush();
		}
	}

	end(): { readonly files: readonly string[]; readonly bytes: number } {
		this.#close();
		return { files: this.#files, bytes: this.#bytes };
	}

	#begin(): void {
		this.#close();
		const file = join(this.#folder, `papers-${String(this.#files.length).padStart(3, '0')}.bib`);
		this.#files.push(file);
		this.#file = openSync(file, 'w');
	}

	#flush(): void {
		if (this.#file !== undefined) {
			this.#bytes += writeSync(this.#file, this.#pending);
			this.#pending = '';
		}
	}

	#close(): void {
		this.#flush();
		if (this.#file !== undefined) {
			closeSync(this.#file);
			this.#file = undefined;
		}
	}
}
