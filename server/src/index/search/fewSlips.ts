/** How many slips of the finger make one name of another, where they are few. */

/** Each as its number: one byte where all are ASCII, else two. */
export type Characters = Uint8Array | Uint16Array;

/** More are not counted. */
export const MOST_SLIPS = 2;

/**
 * Compares what was typed with names that stand in one piece. What both begin with is right, so that the first difference
 * is a slip, of which there are four kinds; after the last one that is allowed all must be the same. Names that differ much
 * show it within a few letters: this takes a fifth of the time of a table of distances.
 */
export class SlipCount {
	readonly #typed: Characters;
	readonly #names: Characters;
	/** Where the name that is looked at ends. */
	#end = 0;

	constructor(typed: Characters, names: Characters) {
		this.#typed = typed;
		this.#names = names;
	}

	/**
	 * Letters missing, added, replaced, or exchanged with their neighbour (optimal string alignment), between the typed
	 * name and the one from `start` up to, not including, `end`; `MOST_SLIPS + 1` if there are more.
	 */
	to(start: number, end: number): number {
		this.#end = end;
		let slips = MOST_SLIPS + 1;
		while (slips > 0 && this.#isWithin(0, start, slips - 1)) {
			slips--;
		}
		return slips;
	}

	/** Whether so many slips make what was typed, from `at` on, of the name, from `place` on. */
	#isWithin(at: number, place: number, slips: number): boolean {
		const typed = this.#typed;
		const names = this.#names;
		let [here, there] = [at, place];
		while (here < typed.length && there < this.#end && typed[here] === names[there]) {
			here++;
			there++;
		}
		const left = typed.length - here;
		const others = this.#end - there;
		if (left === 0 || others === 0) {
			return left + others <= slips;
		}
		return (
			slips > 0 &&
			Math.abs(left - others) <= slips &&
			(this.#isWithin(here + 1, there + 1, slips - 1) ||
				this.#isWithin(here + 1, there, slips - 1) ||
				this.#isWithin(here, there + 1, slips - 1) ||
				(typed[here] === names[there + 1] &&
					typed[here + 1] === names[there] &&
					this.#isWithin(here + 2, there + 2, slips - 1)))
		);
	}
}
