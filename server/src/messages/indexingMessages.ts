/** Messages about failures of the index. A `reason` is a clause in the words of SQLite or the system. */

export const indexingMessages = {
	stopped: (reason: string) => `Indexing has stopped: ${reason}.`,
	/** `error` may have several lines. */
	stoppedByError: (error: string) => `Indexing has stopped after an error: ${error}`,
	restartedAfterError: (error: string) => `Indexing was started again after an error: ${error}`,
	threadEnded: 'the indexing thread ended unexpectedly.',
	/** `place`: the file; undefined if the index is in memory. */
	damaged: (place: string | undefined) => `The index ${at(place)}was damaged and is being rebuilt.`,
	notKept: (place: string | undefined, reason: string) =>
		`The index cannot be saved ${at(place)}(${reason}). It is kept in memory and rebuilt at every start.`,
	otherVersion: (found: number, expected: number) => `the index is of version ${found} and not ${expected}`,
	otherBytes: 'bytes of its file have changed on disk',
	overtaken: 'another program keeps writing to the same index',
} as const;

function at(place: string | undefined): string {
	return place === undefined ? '' : `at ${place} `;
}
