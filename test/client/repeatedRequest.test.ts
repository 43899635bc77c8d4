/** A search that fails is repeated, but not for ever and not for nobody. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeated } from '../../client/src/search/repeatedRequest.ts';

function failing(times: number): { readonly ask: () => Promise<string>; readonly asked: () => number } {
	let asked = 0;
	const ask = async (): Promise<string> => {
		asked++;
		if (asked <= times) {
			throw new Error('The server is restarting.');
		}
		return 'found';
	};
	return { ask, asked: () => asked };
}

function waiting(isCancelled: () => boolean = () => false) {
	const delays: number[] = [];
	return { delays, isCancelled, delay: async (milliseconds: number) => delays.push(milliseconds) };
}

test('the answer comes once the server is back', async () => {
	const waited = waiting();
	assert.equal(await repeated(failing(3).ask, waited), 'found');
	assert.deepEqual(waited.delays, [100, 200, 400]);
});

test('after some seconds it is given up', async () => {
	const waited = waiting();
	const { ask, asked } = failing(Number.POSITIVE_INFINITY);
	assert.equal(await repeated(ask, waited), undefined);
	assert.equal(asked(), 7);
	const total = waited.delays.reduce((sum, delay) => sum + delay, 0);
	assert.ok(total > 5000 && total < 10_000, `${total} ms`);
});

test('it ends as soon as nobody waits for it', async () => {
	const { ask, asked } = failing(Number.POSITIVE_INFINITY);
	assert.equal(
		await repeated(
			ask,
			waiting(() => asked() === 2),
		),
		undefined,
	);
	assert.equal(asked(), 2);
});
