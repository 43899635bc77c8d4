/** What the client answers to our requests: it may refuse any of them, or never answer, and the work goes on. */

/** Milliseconds after which no answer is waited for. A busy editor takes a second or two at its start. */
const ANSWER_TIMEOUT_MS = 5000;

/** What is answered. Rejects as `answer` does, and after `ANSWER_TIMEOUT_MS` without one; a later answer is still `answer`'s. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(
		() => reject(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`)),
		ANSWER_TIMEOUT_MS,
	);
	try {
		return await Promise.race([answer, promise]);
	} finally {
		clearTimeout(timer);
	}
}

/** For a request whose answer changes nothing: a client that has gone, or does not know it, is no reason to stop. */
export function ignoreRefusal(): void {}
