import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentlyUsed } from '../../server/src/util/recentlyUsed.ts';

/** Sets so many numbers from 0 on; after each, asks for `keep`. */
function filled(cache: RecentlyUsed<number, number>, count: number, keep?: number): void {
	for (let value = 0; value < count; value++) {
		cache.set(value, value);
		void (keep !== undefined && cache.get(keep));
	}
}

test('a full cache forgets the oldest value and holds what was set last', () => {
	const cache = new RecentlyUsed<number, number>(4);
	filled(cache, 5);
	assert.equal(cache.get(0), undefined);
	assert.equal(cache.get(4), 4);
});

test('a value that is asked for now and then is never forgotten', () => {
	const cache = new RecentlyUsed<number, number>(4);
	filled(cache, 100, 0);
	assert.equal(cache.get(0), 0);
	assert.equal(cache.get(50), undefined);
});

test('large values count by their sizes', () => {
	const cache = new RecentlyUsed<string, string>(8, ({ length }) => length);
	for (const text of ['aaaa', 'bbbb', 'c']) {
		cache.set(text, text);
	}
	assert.equal(cache.get('aaaa'), undefined);
	assert.equal(cache.get('bbbb'), 'bbbb');
});

test('the last value set for a key counts, and nothing after clearing', () => {
	const cache = new RecentlyUsed<string, number>(2);
	cache.set('a', 1);
	cache.set('b', 2);
	cache.set('a', 3);
	assert.equal(cache.get('a'), 3);
	cache.clear();
	assert.equal(cache.get('a'), undefined);
	assert.equal(cache.get('b'), undefined);
});
