import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from '../../server/src/util/editDistance.ts';

function checkDistance(one: string, other: string, expected: number): void {
	assert.equal(editDistance(one, other, 9), expected, `${one} ${other}`);
	assert.equal(editDistance(other, one, 9), expected, `${other} ${one}`);
	assert.equal(editDistance(one, other, expected), expected, 'as many as are allowed');
	if (expected > 0) {
		assert.equal(editDistance(one, other, expected - 1), undefined, 'one more than is allowed');
	}
}

test('equal texts have no slips', () => {
	checkDistance('', '', 0);
	checkDistance('vaswani', 'vaswani', 0);
});

test('a letter missing, added, replaced or exchanged with its neighbour is one slip', () => {
	checkDistance('vaswani', 'vaswni', 1);
	checkDistance('vaswani', 'vvaswani', 1);
	checkDistance('vaswani', 'vaswoni', 1);
	checkDistance('vaswani', 'vawsani', 1);
	checkDistance('ab', 'ba', 1);
	checkDistance('', 'a', 1);
});

test('slips add up', () => {
	checkDistance('kitten', 'sitting', 3);
	checkDistance('abcd', 'badc', 2);
	checkDistance('abcdef', '', 6);
	checkDistance('ca', 'abc', 3);
});
