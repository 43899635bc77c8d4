/** Indexing rests while someone waits for an answer, and never for long. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Claims, Precedence, yieldFor } from '../../server/src/indexing/precedence.node.ts';

/** In milliseconds: longer than a claim is valid. */
const EXPIRED_MS = 40;

if (isMainThread) {
	test('without a claim there is no rest', () => {
		const { claims } = new Precedence();
		const rest = yieldFor(claims);
		const began = performance.now();
		for (let turn = 0; turn < 1000; turn++) {
			rest();
		}
		assert.ok(performance.now() - began < EXPIRED_MS);
	});

	test('a claim that nothing ends causes one rest, and not for long; the next one again', async () => {
		const precedence = new Precedence();
		const rest = yieldFor(precedence.claims);
		// This thread is the one that should answer, so nothing can end the claim while it rests.
		const restMs = (): number => {
			const began = performance.now();
			rest();
			return performance.now() - began;
		};
		/** The shortest of several rests, since a busy machine may be late. */
		const leastRestMs = (): number => Math.min(...Array.from({ length: 5 }, restMs));
		precedence.claim();
		assert.ok(restMs() > 9);
		assert.ok(leastRestMs() < 9);
		precedence.claim();
		assert.ok(leastRestMs() < 9, 'half of the time is left to the index');
		await pause(EXPIRED_MS);
		assert.equal(precedence.claims[0], 0);
		precedence.claim();
		assert.ok(restMs() > 9);
	});

	test('the other thread goes on as soon as the claim is over', async () => {
		const precedence = new Precedence();
		const thread = new Worker(new URL(import.meta.url), { workerData: precedence.claims });
		let wokenInTime = 0;
		for (let turn = 0; turn < 20; turn++) {
			precedence.claim();
			thread.postMessage('rest');
			const claim = await new Promise((resolve) => thread.once('message', resolve));
			// On a busy machine the claim may end late.
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
