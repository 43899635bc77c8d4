/** A cache that forgets what was not used for a while. */

/**
 * Holds values of `most` together, or of half of that. New values and those asked for are in the first of two maps. When
 * that has half of what may be held, it replaces the second, and what was not asked for since is forgotten.
 */
export class RecentlyUsed<K, V> {
	readonly #most: number;
	readonly #sizeOf: (value: V) => number;
	#size = 0;
	#recent = new Map<K, V>();
	#older: ReadonlyMap<K, V> = new Map();

	/** `most`: how many values are held at most, or their sizes together. */
	constructor(most: number, sizeOf: (value: V) => number = () => 1) {
		this.#most = most;
		this.#sizeOf = sizeOf;
	}

	get(key: K): V | undefined {
		const recent = this.#recent.get(key);
		if (recent !== undefined) {
			return recent;
		}
		const older = this.#older.get(key);
		if (older !== undefined) {
			this.set(key, older);
		}
		return older;
	}

	set(key: K, value: V): void {
		if (this.#size >= this.#most / 2) {
			this.#older = this.#recent;
			this.#recent = new Map();
			this.#size = 0;
		}
		this.#recent.set(key, value);
		this.#size += this.#sizeOf(value);
	}

	clear(): void {
		this.#recent.clear();
		this.#older = this.#recent;
		this.#size = 0;
	}
}
