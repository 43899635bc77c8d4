/** Random numbers that a seed repeats. */

/** The seed of a test: always the same, so that no test fails by chance, unless `SEED=n` tries another. */
export const SEED = Number(process.env['SEED'] ?? 1);

/** Mulberry32: small, seeded, and good enough to choose cases by. Gives whole numbers below the one asked with. */
export function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}
