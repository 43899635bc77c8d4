import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { RUNS } from '../../../server/src/index/search/postings/termRuns.ts';
import { createSearchTables } from '../../../server/src/index/search/searchTables.ts';
import { Vocabulary } from '../../../server/src/index/search/vocabulary.ts';
import { writtenChunk } from '../../../server/src/index/search/vocabularyChunk.ts';
import { seededRandom } from '../../support/random.ts';

/** Words of a few syllables, so that many are near to each other. */
function words(random: () => number, count: number): string[] {
	const syllables = ['ka', 'ko', 'ri', 'ra', 'ne', 'na', 'st', 'es', 'la', 'al'];
	const word = (): string =>
		Array.from({ length: 2 + Math.floor(random() * 4) }, () => syllables[Math.floor(random() * syllables.length)]).join(
			'',
		);
	return [...new Set(Array.from({ length: count }, word))];
}

function withSlip(word: string, random: () => number): string {
	const at = Math.floor(random() * word.length);
	return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}x${word.slice(at)}`;
}

test('a word typed letter by letter has the corrections that it has when typed at once, also of words added meanwhile', () => {
	const random = seededRandom(1);
	const db = new DatabaseSync(':memory:');
	createSearchTables(db);
	const add = (some: readonly string[]): unknown =>
		db
			.prepare('INSERT INTO search_vocabulary(kind, words) VALUES (?, ?)')
			.run(RUNS.names, writtenChunk(RUNS.names, some));
	const known = words(random, 900);
	add(known.slice(0, 600));
	const typing = new Vocabulary(db, RUNS.names);
	let found = 0;
	for (let turn = 0; turn < 25; turn++) {
		const typed = withSlip(known[Math.floor(random() * known.length)] ?? '', random);
		for (let letters = 3; letters <= typed.length; letters++) {
			if (random() < 0.05) {
				add(words(random, 20));
			}
			const begun = typed.slice(0, letters);
			const corrections = typing.corrections(begun);
			assert.deepEqual(corrections, new Vocabulary(db, RUNS.names).corrections(begun), begun);
			found += corrections.length;
		}
	}
	assert.ok(found > 100, `${found} corrections`);
});
