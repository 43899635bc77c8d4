/** What many measurements of one thing come to. */

/** The value that so many in a hundred do not exceed; 0 of no values. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** What `work` gave, and the milliseconds until it did. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly value: T; readonly ms: number }> {
	const began = performance.now();
	const value = await work();
	return { value, ms: performance.now() - began };
}

/** The same work, so many times, one after the other. */
export async function repeated<T>(times: number, work: (time: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let time = 0; time < times; time++) {
		results.push(await work(time));
	}
	return results;
}
