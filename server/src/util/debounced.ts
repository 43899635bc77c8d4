/** Returns a function that calls `act` once, `ms` milliseconds after the last call to it. */
export function debounced(ms: number, act: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(act, ms);
	};
}
