/** Matches the records of a file's new text with those in the index. */

import type { PageStart, Place } from './places.ts';

/** A record as it is in the index. */
export interface KnownRecord {
	readonly record: number;
	readonly page: number;
	readonly hash: number;
}

/**
 * Most edits leave nearly all records in their order. So a record is searched first where the last one was found, and
 * only then everywhere. Uses flat arrays, since a file may have a million records.
 */
export class RecordMatching {
	readonly #records: number[] = [];
	readonly #hashes: number[] = [];
	readonly #pages: number[] = [];
	readonly #gone: boolean[] = [];
	#cursor = 0;
	#swept = 0;
	/** The first index of each hash; `#nexts` has the next index with the same hash. Built when first needed. */
	#heads: Map<number, number> | undefined;
	#nexts: readonly number[] = [];
	#indexes: Map<number, number> | undefined;

	addPage({ page }: PageStart, places: readonly Place[]): void {
		for (const { record, hash } of places) {
			this.#records.push(record);
			this.#hashes.push(hash);
			this.#pages.push(page);
			this.#gone.push(false);
		}
	}

	get count(): number {
		return this.#records.length;
	}

	/** Takes the known record that matches the next record of the file. Undefined if that is new. */
	take(hash: number): KnownRecord | undefined {
		const index = this.#isHere(this.#cursor, hash) ? this.#cursor : this.#elsewhere(hash);
		if (index === undefined) {
			return undefined;
		}
		this.#gone[index] = true;
		// A record from further ahead was moved here. The search for the rest continues from the old place.
		this.#cursor = Math.max(this.#cursor, index + 1);
		return { record: this.#records[index] ?? 0, page: this.#pages[index] ?? 0, hash };
	}

	/** Takes a record that is replaced by a new one. Returns whether it was still there. */
	drop(record: number): boolean {
		this.#indexes ??= new Map(this.#records.map((id, index) => [id, index]));
		const index = this.#indexes.get(record);
		if (index === undefined || this.#gone[index]) {
			return false;
		}
		this.#gone[index] = true;
		return true;
	}

	/** Takes the records that were skipped. If one of them was moved, it counts as new when it is found later. */
	passed(): number[] {
		const passed: number[] = [];
		for (; this.#swept < this.#cursor; this.#swept++) {
			if (!this.#gone[this.#swept]) {
				this.#gone[this.#swept] = true;
				passed.push(this.#records[this.#swept] ?? 0);
			}
		}
		return passed;
	}

	/** Takes all remaining records. Called when the whole file has been read. */
	left(): number[] {
		this.#cursor = this.#records.length;
		return this.passed();
	}

	#isHere(index: number, hash: number): boolean {
		return this.#hashes[index] === hash && this.#gone[index] === false;
	}

	#elsewhere(hash: number): number | undefined {
		const heads = this.#heads ?? this.#indexHashes();
		let index = heads.get(hash);
		if (index === undefined) {
			return undefined;
		}
		while (index >= 0 && !this.#isHere(index, hash)) {
			index = this.#nexts[index] ?? -1;
		}
		// Starts the next search here, so that a thousand copies of one record do not take a million steps.
		heads.set(hash, index);
		return index < 0 ? undefined : index;
	}

	#indexHashes(): Map<number, number> {
		const heads = new Map<number, number>();
		const nexts: number[] = [];
		for (let index = this.#hashes.length - 1; index >= 0; index--) {
			const hash = this.#hashes[index] ?? 0;
			nexts[index] = heads.get(hash) ?? -1;
			heads.set(hash, index);
		}
		this.#heads = heads;
		this.#nexts = nexts;
		return heads;
	}
}
