/** How long work takes on a machine that does other work as well. */

/** The processor's time, in milliseconds, that this thread has taken so far: a difference of two says what lay between. */
export function processorTime(): number {
	// Node 22 knows only the time of all threads.
	const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
	return (user + system) / 1000;
}
