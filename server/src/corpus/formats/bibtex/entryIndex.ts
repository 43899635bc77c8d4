/**
 * The entries of a file by key, for entries that refer to others. Built on first use, because most files have no
 * references.
 */

import { EntryScanner } from './entryScanner.ts';
import type { RawEntry } from './rawEntry.ts';

/** Number of parsed parents kept: the papers of a conference are usually together and all refer to it. */
const MAX_RECENT = 256;

export class EntryIndex {
	readonly #text: string;
	/**
	 * Offset of the entry of each key. Offsets instead of entries, because a file with a million entries may have
	 * references too.
	 */
	#starts: Map<string, number> | undefined;
	readonly #recent = new Map<number, RawEntry>();

	constructor(text: string) {
		this.#text = text;
	}

	/** The first entry with this key. Ignores case. */
	find(key: string): RawEntry | undefined {
		const start = this.#places().get(key.toLowerCase());
		if (start === undefined) {
			return undefined;
		}
		const known = this.#recent.get(start);
		const entry = known ?? new EntryScanner(this.#text, () => {}).entryAt(start);
		if (entry !== undefined && known === undefined) {
			this.#remember(entry);
		}
		return entry;
	}

	#remember(entry: RawEntry): void {
		if (this.#recent.size >= MAX_RECENT) {
			this.#recent.clear();
		}
		this.#recent.set(entry.start, entry);
	}

	#places(): Map<string, number> {
		if (this.#starts === undefined) {
			this.#starts = new Map();
			const scanner = new EntryScanner(this.#text, () => {});
			for (let entry = scanner.next(); entry !== undefined; entry = scanner.next()) {
				const key = entry.key.toLowerCase();
				if (key !== '' && !this.#starts.has(key)) {
					this.#starts.set(key, entry.start);
				}
			}
		}
		return this.#starts;
	}
}
