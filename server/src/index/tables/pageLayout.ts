/** Distributes the records of a file over pages. Pages whose records have not changed stay as they are. */

import { encodePlaces, type PageStart, type Place } from './places.ts';

/**
 * Records in a new page; a page may grow to twice as many. A page takes some 5 kB, and the outline of a million
 * records 30 kB.
 */
const PAGE_RECORDS = 256;

export interface ClosedPage {
	readonly start: PageStart;
	readonly places: readonly Place[];
	/** Undefined if the page is already in the index with these bytes. */
	readonly bytes: Uint8Array | undefined;
	/** Records of this page that are in another page in the index, or in none. */
	readonly arrivals: readonly number[];
}

interface Entry {
	readonly place: Place;
	/** The page of the record in the index. Undefined for a new record. */
	readonly page: number | undefined;
}

export class PageLayout {
	readonly #known: ReadonlyMap<number, Uint8Array>;
	readonly #newPage: () => number;
	readonly #size: number;
	readonly #used = new Set<number>();
	#entries: Entry[] = [];
	#page: number | undefined;

	/** `known` are the file's pages in the index, by number. */
	constructor(known: ReadonlyMap<number, Uint8Array>, newPage: () => number, size = PAGE_RECORDS) {
		this.#known = known;
		this.#newPage = newPage;
		this.#size = size;
	}

	/** Adds the next record of the file. Returns the page that this completes, if any. */
	add(place: Place, page: number | undefined): readonly ClosedPage[] {
		const closed = this.#opens(page) || this.#isFull() ? this.close() : [];
		if (page !== undefined && !this.#used.has(page) && this.#page === undefined) {
			this.#page = page;
			this.#used.add(page);
		}
		this.#entries.push({ place, page });
		return closed;
	}

	/** The page with the records added since the last page was closed. */
	close(): readonly ClosedPage[] {
		if (this.#entries.length === 0) {
			return [];
		}
		const closed = this.#closedPage(this.#page ?? this.#newPage(), this.#entries);
		this.#entries = [];
		this.#page = undefined;
		return [closed];
	}

	/** Whether a record of this page has been found in the file so far. */
	isUsed(page: number): boolean {
		return this.#used.has(page);
	}

	#opens(page: number | undefined): boolean {
		const isOther = page !== undefined && page !== this.#page && !this.#used.has(page);
		// A few new records before a page are added to it; more get a page of their own.
		return isOther && (this.#page !== undefined || this.#entries.length > this.#size / 2);
	}

	#isFull(): boolean {
		return this.#entries.length >= (this.#page === undefined ? this.#size : 2 * this.#size);
	}

	#closedPage(page: number, entries: readonly Entry[]): ClosedPage {
		const places = entries.map(({ place }) => place);
		const bytes = encodePlaces(places);
		const start = { page, count: places.length, start: places[0]?.range.start ?? { line: 0, character: 0 } };
		const arrivals = entries.filter((entry) => entry.page !== page).map(({ place }) => place.record);
		return { start, places, arrivals, bytes: sameBytes(bytes, this.#known.get(page)) ? undefined : bytes };
	}
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
	return a.length === b?.length && a.every((byte, index) => byte === b[index]);
}
