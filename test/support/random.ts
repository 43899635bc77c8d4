/** Random numbers that a seed repeats. */

/** The seed of a test: always the same, so that no test fails by chance, unless `SEED=n` tries another. */
export const SEED = Number(process.env['SEED'] ?? 1);

/** Gives whole numbers from 0 up to the one asked with, which is left out. */
export type Random = (below: number) => number;

/** Numbers from 0 up to 1, which is left out: the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The same as whole numbers, to choose by. */
export function randomFrom(seed: number): Random {
	const random = seededRandom(seed);
	return (below) => Math.floor(random() * below);
}
