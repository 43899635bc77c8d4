/** How long work takes on a machine that does other work as well. */

/** The processor's time, in milliseconds, that this thread has taken so far: a difference of two says what lay between. */
export function processorTime(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}
