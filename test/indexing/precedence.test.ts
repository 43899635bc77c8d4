/** Indexing rests while someone waits for an answer, and never for long. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Claims, Precedence, yieldFor } from '../../server/src/indexing/precedence.node.ts';

/** Long enough for a claim to be over. */
const OVER = 40;

if (isMainThread) {
	test('without a claim there is no rest', () => {
		const { claims } = new Precedence();
		const rest = yieldFor(claims);
		const began = performance.now();
		for (let turn = 0; turn < 1000; turn++) {
			rest();
		}
		assert.ok(performance.now() - began < OVER);
	});

	test('a claim that nothing ends is debounced for once, and not for long; the next one again', async () => {
		const precedence = new Precedence();
		const rest = yieldFor(precedence.claims);
		// In the thread that should answer, nothing can end the claim meanwhile.
		const debounced = (): number => {
			const began = performance.now();
			rest();
			return performance.now() - began;
		};
		/** Of some, since a machine with much to do may be late. */
		const leastRested = (): number => Math.min(...Array.from({ length: 5 }, debounced));
		precedence.claim();
		assert.ok(debounced() > 9);
		assert.ok(leastRested() < 9);
		precedence.claim();
		assert.ok(leastRested() < 9, 'half of the time is left to the index');
		await pause(OVER);
		assert.equal(precedence.claims[0], 0);
		precedence.claim();
		assert.ok(debounced() > 9);
	});

	test('the other thread goes on as soon as the claim is over', async () => {
		const precedence = new Precedence();
		const thread = new Worker(new URL(import.meta.url), { workerData: precedence.claims });
		let wokenInTime = 0;
		for (let turn = 0; turn < 20; turn++) {
			precedence.claim();
			thread.postMessage('rest');
			const claim = await new Promise((resolve) => thread.once('message', resolve));
			// A machine with much to do may end a claim late.
			wokenInTime += claim === 0 ? 1 : 0;
		}
		await thread.terminate();
		assert.ok(wokenInTime > 0);
	});
} else {
	const claims: Claims = workerData;
	const rest = yieldFor(claims);
	parentPort?.on('message', () => {
		rest();
		parentPort?.postMessage(claims[0]);
	});
}
