/** Runs `act` once, `ms` milliseconds after the first of the calls made until then. */
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
