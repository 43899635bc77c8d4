/** Waiting for what a running program will show soon, without fixed sleeps. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Wait<T> {
	/** Reads the present state; may throw while there is none yet. */
	readonly read: () => Promise<T> | T;
	/** True once the state is the awaited one. */
	readonly accept: (value: T) => boolean;
	/** Completes the sentence "Waited 10 s for …". */
	readonly what: string;
	/** 30 s: beside a load of fifteen on two cores steps were seen to take more than 10 s. Only what fails waits so long. */
	readonly timeoutMs?: number;
}

/** The first value that is accepted; at the deadline an error that shows the last value seen. */
export async function eventually<T>({ read, accept, what, timeoutMs = 30_000 }: Wait<T>): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const seen = await attempt(read);
		if ('value' in seen && accept(seen.value)) {
			return seen.value;
		}
		if (Date.now() > deadline) {
			throw new Error(`Waited ${timeoutMs / 1000} s for ${what}. Last seen: ${show(seen)}`);
		}
		// 25 ms: below what a reader of the test's duration notices, far above the cost of a look.
		await pause(25);
	}
}

type Seen<T> = { readonly value: T } | { readonly error: unknown };

async function attempt<T>(read: () => Promise<T> | T): Promise<Seen<T>> {
	try {
		return { value: await read() };
	} catch (error) {
		return { error };
	}
}

function show<T>(seen: Seen<T>): string {
	return 'error' in seen ? String(seen.error) : JSON.stringify(seen.value);
}
