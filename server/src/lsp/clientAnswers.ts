/** The client's answers to our requests. It may refuse a request or never answer it, and work must go on. */

/** Milliseconds to wait for an answer. A busy editor takes a second or two at its start. */
const ANSWER_TIMEOUT_MS = 5000;

/**
 * The client's answer. Rejects if `answer` rejects or takes longer than `ANSWER_TIMEOUT_MS`. A later answer still
 * reaches `answer`.
 */
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

/** For requests whose answer does not matter. The client may have closed or not know the request; work goes on. */
export function ignoreRefusal(): void {}
