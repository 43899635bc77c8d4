import type { Worker } from 'node:worker_threads';
import type { Order } from './threadMessages.ts';

/** Milliseconds that a thread may take to finish its batch. */
const TERMINATE_AFTER_MS = 2000;

/**
 * Tells the index's thread to seal its database within `sealMs`, to close it and end. Resolves when it has ended, by
 * force if it takes too long.
 */
export async function endThread(thread: Worker, sealMs: number): Promise<void> {
	const late = setTimeout(() => void thread.terminate(), TERMINATE_AFTER_MS);
	thread.postMessage({ kind: 'close', sealMs } satisfies Order);
	await new Promise((resolve) => thread.once('exit', resolve));
	clearTimeout(late);
}
