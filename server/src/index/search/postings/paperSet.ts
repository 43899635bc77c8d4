/** A set of papers of a batch, by their positions in it, as bits. */
export class PaperSet {
	readonly #bits: Int32Array;
	/** Words of bits outside this range are empty. */
	#first: number;
	#end = 0;

	/** For positions below `papers`. */
	constructor(papers: number) {
		this.#bits = new Int32Array((papers + 31) >>> 5);
		this.#first = this.#bits.length;
	}

	/** Adds the positions in a list from `from` to `to` (exclusive). */
	add(places: Int32Array, from: number, to: number): void {
		const bits = this.#bits;
		for (let index = from; index < to; index++) {
			const place = places[index] ?? 0;
			bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
		}
		if (to > from) {
			// The positions ascend.
			this.#first = Math.min(this.#first, (places[from] ?? 0) >>> 5);
			this.#end = Math.max(this.#end, ((places[to - 1] ?? 0) >>> 5) + 1);
		}
	}

	/** Moves all positions, in order, to the start of a list. Returns how many there were. */
	moveTo(places: Int32Array): number {
		const bits = this.#bits;
		let count = 0;
		for (let index = this.#first; index < this.#end; index++) {
			let rest = bits[index] ?? 0;
			bits[index] = 0;
			while (rest !== 0) {
				places[count++] = 32 * index + 31 - Math.clz32(rest & -rest);
				rest &= rest - 1;
			}
		}
		this.#first = bits.length;
		this.#end = 0;
		return count;
	}
}
