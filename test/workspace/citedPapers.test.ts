/** Which papers notes cite: correct for a corpus at rest, and cheap to ask on each key press while it grows. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { PaperId } from '../../server/src/corpus/corpus.ts';
import { CitedPapers } from '../../server/src/workspace/citedPapers.ts';

const NOTE = 'file:///a.md';

/** One note that cites `zeng2025`, with a corpus in which that is paper `state`. */
function source() {
	let changed = [NOTE];
	const corpus = { state: 1, isGrowing: false, asked: 0 };
	const cited = new CitedPapers({
		corpusState: () => corpus.state,
		isGrowing: () => corpus.isGrowing,
		takeChanged: () => changed.splice(0),
		uris: () => [NOTE],
		papersIn: () => {
			corpus.asked++;
			return new Map<PaperId, string[]>([[corpus.state, ['zeng2025']]]);
		},
	});
	const edit = (): void => {
		changed = [NOTE];
	};
	const weights = (): [PaperId, number][] => [...cited.weights(NOTE)];
	return { corpus, cited, edit, weights };
}

test('a corpus at rest is always looked at as it is', () => {
	const { corpus, cited, weights } = source();
	for (let state = 1; state < 50; state++) {
		corpus.state = state;
		assert.deepEqual(weights(), [[state, 2]]);
		assert.deepEqual(cited.referencesTo(state), [{ uri: NOTE, reference: 'zeng2025' }]);
	}
});

test('while a corpus grows, a key does not pay for what came since the last; whoever has time does', async () => {
	const { corpus, cited, edit, weights } = source();
	corpus.isGrowing = true;
	weights();
	const { asked } = corpus;
	for (let state = 2; state < 50; state++) {
		corpus.state = state;
		assert.deepEqual(weights(), [[1, 2]]);
	}
	assert.equal(corpus.asked, asked, 'no note was looked at');
	edit();
	assert.deepEqual(weights(), [[49, 2]], 'an edited note is');
	corpus.state = 50;
	// Resolving one reference is so fast that this wait is long enough.
	await pause(20);
	cited.catchUp();
	assert.deepEqual(weights(), [[50, 2]]);
	corpus.state = 51;
	corpus.isGrowing = false;
	assert.deepEqual(weights(), [[51, 2]]);
});

test('another corpus is looked at at once, even one that grows', () => {
	const { corpus, cited, weights } = source();
	corpus.isGrowing = true;
	weights();
	corpus.state = 7;
	cited.forget();
	assert.deepEqual(weights(), [[7, 2]]);
});
