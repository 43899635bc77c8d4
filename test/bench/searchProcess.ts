/**
 * One search engine in a process of its own, so that its memory is its own: `node --expose-gc searchProcess.ts TASK`
 * builds an index, or opens one and asks it. Prints what it measured as one line of JSON.
 */

import { readFileSync } from 'node:fs';
import { percentile } from './samples.ts';
import { slicesOf } from './searchCorpus.ts';
import type { Ask, Building, SearchEngine } from './searchEngine.ts';
import { ABSTRACTS_ENGINES, NAMES_ENGINES } from './searchEngines.ts';
import type { BuildFigure, ClassFigure, SearchTask, UseFigure } from './searchFigure.ts';
import { type AskedQuery, TYPO } from './searchQueries.ts';
import { MB } from './serverMemory.ts';

/** The quickest of so many counts, since other work on the machine is not the engine's. */
const ROUNDS = 3;

/** For the queries of one class: a slow engine answers fewer of them, and once. */
const CLASS_SECONDS = 3;

/** Seconds of building after which what is left can be told from what is done. */
const TELLING = 10;

const task = JSON.parse(process.argv[2] ?? '') as SearchTask;
const engine = [...NAMES_ENGINES, ...ABSTRACTS_ENGINES].find(({ name }) => name === task.engine);
if (engine === undefined) {
	throw new Error(`There is no engine ${task.engine}.`);
}
await engine.load?.();
const queries = JSON.parse(readFileSync(task.queries, 'utf8')) as readonly AskedQuery[];
const before = resident();
process.stdout.write(`${JSON.stringify(task.step === 'build' ? await built(engine) : await opened(engine))}\n`);

async function built({ create, abstracts }: SearchEngine): Promise<BuildFigure> {
	let ms = 0;
	const counted = async <T>(work: () => Promise<T> | T): Promise<T> => {
		const began = performance.now();
		const value = await work();
		ms += performance.now() - began;
		return value;
	};
	const building = await counted(() => create(task.folder));
	let papers = 0;
	for (const slice of slicesOf(task.corpus, { abstracts })) {
		await counted(() => building.add(slice));
		papers += slice.length;
		giveUpIfHopeless(ms / 1000, papers / task.corpus.papers);
	}
	const ask = await counted(() => building.finish());
	const seconds = ms / 1000;
	const { saving, unsaved } = await saved(building);
	const peak = (process.resourceUsage().maxRSS * 1024 - before) / MB;
	return { seconds, saving, peak, ...(unsaved === undefined ? {} : { unsaved: { reason: unsaved, use: used(ask) } }) };
}

function giveUpIfHopeless(seconds: number, share: number): void {
	const projected = seconds / share;
	if (seconds > task.seconds || (seconds > TELLING && projected > task.seconds)) {
		throw new Error(`building would take ${projected.toFixed(0)} s`);
	}
}

async function saved(building: Building): Promise<{ readonly saving: number; readonly unsaved?: string }> {
	const began = performance.now();
	try {
		await building.save();
		return { saving: (performance.now() - began) / 1000 };
	} catch (error) {
		return { saving: 0, unsaved: error instanceof Error ? error.message : String(error) };
	}
}

async function opened({ open }: SearchEngine): Promise<UseFigure> {
	const began = performance.now();
	const ask = await open(task.folder);
	ask('zen', { hasTypo: false });
	return { coldStart: performance.now() - began, ...used(ask) };
}

function used(ask: Ask): UseFigure {
	const kinds = task.classes ?? [...new Set(queries.map(({ kind }) => kind))];
	const classes = kinds.map((kind) => [kind, classFigure(ask, kind)] as const);
	return { classes: Object.fromEntries(classes), memory: (resident() - before) / MB };
}

function classFigure(ask: Ask, kind: AskedQuery['kind']): ClassFigure {
	const asked = queries.filter((query) => query.kind === kind);
	const deadline = performance.now() + CLASS_SECONDS * 1000;
	const first = answersOf(ask, asked, deadline);
	const ms = first.map((answer) => answer.ms);
	for (let round = 1; round < ROUNDS && performance.now() < deadline; round++) {
		for (const [index, again] of answersOf(ask, asked, deadline).entries()) {
			ms[index] = Math.min(ms[index] ?? again.ms, again.ms);
		}
	}
	const known = first.flatMap(({ found }) => found ?? []);
	const share = known.filter(Boolean).length / known.length;
	const figure = { p50: percentile(ms, 50), p95: percentile(ms, 95), asked: ms.length };
	return known.length === 0 ? figure : { ...figure, found: 100 * share };
}

interface Answer {
	readonly ms: number;
	/** Whether the paper that was meant is among the first ten; undefined where none was. */
	readonly found: boolean | undefined;
}

function answersOf(ask: Ask, asked: readonly AskedQuery[], deadline: number): Answer[] {
	const answers: Answer[] = [];
	for (const { kind, text, paper } of asked) {
		const began = performance.now();
		const places = ask(text, { hasTypo: kind === TYPO });
		const ms = performance.now() - began;
		answers.push({ ms, found: paper === undefined ? undefined : places.slice(0, 10).includes(paper) });
		if (performance.now() > deadline) {
			break;
		}
	}
	return answers;
}

/** Bytes of the process, without what nobody holds any more. */
function resident(): number {
	globalThis.gc?.();
	globalThis.gc?.();
	return process.memoryUsage().rss;
}
