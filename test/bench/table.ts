/** Figures on a terminal, each beside its target: what misses it is marked. */

export interface Figure {
	/** What was measured: `hover, p95`. */
	readonly name: string;
	readonly value: number;
	readonly unit: Unit;
	/** At most this much; absent for what is there to compare with. */
	readonly target?: number | undefined;
	/** What else the runs showed: `max 412 ms of 7 runs`. */
	readonly remark?: string | undefined;
}

/** `times` is a ratio. */
export type Unit = 's' | 'ms' | 'MB' | 'times';

const HEADINGS = ['', 'measured', 'target', '', ''] as const;

/** A title, a line for each figure, an empty line. */
export function printTable(title: string, figures: readonly Figure[]): void {
	printRows(title, [HEADINGS, ...figures.map(rowOf)], (column) => column === 1 || column === 2);
}

/** A title, and rows in columns, the headings first; columns of numbers stand to the right. */
export function printRows(
	title: string,
	rows: readonly (readonly string[])[],
	isNumeric: (column: number) => boolean = (column) => column > 0,
): void {
	const columns = Math.max(...rows.map((row) => row.length));
	const widths = Array.from({ length: columns }, (_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	const padded = (cell: string, column: number): string =>
		isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
	const lines = rows.map((row) => row.map(padded).join('  ').trimEnd());
	process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n\n`);
}

function rowOf({ name, value, unit, target, remark = '' }: Figure): readonly string[] {
	const isMissed = target !== undefined && value > target;
	return [
		name,
		formatted(value, unit),
		target === undefined ? '' : formatted(target, unit),
		isMissed ? 'MISSED' : '',
		remark,
	];
}

/** Three digits are what a repeated run confirms. */
export function formatted(value: number, unit: Unit): string {
	const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return `${Number(value.toFixed(digits))} ${unit === 'times' ? 'x' : unit}`;
}
