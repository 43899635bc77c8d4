/** Which papers notes cite: correct for a corpus at rest, and cheap to ask on each key press while it grows. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { PaperId } from '../../server/src/corpus/corpus.ts';
import { CitedPapers } from '../../server/src/workspace/citedPapers.ts';
import { eventually } from '../support/eventually.ts';

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
	await eventually({
		read: () => {
			cited.catchUp();
			return weights();
		},
		accept: (seen) => seen[0]?.[0] === 50,
		what: 'the corpus to be looked at',
	});
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

test('many notes are resolved in slices, and a question for a paper waits for all of them', () => {
	const notes = Array.from({ length: 1000 }, (_, index) => `file:///${index}.md`);
	let changed = notes;
	let resolved = 0;
	const cited = new CitedPapers({
		corpusState: () => 1,
		isGrowing: () => true,
		takeChanged: () => changed.splice(0),
		uris: () => notes,
		papersIn: () => {
			resolved++;
			// Fifty of these take longer than a slice may.
			const began = performance.now();
			while (performance.now() - began < 0.2) {
				Math.random();
			}
			return new Map<PaperId, string[]>([[1, ['zeng2025']]]);
		},
	});
	changed = [...notes];
	cited.weights(undefined);
	assert.ok(resolved > 0 && resolved < notes.length, `${resolved} for a key`);
	const before = resolved;
	assert.equal(cited.catchUp(), false);
	assert.ok(resolved > before && resolved < notes.length, `${resolved} after a slice`);
	assert.equal(cited.referencesTo(1).length, notes.length);
	assert.equal(resolved, notes.length);
	assert.equal(cited.catchUp(), true);
});
