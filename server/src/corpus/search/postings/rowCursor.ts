/** Goes through the rows of one term in one run, from the newest paper to the oldest. */

import { DamagedIndex } from '../../store/storeFailure.ts';
import { type Bits, NO_ROW, type RowWindow } from './rowWindow.ts';

/** The next bytes of rows, where those of a term fill several pages: that which may hold `row`, beyond the one in use. */
export type FurtherRows = (row: number) => { readonly bytes: Uint8Array; readonly start: number } | undefined;

export class RowCursor {
	/** The present row; `NO_ROW` at the end. */
	row = 0;
	#bytes: Uint8Array;
	#at: number;
	#end: number;
	readonly #further: FurtherRows | undefined;

	constructor(bytes: Uint8Array, start: number, end: number, further?: FurtherRows) {
		this.#bytes = bytes;
		this.#at = start;
		this.#end = end;
		this.#further = further;
		this.#advance();
	}

	/** Bytes left to look through, as far as is known. */
	get weight(): number {
		return this.#further ? 1e6 : this.#end - this.#at;
	}

	/** Goes on to the first row that is `row` or beyond it. */
	skipTo(row: number): void {
		while (this.row < row) {
			if (this.#at >= this.#end) {
				this.#turnPage(row);
			} else {
				this.#advance();
			}
		}
	}

	/** Sets the bits of all rows of the window, and goes beyond it. */
	fill(bits: Bits, window: RowWindow): void {
		const { first, end } = window;
		this.skipTo(first);
		while (this.row < end) {
			const bit = window.bitOf(this.row);
			bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
			this.next();
		}
	}

	next(): void {
		if (this.#at >= this.#end) {
			this.#turnPage(this.row + 1);
		} else {
			this.#advance();
		}
	}

	#turnPage(row: number): void {
		const page = this.#further?.(row);
		this.row = NO_ROW;
		if (page) {
			this.#bytes = page.bytes;
			this.#at = page.start;
			this.#end = page.bytes.length;
			this.row = 0;
			this.#advance();
		}
	}

	#advance(): void {
		const bytes = this.#bytes;
		let difference = 0;
		let shift = 0;
		let byte = 0;
		do {
			if (this.#at >= this.#end || shift > 28) {
				throw new DamagedIndex('the index holds rows that are cut off');
			}
			byte = bytes[this.#at++] ?? 0;
			difference |= (byte & 0x7f) << shift;
			shift += 7;
		} while (byte > 0x7f);
		this.row += difference;
		if (difference <= 0 || this.row >= NO_ROW) {
			throw new DamagedIndex('the index holds rows out of order');
		}
	}
}
