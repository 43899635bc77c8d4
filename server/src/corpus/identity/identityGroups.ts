/** Groups records into papers: all records that are connected by ties. */

/** The members of `records`, grouped, in the order of each group's first record. `tiesOf` may name others as well. */
export function connectedRecords<R>(
	records: readonly R[],
	tiesOf: (record: R) => readonly R[],
): readonly (readonly R[])[] {
	const groups = new Map<R, R[]>(records.map((record) => [record, [record]]));
	for (const record of records) {
		for (const other of tiesOf(record)) {
			join(groups, record, other);
		}
	}
	return [...new Set(groups.values())];
}

function join<R>(groups: Map<R, R[]>, one: R, other: R): void {
	const [into, from] = [groups.get(one), groups.get(other)];
	if (into === undefined || from === undefined || into === from) {
		return;
	}
	const [larger, smaller] = into.length >= from.length ? [into, from] : [from, into];
	for (const record of smaller) {
		larger.push(record);
		groups.set(record, larger);
	}
}
