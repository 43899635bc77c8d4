/** Lays the records of a file out in pages, leaving pages as they are where their records are as they were. */

import { encodePlaces, type PageStart, type Place } from './places.ts';

/** Records to a page at first, up to twice as many later: some 5 kB, and a million of them make an outline of 30 kB. */
const PAGE_SIZE = 256;

export interface ClosedPage {
	readonly start: PageStart;
	readonly places: readonly Place[];
	/** Absent where the page stands in the index just so. */
	readonly bytes: Uint8Array | undefined;
	/** Records of this page that the index has in another, or not at all. */
	readonly arrivals: readonly number[];
}

interface Entry {
	readonly place: Place;
	/** Where the index has the record; undefined for a new one. */
	readonly page: number | undefined;
}

export class PageLayout {
	readonly #known: ReadonlyMap<number, Uint8Array>;
	readonly #newPage: () => number;
	readonly #size: number;
	readonly #used = new Set<number>();
	#entries: Entry[] = [];
	#page: number | undefined;

	/** `known`: the pages that the file has, by number. */
	constructor(known: ReadonlyMap<number, Uint8Array>, newPage: () => number, size = PAGE_SIZE) {
		this.#known = known;
		this.#newPage = newPage;
		this.#size = size;
	}

	/** The next record of the file. Gives the page that is finished with it, if one is. */
	add(place: Place, page: number | undefined): readonly ClosedPage[] {
		const closed = this.#opens(page) || this.#isFull() ? this.close() : [];
		if (page !== undefined && !this.#used.has(page) && this.#page === undefined) {
			this.#page = page;
			this.#used.add(page);
		}
		this.#entries.push({ place, page });
		return closed;
	}

	/** The page that holds what was added since the last one was closed. */
	close(): readonly ClosedPage[] {
		if (this.#entries.length === 0) {
			return [];
		}
		const closed = this.#closedPage(this.#page ?? this.#newPage(), this.#entries);
		this.#entries = [];
		this.#page = undefined;
		return [closed];
	}

	/** Whether a page of the index has come up in the file so far. */
	isUsed(page: number): boolean {
		return this.#used.has(page);
	}

	#opens(page: number | undefined): boolean {
		const isOther = page !== undefined && page !== this.#page && !this.#used.has(page);
		// A few new records at the top of a page go into it; more get one of their own.
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
