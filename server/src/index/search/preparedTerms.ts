/**
 * Collects the terms of abstracts before their papers have rows. In a first indexing nearly every record becomes a
 * paper of its own, so that most of the work can be done while the file is still being read.
 */

import type { PaperId } from '../../corpus/corpus.ts';
import { type PackedRun, packedRun } from './postings/packedRun.ts';
import { NO_ROW, TermCollector } from './postings/termCollector.ts';
import { isAscii, MAX_WORD_LENGTH, spacedWords } from './searchWords.ts';

/** Adds the words of an abstract, as plain text, to the current paper. */
export function addAbstract(terms: TermCollector, abstract: string): void {
	terms.addText(isAscii(abstract) ? abstract : spacedWords(abstract), MAX_WORD_LENGTH);
}

interface Part {
	readonly terms: TermCollector;
	/** In the order in which they were added. */
	readonly ids: PaperId[];
}

export class PreparedTerms {
	#parts: Part[] = [];
	/** Keeps its memory from run to run. */
	readonly #first = new TermCollector();

	/** Adds the abstract, as plain text, of a paper to come. */
	add(id: PaperId, abstract: string): void {
		let last = this.#parts.at(-1);
		if (last === undefined || last.terms.isFull) {
			last = { terms: last ? new TermCollector() : this.#first, ids: [] };
			this.#parts.push(last);
		}
		last.ids.push(id);
		last.terms.begin();
		addAbstract(last.terms, abstract);
	}

	/** The runs of the papers that have come, by their rows; usually one. Whatever else was added is dropped. */
	take(rows: ReadonlyMap<PaperId, number>): readonly PackedRun[] {
		return this.#parts.splice(0).flatMap(({ terms, ids }) => {
			terms.place((paper) => rows.get(ids[paper] ?? 0) ?? NO_ROW);
			return packedRun(terms) ?? [];
		});
	}

	clear(): void {
		this.#first.clear();
		this.#parts = [];
	}
}
