/**
 * The edit distance between two texts: the number of letters missing, added, replaced, or exchanged with their
 * neighbour (optimal string alignment). Undefined when it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number | undefined {
	if (Math.abs(one.length - other.length) > most) {
		return undefined;
	}
	let before: number[] = [];
	let above = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let line = 1; line <= one.length; line++) {
		const row = [line];
		let least = line;
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[line - 1] === other[column - 1];
			const isExchange = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
			row[column] = Math.min(
				at(above, column) + 1,
				at(row, column - 1) + 1,
				at(above, column - 1) + (isSame ? 0 : 1),
				isExchange ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
			);
			least = Math.min(least, at(row, column));
		}
		if (least > most) {
			return undefined;
		}
		[before, above] = [above, row];
	}
	const distance = at(above, other.length);
	return distance <= most ? distance : undefined;
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
