/** Reads the rows of one term in one run, from the newest paper to the oldest. */

import { DamagedIndex } from '../../database/indexFailure.ts';
import { VarintReader } from '../../database/varints.ts';
import { type Bits, NO_ROW, type RowWindow } from './rowWindow.ts';

/** The pages after the current one, if the rows of a term take several pages. */
export interface FurtherRows {
	/** The first row of the next page; `NO_ROW` if there is none. */
	readonly next: number;
	/** Goes to the page that may have `row`, the next one or a later one. Returns its rows, which begin at `start`. */
	turnTo(row: number): { readonly bytes: Uint8Array; readonly start: number };
}

export class RowCursor {
	/** The current row; `NO_ROW` at the end. */
	row = 0;
	readonly #numbers: VarintReader;
	readonly #further: FurtherRows | undefined;

	constructor(bytes: Uint8Array, start: number, end: number, further?: FurtherRows) {
		this.#numbers = new VarintReader(bytes, start, end);
		this.#further = further;
		this.#advance();
	}

	/** Bytes left to read, as far as known. */
	get weight(): number {
		return this.#further ? 1e6 : this.#numbers.left;
	}

	/** Goes to the first row that is `row` or later. */
	skipTo(row: number): void {
		if (row >= NO_ROW) {
			this.row = NO_ROW;
		} else if (this.#further && this.#further.next <= row) {
			this.#turnPage(this.#further, row);
		}
		while (this.row < row) {
			this.next();
		}
	}

	/** Sets the bits of all rows of the window, and goes past it. */
	fill(bits: Bits, window: RowWindow): void {
		const { first, end } = window;
		this.skipTo(first);
		while (this.row < end) {
			window.set(bits, this.row);
			this.next();
		}
	}

	/** Goes to the next row. */
	next(): void {
		if (!this.#numbers.done) {
			this.#advance();
		} else if (this.#further && this.#further.next < NO_ROW) {
			this.#turnPage(this.#further, this.#further.next);
		} else {
			this.row = NO_ROW;
		}
	}

	#turnPage(further: FurtherRows, row: number): void {
		const { bytes, start } = further.turnTo(row);
		this.#numbers.turnTo(bytes, start, bytes.length);
		this.row = 0;
		this.#advance();
	}

	#advance(): void {
		const difference = this.#numbers.next();
		this.row += difference;
		if (difference <= 0 || this.row >= NO_ROW) {
			throw new DamagedIndex('the index holds rows out of order');
		}
	}
}
