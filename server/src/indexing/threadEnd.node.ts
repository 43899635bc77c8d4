import type { Worker } from 'node:worker_threads';
import type { Order } from './threadMessages.ts';

/** Milliseconds that a thread may take to finish its batch. */
const TERMINATE_AFTER_MS = 1200;

/** Milliseconds after which nobody waits for a thread any more that cannot even be terminated: it waits for a disk. */
const GIVE_UP_AFTER_MS = 1700;

const stuck = new Set<Worker>();

/** Whether a thread should have ended and has not. */
export function isAnyThreadStuck(): boolean {
	return stuck.size > 0;
}

/**
 * Tells the index's thread to seal its database within `sealMs`, to close it and end. Resolves when it has ended, by
 * force if it takes too long, or when nothing can end it.
 */
export async function endThread(thread: Worker, sealMs: number): Promise<void> {
	const patience = sealMs > TERMINATE_AFTER_MS ? sealMs : 0;
	const late = setTimeout(() => void thread.terminate(), TERMINATE_AFTER_MS + patience);
	const ended = new Promise((resolve) => thread.once('exit', resolve));
	const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<void>();
	const last = setTimeout(() => {
		stuck.add(thread);
		giveUp();
	}, GIVE_UP_AFTER_MS + patience);
	void ended.then(() => stuck.delete(thread));
	thread.postMessage({ kind: 'close', sealMs } satisfies Order);
	await Promise.race([ended, givenUp]);
	clearTimeout(late);
	clearTimeout(last);
}
