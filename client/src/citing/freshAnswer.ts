/** Answers about a note that somebody is typing in. */

/** Somebody may type while the server is asked, which makes its answer useless; more than twice they do not. */
const MAX_TRIES = 3;

/**
 * What `ask` answers about the note as it is now. It is asked again where the note changes meanwhile; undefined if it
 * always does. Of a note that is not open nothing is known: then the first answer counts.
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
