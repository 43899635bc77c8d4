/** Runs `act` once, `ms` milliseconds after the last of the calls. */
export function debounced(ms: number, act: () => void): () => void {
	let resting: ReturnType<typeof setTimeout> | undefined;
	return () => {
		clearTimeout(resting);
		resting = setTimeout(act, ms);
	};
}
