import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { PaperMarks } from '../../server/src/corpus/identity/paperMarks.ts';
import type { KeyMeaning } from '../../server/src/corpus/keyMemory.ts';
import { RememberedKeys } from '../../server/src/index/rememberedKeys.ts';

function marks(title: number): PaperMarks {
	return { doi: null, arxiv: null, pmid: null, title, place: null, author: 7, year: 2020 };
}

function meaning(key: string, title: number): KeyMeaning {
	return { key, marks: marks(title), isExact: false };
}

/** The titles that a key has meant, with a star where notes cite it. */
function titles(memory: RememberedKeys, key: string): string[] {
	return memory.meaningsOf(key).map((one) => `${one.marks.title}${one.isCited ? '*' : ''}`);
}

test('a key keeps all that it has meant, and of what notes cite the last', () => {
	const memory = new RememberedKeys(new DatabaseSync(':memory:'));
	memory.keepLost([meaning('a', 1), meaning('a', 2), meaning('b', 3)]);
	memory.keepCited([{ key: 'a', facts: 5, meanings: [meaning('a', 2)] }]);
	assert.deepEqual(titles(memory, 'a'), ['1', '2*']);
	assert.deepEqual([...memory.cited()], [['a', 5]]);
	memory.keepCited([{ key: 'a', facts: 6, meanings: [meaning('a', 4)] }]);
	assert.deepEqual(titles(memory, 'a'), ['1', '2', '4*']);
	memory.keepLost([meaning('a', 4)]);
	assert.deepEqual(titles(memory, 'a'), ['1', '2', '4*']);
	memory.keepUncited(['a']);
	assert.deepEqual(titles(memory, 'a'), ['1', '2', '4']);
	assert.deepEqual([...memory.cited()], []);
});

test('beyond its limit the oldest are forgotten, cited ones last', () => {
	let now = 0;
	const memory = new RememberedKeys(new DatabaseSync(':memory:'), { now: () => ++now, maxMeanings: 10 });
	memory.keepCited([{ key: 'cited', facts: 1, meanings: [meaning('cited', 1)] }]);
	for (let count = 0; count < 11; count++) {
		memory.keepLost([meaning(`k${count}`, count)]);
	}
	assert.deepEqual(titles(memory, 'cited'), ['1*']);
	assert.deepEqual(titles(memory, 'k0'), []);
	assert.deepEqual(titles(memory, 'k10'), ['10']);
});
