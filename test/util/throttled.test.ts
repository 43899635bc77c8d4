import assert from 'node:assert/strict';
import { test } from 'node:test';
import { throttled } from '../../server/src/util/throttled.ts';

test('many calls act once, so long after the first', ({ mock }) => {
	mock.timers.enable({ apis: ['setTimeout'] });
	let acts = 0;
	const call = throttled(100, () => acts++);
	call();
	mock.timers.tick(60);
	call();
	mock.timers.tick(39);
	assert.equal(acts, 0);
	mock.timers.tick(1);
	assert.equal(acts, 1);
	mock.timers.tick(1000);
	assert.equal(acts, 1, 'nobody called again');
});

test('a call after that acts again, also one made by the act itself', ({ mock }) => {
	mock.timers.enable({ apis: ['setTimeout'] });
	let acts = 0;
	const call = throttled(10, () => {
		acts++;
		if (acts < 3) {
			call();
		}
	});
	call();
	mock.timers.tick(10);
	assert.equal(acts, 1);
	mock.timers.tick(10);
	mock.timers.tick(10);
	assert.equal(acts, 3);
	mock.timers.tick(100);
	assert.equal(acts, 3);
});

test('an act that fails does not end the gathering', ({ mock }) => {
	mock.timers.enable({ apis: ['setTimeout'] });
	let acts = 0;
	const call = throttled(10, () => {
		acts++;
		throw new Error('expected');
	});
	call();
	assert.throws(() => mock.timers.tick(10), /expected/);
	call();
	assert.throws(() => mock.timers.tick(10), /expected/);
	assert.equal(acts, 2);
});
