/** Hashes with the records that have them, in memory: 8 bytes for each slot of a hash table with open addressing. */

/** The part of the slots that may be taken. */
const MAX_LOAD = 0.7;
const FIRST_SLOTS = 2 ** 12;

export class MarkTable {
	/** 32 bits of the hash. Other hashes may have the same. */
	#marks = new Uint32Array(FIRST_SLOTS);
	/** 0 for a free slot. */
	#records = new Uint32Array(FIRST_SLOTS);
	#size = 0;

	add(mark: number, record: number): void {
		if (this.#size >= MAX_LOAD * this.#records.length) {
			this.#grow();
		}
		this.#put(mark >>> 0, record);
		this.#size++;
	}

	/** The records that have `mark`, and perhaps some others. */
	recordsWith(mark: number): readonly number[] {
		const wanted = mark >>> 0;
		const mask = this.#records.length - 1;
		const found: number[] = [];
		for (let slot = slotOf(wanted, mask); this.#records[slot] !== 0; slot = (slot + 1) & mask) {
			if (this.#marks[slot] === wanted) {
				found.push(this.#records[slot] ?? 0);
			}
		}
		return found;
	}

	#put(mark: number, record: number): void {
		const mask = this.#records.length - 1;
		let slot = slotOf(mark, mask);
		while (this.#records[slot] !== 0) {
			slot = (slot + 1) & mask;
		}
		this.#marks[slot] = mark;
		this.#records[slot] = record;
	}

	#grow(): void {
		const [marks, records] = [this.#marks, this.#records];
		this.#marks = new Uint32Array(2 * marks.length);
		this.#records = new Uint32Array(2 * marks.length);
		for (const [slot, record] of records.entries()) {
			if (record !== 0) {
				this.#put(marks[slot] ?? 0, record);
			}
		}
	}
}

function slotOf(mark: number, mask: number): number {
	return Math.imul(mark ^ (mark >>> 15), 0x9e3779b1) & mask;
}
