/** The entries of a file by key, for those that refer to others. Made when first asked: most files have none. */

import { EntryScanner } from './entryScanner.ts';
import type { RawEntry } from './rawEntry.ts';

/** Parents kept as read: the papers of a conference stand together and all ask for it. */
const MAX_RECENT = 256;

export class EntryIndex {
	readonly #text: string;
	/** Where the entry of each key begins. Places, not entries: a file of a million entries may have references too. */
	#starts: Map<string, number> | undefined;
	readonly #recent = new Map<number, RawEntry>();

	constructor(text: string) {
		this.#text = text;
	}

	/** The first entry with this key, whatever the case of its letters. */
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
