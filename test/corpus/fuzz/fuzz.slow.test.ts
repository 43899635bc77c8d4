/** A short fuzz of every reader, the same on each run; `npm run fuzz` is the long one. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedReading, stands } from './checks.ts';
import { beginningOf, DOCUMENTS, textOf, wordOf } from './documents.ts';
import { fuzzRound } from './rounds.ts';

const SEED = 20_261_121;
const ROUNDS = 300;

for (const document of DOCUMENTS) {
	const { format } = document;
	const text = textOf(document);

	test(`${format.name}: the whole document has five records and no problem`, () => {
		assert.ok(format.accepts(text));
		const papers = checkedReading(format, text);
		assert.equal(papers.length, 5);
		assert.ok([0, 1, 2, 3, 4].every((index) => stands(papers, wordOf(index))));
	});

	test(`${format.name}: cut off at any character, the records before the cut stand`, () => {
		const [first, second] = [1, 2].map((count) => beginningOf(document, count).length);
		for (let cut = 0; cut <= (second ?? 0); cut += 1) {
			const papers = checkedReading(format, text.slice(0, cut));
			assert.ok(papers.length <= 3, `cut at ${cut}`);
			assert.ok(cut <= (first ?? 0) || stands(papers, wordOf(0)), `cut at ${cut}: the first record is gone`);
		}
	});
}

test(`${ROUNDS} rounds of damage find nothing`, () => {
	for (let seed = SEED; seed < SEED + ROUNDS; seed += 1) {
		try {
			fuzzRound(seed, { endlessSize: 3000 });
		} catch (error) {
			throw new Error(`seed ${seed}`, { cause: error });
		}
	}
});
