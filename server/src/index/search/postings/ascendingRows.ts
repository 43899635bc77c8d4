/** Rows in ascending order. */

/** The index of the first row from `row` on, by binary search from the index `from` on. */
export function placeOf(rows: Int32Array, row: number, from = 0): number {
	let low = from;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle] ?? 0) < row) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

export function hasRow(rows: Int32Array, row: number): boolean {
	return rows[placeOf(rows, row)] === row;
}
