/** Answers about a note while someone is typing in it. */

/**
 * If someone types while the server is answering, its answer is outdated. That rarely happens more than twice in a row.
 */
const MAX_TRIES = 3;

/**
 * The answer of `ask` about the current state of the note. Asks again if the note changed meanwhile; undefined if it
 * changed each time. For a note that is not open, changes are unknown and the first answer counts.
 */
export async function freshAnswer<T>(
	note: { readonly version: number } | undefined,
	ask: () => Promise<T>,
): Promise<T | undefined> {
	for (let tries = 0; tries < MAX_TRIES; tries++) {
		const version = note?.version;
		const answer = await ask();
		if (note?.version === version) {
			return answer;
		}
	}
	return undefined;
}
