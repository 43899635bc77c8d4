/** Counts the typing errors between two names if there are only a few. */

/** The codes of the characters: one byte each if all are ASCII, else two. */
export type Characters = Uint8Array | Uint16Array;

/** Errors are counted up to this number. */
export const MAX_SLIPS = 2;

/**
 * Compares typed names with names stored one after the other. After a common prefix, the first difference is an error
 * of one of four kinds. After the last allowed error, the rest must be equal. Very different names are told apart
 * within a few letters, so this takes a fifth of the time of a table of distances.
 */
export class SlipCount {
	readonly #typed: Characters;
	readonly #names: Characters;
	/** The end of the current name. */
	#end = 0;

	constructor(typed: Characters, names: Characters) {
		this.#typed = typed;
		this.#names = names;
	}

	/**
	 * The number of letters missing, added, replaced, or exchanged with their neighbour (optimal string alignment)
	 * between the typed name and the one from `start` to `end` (exclusive). `MAX_SLIPS + 1` if there are more.
	 */
	to(start: number, end: number): number {
		this.#end = end;
		let slips = MAX_SLIPS + 1;
		while (slips > 0 && this.#isWithin(0, start, slips - 1)) {
			slips--;
		}
		return slips;
	}

	/**
	 * Whether the rest of the typed name from `at` and the rest of the name from `place` differ by at most `slips`
	 * errors.
	 */
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
