/** A request that is repeated when it fails: while the server restarts, nobody has to press a key again. */

/** Milliseconds before the first repetition. Each further one waits twice as long. */
const FIRST_DELAY_MS = 100;

const MAX_REPETITIONS = 6;

export interface Waiting {
	/** Whether nobody waits for the answer any more. */
	readonly isCancelled: () => boolean;
	readonly delay: (milliseconds: number) => Promise<unknown>;
}

/** The answer to `ask`. Undefined if it failed each time, or if nobody waits for it any more. */
export async function repeated<T>(ask: () => Promise<T>, { isCancelled, delay }: Waiting): Promise<T | undefined> {
	for (let repetition = 0; !isCancelled(); repetition++) {
		try {
			return await ask();
		} catch {
			if (repetition === MAX_REPETITIONS) {
				return undefined;
			}
			await delay(FIRST_DELAY_MS * 2 ** repetition);
		}
	}
	return undefined;
}
