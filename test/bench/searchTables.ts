/** What was measured of search engines, on a terminal: in columns beside one another, the best of others by ours below. */

import type { SearchEngine } from './searchEngine.ts';
import type { BuildFigure, ClassFigure, UseFigure } from './searchFigure.ts';
import { type AskedQuery, BEGUN, type QueryClass, SHORT, TWO_WORDS, TYPO } from './searchQueries.ts';
import { MB } from './serverMemory.ts';
import { printRows } from './table.ts';

export type EngineFigures = Measured | { readonly name: string; readonly failure: string };

interface Measured {
	readonly name: string;
	readonly build: BuildFigure;
	/** Of its index on disk. */
	readonly bytes: number;
	readonly use: UseFigure;
}

/** The classes that every engine is asked. */
export const TABLE_CLASSES: readonly QueryClass[] = [SHORT, BEGUN, TWO_WORDS, TYPO];

/** Of these, in how many of a hundred the paper that was meant came among the first ten. */
const FOUND_CLASSES: readonly QueryClass[] = [TWO_WORDS, TYPO];

interface Column {
	readonly heading: string;
	/** Smaller is better; undefined where the engine has none. */
	readonly value: (engine: Measured) => number | undefined;
	/** Whether an engine counts here. */
	readonly isPeer?: (engine: Measured) => boolean;
}

/** Whoever finds fewer of a hundred mistyped papers is no peer in finding them. */
const FINDS = 50;

const COLUMNS: readonly Column[] = [
	{ heading: 'build, s', value: ({ build }) => build.seconds },
	{ heading: 'memory, MB', value: ({ use }) => use.memory },
	{ heading: 'on disk, MB', value: ({ build, bytes }) => (build.unsaved === undefined ? bytes / MB : undefined) },
	{ heading: 'first answer, ms', value: ({ use }) => use.coldStart },
	...TABLE_CLASSES.flatMap((kind): Column[] => {
		const isPeer = ({ use }: Measured): boolean => kind !== TYPO || (use.classes[kind]?.found ?? 0) >= FINDS;
		return [
			{ heading: `${kind} p50, ms`, value: ({ use }) => use.classes[kind]?.p50, isPeer },
			{ heading: 'p95', value: ({ use }) => use.classes[kind]?.p95, isPeer },
		];
	}),
];

/** Ours is the first. */
export function printEngines(title: string, engines: readonly EngineFigures[]): void {
	const measured = engines.filter((engine): engine is Measured => 'use' in engine);
	const [ours, ...others] = measured;
	const headings = ['', ...COLUMNS.map(({ heading }) => heading), ...FOUND_CLASSES.map((kind) => `${kind}: found, %`)];
	const rows = measured.map((engine) => [
		engine.name,
		...COLUMNS.map(({ value }) => digits(value(engine))),
		...FOUND_CLASSES.map((kind) => engine.use.classes[kind]?.found?.toFixed(0) ?? ''),
	]);
	const bests = COLUMNS.map((column) => ours && bestOf(column, ours, others));
	const below = [
		['the best other', ...bests.map((best) => best?.name ?? 'none')],
		['that by ours', ...bests.map((best) => (best ? `${digits(best.ratio)} x` : ''))],
		['', ...bests.map((best) => (best ? (best.ratio >= 1 ? 'met' : 'MISSED') : ''))],
	];
	printRows(title, [headings, ...rows, ...below]);
	process.stdout.write(engines.flatMap(remarksOn).join(''));
}

/** Who of the others is best in a column, and how many times ours that is. */
function bestOf(
	{ value, isPeer = () => true }: Column,
	ours: Measured,
	others: readonly Measured[],
): { readonly name: string; readonly ratio: number } | undefined {
	const [best] = others
		.filter(isPeer)
		.flatMap((engine) => {
			const figure = value(engine);
			return figure === undefined ? [] : [{ name: engine.name.split(',', 1)[0] ?? '', figure }];
		})
		.sort((one, other) => one.figure - other.figure);
	const own = value(ours);
	return best && own !== undefined ? { name: best.name, ratio: best.figure / own } : undefined;
}

function remarksOn(engine: EngineFigures): string[] {
	if ('failure' in engine) {
		return [`${engine.name} cannot do this size: ${engine.failure}.\n`];
	}
	const { name, build, use } = engine;
	const unsaved =
		build.unsaved && `its index cannot be saved (${build.unsaved.reason}), so it was asked where it was built`;
	const slow = Object.entries(use.classes)
		.filter(([, { asked }]) => asked < Math.max(...Object.values(use.classes).map((figure) => figure.asked)))
		.map(([kind, { asked }]) => `of ${kind}, ${asked} queries were asked in the time that there was`);
	const saving = build.saving > 1 ? `saving took ${digits(build.saving)} s` : undefined;
	const peak = `building took up to ${digits(build.peak)} MB`;
	return [`${name}: ${[peak, saving, unsaved, ...slow].flatMap((remark) => remark ?? []).join('; ')}.\n`];
}

/** Every class of queries, for the engines named; an example of each class. */
export function printClasses(
	engines: readonly EngineFigures[],
	named: readonly SearchEngine[],
	examples: readonly AskedQuery[],
): void {
	const shown = engines.filter(
		(engine): engine is Measured => 'use' in engine && named.some(({ name }) => name === engine.name),
	);
	const headings = ['', ...shown.flatMap(({ name }) => [`${name}: p50, ms`, 'p95', 'found, %']), 'example'];
	const rows = examples.map(({ kind, text }) => [
		kind,
		...shown.flatMap(({ use }) => cellsOf(use.classes[kind])),
		text,
	]);
	printRows('Every class of queries', [headings, ...rows], (column) => column > 0 && column < headings.length - 1);
}

function cellsOf(figure: ClassFigure | undefined): readonly string[] {
	return [digits(figure?.p50), digits(figure?.p95), figure?.found?.toFixed(0) ?? ''];
}

/** Three of them, as a repeated run confirms. */
function digits(value: number | undefined): string {
	return value === undefined ? 'none' : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
