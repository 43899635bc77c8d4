/** The entries of a file by key, for those that refer to others. Made when first asked: most files have none. */

import { EntryScanner } from './entryScanner.ts';
import type { RawEntry } from './rawEntry.ts';

export class EntryIndex {
	readonly #text: string;
	/** Where the entry of each key begins. Places, not entries: a file of a million entries may have references too. */
	#starts: Map<string, number> | undefined;

	constructor(text: string) {
		this.#text = text;
	}

	/** The first entry with this key, whatever the case of its letters. */
	find(key: string): RawEntry | undefined {
		const start = this.#places().get(key.toLowerCase());
		return start === undefined ? undefined : new EntryScanner(this.#text, () => {}).entryAt(start);
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
