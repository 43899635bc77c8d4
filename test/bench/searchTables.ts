/** What was measured of search engines, on a terminal: engines beside one another, and the best of others by ours. */

import type { SearchEngine } from './searchEngine.ts';
import type { BuildFigure, ClassFigure, UseFigure } from './searchFigure.ts';
import { type AskedQuery, BEGUN, type QueryClass, SHORT, TWO_WORDS, TYPO } from './searchQueries.ts';
import { MB } from './serverMemory.ts';
import { printRows } from './table.ts';

export type EngineFigures = EngineFigure | { readonly name: string; readonly failure: string };

interface EngineFigure {
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

interface Measure {
	readonly name: string;
	/** Smaller is better; undefined where the engine has none. */
	readonly value: (engine: EngineFigure) => number | undefined;
	/** Whether an engine counts here. */
	readonly isPeer?: (engine: EngineFigure) => boolean;
}

/** Whoever finds fewer of a hundred mistyped papers is no peer in finding them. */
const FINDS = 50;

const MEASURES: readonly Measure[] = [
	{ name: 'build, s', value: ({ build }) => build.seconds },
	{ name: 'memory, MB', value: ({ use }) => use.memory },
	{ name: 'on disk, MB', value: ({ build, bytes }) => (build.unsaved === undefined ? bytes / MB : undefined) },
	{ name: 'cold start to first answer, ms', value: ({ use }) => use.coldStart },
	...TABLE_CLASSES.flatMap((kind): Measure[] => {
		const isPeer = ({ use }: EngineFigure): boolean => kind !== TYPO || (use.classes[kind]?.found ?? 0) >= FINDS;
		return [
			{ name: `${kind}: p50, ms`, value: ({ use }) => use.classes[kind]?.p50, isPeer },
			{ name: `${kind}: p95, ms`, value: ({ use }) => use.classes[kind]?.p95, isPeer },
		];
	}),
];

/** Engines in columns, ours the first; then who of the others is best, how many times ours that is, and a verdict. */
export function printEngines(title: string, engines: readonly EngineFigures[]): void {
	const measured = engines.filter((engine): engine is EngineFigure => 'use' in engine);
	const [ours, ...others] = measured;
	const headings = ['', ...measured.map(({ name }) => shortName(name)), 'best other', 'that by ours', ''];
	const rows = MEASURES.map((measure) => {
		const best = ours && bestOf(measure, ours, others);
		const verdict = best ? [best.name, `${digits(best.ratio)} x`, best.ratio >= 1 ? 'met' : 'MISSED'] : [];
		return [measure.name, ...measured.map((engine) => digits(measure.value(engine))), ...verdict];
	});
	const found = FOUND_CLASSES.map((kind) => [
		`${kind}: found, %`,
		...measured.map(({ use }) => use.classes[kind]?.found?.toFixed(0) ?? ''),
	]);
	printRows(title, [headings, ...rows, ...found]);
	process.stdout.write(
		'Others are told which queries hold a typo, and look for near words then alone; ours is not told.\n',
	);
	process.stdout.write(engines.flatMap(remarksOn).join(''));
}

/** `MiniSearch, abstracts too` in a table that says so above. */
function shortName(name: string): string {
	return name.split(',', 1)[0] ?? name;
}

/** Who of the others is best in a measure, and how many times ours that is. */
function bestOf(
	{ value, isPeer = () => true }: Measure,
	ours: EngineFigure,
	others: readonly EngineFigure[],
): { readonly name: string; readonly ratio: number } | undefined {
	const [best] = others
		.filter(isPeer)
		.flatMap((engine) => {
			const figure = value(engine);
			return figure === undefined ? [] : [{ name: shortName(engine.name), figure }];
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
		(engine): engine is EngineFigure => 'use' in engine && named.some(({ name }) => name === engine.name),
	);
	const headings = ['', ...shown.flatMap(({ name }) => [`${shortName(name)}: p50, ms`, 'p95', 'found, %']), 'example'];
	const rows = examples.map(({ kind, text }) => [
		kind,
		...shown.flatMap(({ use }) => cellsOf(use.classes[kind])),
		text,
	]);
	printRows(
		'Every class of queries, with abstracts too',
		[headings, ...rows],
		(column) => column > 0 && column < headings.length - 1,
	);
}

function cellsOf(figure: ClassFigure | undefined): readonly string[] {
	return [digits(figure?.p50), digits(figure?.p95), figure?.found?.toFixed(0) ?? ''];
}

/** Three of them, as a repeated run confirms. */
function digits(value: number | undefined): string {
	return value === undefined ? 'none' : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
