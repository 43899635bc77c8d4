/** The keys that records lose in one transaction, with what they meant. */

import type { PaperId } from '../../corpus/corpus.ts';
import { type PaperMarks, paperMarks } from '../../corpus/identity/paperMarks.ts';
import type { KeyMeaning, KeyMemory } from '../../corpus/keyMemory.ts';
import type { RecordContent } from '../../corpus/recordContent.ts';
import { comparedKey } from '../../syntax/key.ts';
import { agreeingPapers, type MarkTools, papersMarked } from './markedPapers.ts';
import { chainOf, givenNames, holdersOf, loneBearer } from './naming.ts';

interface LostKey {
	readonly key: string;
	readonly marks: PaperMarks;
}

export class LostKeys {
	readonly #tools: MarkTools;
	readonly #memory: Pick<KeyMemory, 'keepLost'> | undefined;
	readonly #lost: LostKey[] = [];

	constructor(tools: MarkTools, memory: Pick<KeyMemory, 'keepLost'> | undefined) {
		this.#tools = tools;
		this.#memory = memory;
	}

	/** Call for each record that is removed, while its paper, which has the key `paperKey`, is still there. */
	removed(content: RecordContent, paperKey: () => string): void {
		if (this.#memory) {
			const names = chainOf(content) === undefined ? givenNames(content) : [...givenNames(content), paperKey()];
			const marks = names.length > 0 ? paperMarks(content) : undefined;
			this.#lost.push(...names.flatMap((name) => (marks ? { key: comparedKey(name), marks } : [])));
		}
	}

	/** Remembers the keys that no longer mean the same. `isNew`: whether a paper was changed in this transaction. */
	keep(isNew: (paper: PaperId) => boolean): void {
		const lost = this.#lost.filter((one) => !this.#isStillHeld(one));
		this.#memory?.keepLost(lost.map((one): KeyMeaning => ({ ...one, isExact: this.#hasDouble(one, isNew) })));
	}

	/** Whether a paper with these marks still has the key: only something else in its record has changed. */
	#isStillHeld({ key, marks }: LostKey): boolean {
		const holders = holdersOf(this.#tools.sql, key).map(({ paper }) => paper);
		const bearer = holders.length > 0 ? undefined : loneBearer(this.#tools.sql, key);
		const papers = new Set(bearer === undefined ? holders : [bearer]);
		return papers.size > 0 && papersMarked(this.#tools, marks, false).some(({ id }) => papers.has(id));
	}

	/** Whether another paper of similar marks stood beside the one that lost its key. */
	#hasDouble({ marks }: LostKey, isNew: (paper: PaperId) => boolean): boolean {
		return agreeingPapers(this.#tools, marks).some(({ id, agreement }) => agreement === 'most' && !isNew(id));
	}
}
