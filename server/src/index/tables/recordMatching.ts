/** Which records of a file are still there, as its new text is read from the beginning. */

import type { PageStart, Place } from './places.ts';

/** A record as the index knows it. */
export interface KnownRecord {
	readonly record: number;
	readonly page: number;
	readonly hash: number;
}

/**
 * Most edits leave all but a few records in their order, so a record is looked for first where the last one was
 * found, and only then among all. Flat arrays: a file may hold a million.
 */
export class RecordMatching {
	readonly #records: number[] = [];
	readonly #hashes: number[] = [];
	readonly #pages: number[] = [];
	readonly #gone: boolean[] = [];
	#cursor = 0;
	#swept = 0;
	/** Where each hash stands, one place each and the way to the next; made when first needed. */
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

	/** The known record that the next one of the file is, taken off the list; undefined if it is new. */
	take(hash: number): KnownRecord | undefined {
		const index = this.#isHere(this.#cursor, hash) ? this.#cursor : this.#elsewhere(hash);
		if (index === undefined) {
			return undefined;
		}
		this.#gone[index] = true;
		// A record from further back was moved; the rest is still looked for where it was.
		this.#cursor = Math.max(this.#cursor, index + 1);
		return { record: this.#records[index] ?? 0, page: this.#pages[index] ?? 0, hash };
	}

	/** Takes a record off the list that something new stands in for. Whether it was there. */
	drop(record: number): boolean {
		this.#indexes ??= new Map(this.#records.map((id, index) => [id, index]));
		const index = this.#indexes.get(record);
		if (index === undefined || this.#gone[index]) {
			return false;
		}
		this.#gone[index] = true;
		return true;
	}

	/** Records that were not met where they would have been, taken off the list. One that was moved comes again as new. */
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

	/** When all of the file has been read: the records not met again, taken off the list. */
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
		// What was passed over stays taken: the same record a thousand times over is not walked a million times.
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
