/** Returns a function that calls `act` once, `ms` milliseconds after the first of a series of calls to it. */
export function throttled(ms: number, act: () => void): () => void {
	let waiting = false;
	return () => {
		if (!waiting) {
			waiting = true;
			setTimeout(() => {
				waiting = false;
				act();
			}, ms);
		}
	};
}
