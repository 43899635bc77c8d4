/**
 * What can be done with a record before its file is read on and it is written: packing its texts, and collecting the
 * terms of its abstract. It depends on no other record, so another thread can do it.
 */

import type { PaperId } from '../corpus/corpus.ts';
import { searchedText } from '../corpus/summary.ts';
import type { PackedRun } from './search/postings/packedRun.ts';
import { PreparedTerms } from './search/preparedTerms.ts';
import type { ComingRecord, PackedBody } from './tables/recordBodies.ts';
import { WordCompression } from './tables/wordCompression.ts';

export class RecordPreparation {
	#compression = new WordCompression('');
	#tag = 0;
	readonly #terms = new PreparedTerms();

	/** From now on, texts are packed with this list of words. */
	useWords(tag: number, words: string): void {
		this.#tag = tag;
		this.#compression = new WordCompression(words);
	}

	add({ id, text, abstract, translations }: ComingRecord): PackedBody {
		if (abstract !== undefined) {
			this.#terms.add(id, searchedText([abstract, ...translations]));
		}
		return {
			id,
			body: this.#compression.encode(text, this.#tag),
			abstract: abstract === undefined ? null : this.#compression.encode(abstract, this.#tag),
		};
	}

	/** The runs of abstracts of the papers that have come, by their rows. Whatever else was added is dropped. */
	takeRuns(rows: ReadonlyMap<PaperId, number>): readonly PackedRun[] {
		return this.#terms.take(rows);
	}

	clear(): void {
		this.#terms.clear();
	}
}
