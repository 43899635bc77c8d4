/** Lays the records of a file out in pages, leaving pages as they are where their records are as they were. */

import { encodePlaces, type PageStart, type Place } from './places.ts';

/** Records to a page at first: some 5 kB, and a million of them make an outline of 30 kB. */
const PAGE = 256;
const FULL_PAGE = 2 * PAGE;
/** Fewer new records than this at the top of a page go into it; more get one of their own. */
const FEW = PAGE / 2;

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
	readonly #used = new Set<number>();
	#entries: Entry[] = [];
	#page: number | undefined;

	/** `known`: the pages that the file has, by number. */
	constructor(known: ReadonlyMap<number, Uint8Array>, newPage: () => number) {
		this.#known = known;
		this.#newPage = newPage;
	}

	/** The next record of the file. Gives the pages that are finished with it. */
	add(place: Place, page: number | undefined): readonly ClosedPage[] {
		const closed = this.#opens(page) || this.#isFull() ? this.close() : [];
		if (page !== undefined && !this.#used.has(page) && this.#page === undefined) {
			this.#page = page;
			this.#used.add(page);
		}
		this.#entries.push({ place, page });
		return closed;
	}

	/** The pages that hold what was added since the last ones were closed. */
	close(): readonly ClosedPage[] {
		const closed: ClosedPage[] = [];
		const size = this.#entries.length > FULL_PAGE ? PAGE : FULL_PAGE;
		for (let at = 0; at < this.#entries.length; at += size) {
			const page = (at === 0 ? this.#page : undefined) ?? this.#newPage();
			closed.push(this.#closedPage(page, this.#entries.slice(at, at + size)));
		}
		this.#entries = [];
		this.#page = undefined;
		return closed;
	}

	/** Whether a page of the index has come up in the file so far. */
	isUsed(page: number): boolean {
		return this.#used.has(page);
	}

	#opens(page: number | undefined): boolean {
		const isOther = page !== undefined && page !== this.#page && !this.#used.has(page);
		return isOther && (this.#page !== undefined || this.#entries.length > FEW);
	}

	#isFull(): boolean {
		return this.#entries.length >= (this.#page === undefined ? PAGE : FULL_PAGE);
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
