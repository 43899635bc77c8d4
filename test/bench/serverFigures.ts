/** The built server over stdio, figure by figure: first index, start, completion, hover, diagnostics, memory, disk. */

import { readFileSync } from 'node:fs';
import { median, percentile, repeated, timed } from './samples.ts';
import { CITATIONS, NOTES, type ServerCorpus, writeNotes } from './serverCorpus.ts';
import { MB, type Memory, memoryOf, sizeOfFolder } from './serverMemory.ts';
import { classOf, typedQueries } from './serverQueries.ts';
import { isFound, isIndexed, OpenNote, sinceStart, startSession } from './serverSession.ts';
import type { ServerTargets } from './serverTargets.ts';
import { type Figure, formatted } from './table.ts';

/** Times that a process is started with the index on disk. */
const STARTS = 9;

/** Edits of a note, each followed by a look at its problems. */
const EDITS = 40;

const QUIET_REQUESTS = 300;

export async function serverFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	writeNotes(corpus);
	return [
		...(await readingFigures(corpus)),
		...(await firstIndexFigures(corpus, targets)),
		...diskFigures(corpus, targets),
		...(await startFigures(corpus, targets)),
		...(await useFigures(corpus, targets)),
	];
}

async function readingFigures({ files }: ServerCorpus): Promise<Figure[]> {
	const runs = await repeated(5, () => timed(() => files.reduce((sum, file) => sum + readFileSync(file).length, 0)));
	return [{ name: 'floor: reading the bytes of the corpus', value: median(runs.map(({ ms }) => ms)), unit: 'ms' }];
}

/** Runs from nothing: the median of so many. Fewer for a large corpus, where minutes even the chances out. */
const firstRuns = ({ papers }: ServerCorpus): number => (papers > 50_000 ? 1 : 3);

/** Looking for titles takes time from the index, so that the runs which time the whole of it do not. */
async function firstIndexFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const searched = await searchedFirstIndex(corpus);
	const runs = await repeated(firstRuns(corpus), () => firstIndex(corpus));
	const seconds = runs.map((run) => run.ms / 1000);
	const { memory } = runs.at(-1) ?? {};
	const remark = `max ${formatted(Math.max(...seconds), 's')} of ${runs.length} runs`;
	return [
		{ name: 'first index, first title found', value: searched.first / 1000, unit: 's' },
		{ name: 'first index, last title found', value: searched.last / 1000, unit: 's', target: targets.searchable },
		{ name: 'first index, complete', value: median(seconds), unit: 's', target: targets.indexed, remark },
		...memoryFigures('memory after the first index', memory, targets),
	];
}

async function firstIndex(corpus: ServerCorpus): Promise<{ readonly ms: number; readonly memory: Memory | undefined }> {
	corpus.forgetIndex();
	const session = await startSession(corpus);
	const ms = await sinceStart(session, () => isIndexed(session));
	const memory = memoryOf(session.editor.pid);
	await session.editor.close();
	return { ms, memory };
}

async function searchedFirstIndex(corpus: ServerCorpus): Promise<{ readonly first: number; readonly last: number }> {
	const [firstPaper, lastPaper] = [corpus.known[0], corpus.known.at(-1)];
	if (!firstPaper || !lastPaper) {
		throw new Error('The corpus has no papers.');
	}
	corpus.forgetIndex();
	const session = await startSession(corpus);
	const first = await sinceStart(session, () => isFound(session, firstPaper));
	const last = await sinceStart(session, () => isFound(session, lastPaper));
	await session.editor.close();
	return { first, last };
}

function diskFigures({ storage, bytes }: ServerCorpus, { disk }: ServerTargets): Figure[] {
	const size = sizeOfFolder(storage);
	const remark = formatted(size / MB, 'MB');
	return [
		{ name: 'index on disk, by the size of the corpus', value: size / bytes, unit: 'times', target: disk, remark },
	];
}

async function startFigures(corpus: ServerCorpus, { firstCompletion }: ServerTargets): Promise<Figure[]> {
	const starts = await repeated(STARTS, async () => {
		const session = await startSession(corpus);
		const note = await OpenNote.open(session, corpus.folder, NOTES.writing);
		const end = note.text.length;
		await note.replace(end, end, '@paper[the');
		const answered = await sinceStart(session, async () => (await note.completions(note.text.length)) > 0, 1);
		await session.editor.close();
		return { initialized: session.initialized, answered };
	});
	const answered = starts.map((start) => start.answered);
	const remark = `max ${formatted(Math.max(...answered), 'ms')} of ${STARTS} starts`;
	return [
		{ name: 'start to `initialize` answered', value: median(starts.map((start) => start.initialized)), unit: 'ms' },
		{ name: 'start to first completion', value: median(answered), unit: 'ms', target: firstCompletion, remark },
	];
}

async function useFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const session = await startSession(corpus);
	await sinceStart(session, () => isIndexed(session));
	const open = (name: string): Promise<OpenNote> => OpenNote.open(session, corpus.folder, name);
	const [writing, known, mixed] = [await open(NOTES.writing), await open(NOTES.known), await open(NOTES.mixed)];
	const figures = [
		await floorFigure(writing),
		...(await completionFigures(writing, corpus, targets)),
		await hoverFigure(known, targets),
		...(await diagnosticsFigures(known, `${CITATIONS} citations, all known`, targets)),
		...(await diagnosticsFigures(mixed, `${CITATIONS} citations, every tenth unknown`, targets)),
		...memoryFigures('memory after use', memoryOf(session.editor.pid), targets),
	];
	await session.editor.close();
	return figures;
}

/** A request of the protocol that has nothing to find: what is left is the way there and back. */
async function floorFigure(note: OpenNote): Promise<Figure> {
	const trips = await repeated(QUIET_REQUESTS, () => timed(() => note.hovers(0)));
	const ms = trips.map((trip) => trip.ms);
	return { name: 'floor: an empty round trip, p95', value: percentile(ms, 95), unit: 'ms', remark: p50(ms) };
}

async function completionFigures(note: OpenNote, { known }: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const byClass = new Map<string, number[]>();
	const queries = typedQueries(known);
	for (const query of queries) {
		for (const [index, ms] of (await note.typing(query.text)).entries()) {
			const kind = classOf(query, index + 1);
			byClass.set(kind, [...(byClass.get(kind) ?? []), ms]);
		}
	}
	const figure = (name: string, keys: readonly number[]): Figure => ({
		name: `completion, p95: ${name}`,
		value: percentile(keys, 95),
		unit: 'ms',
		target: targets.completion,
		remark: `${p50(keys)}, max ${formatted(Math.max(...keys), 'ms')} of ${keys.length} keys`,
	});
	const all = [...byClass.values()].flat();
	return [figure(`all ${queries.length} queries`, all), ...[...byClass].map(([kind, keys]) => figure(kind, keys))];
}

async function hoverFigure(note: OpenNote, { hover }: ServerTargets): Promise<Figure> {
	const places = [...note.text.matchAll(/@paper\[/g)].map(({ index }) => index + '@paper['.length + 1);
	const ms: number[] = [];
	for (const place of places) {
		const answer = await timed(() => note.hovers(place));
		if (!answer.value) {
			throw new Error(`No card at ${note.text.slice(place - 10, place + 20)}`);
		}
		ms.push(answer.ms);
	}
	return {
		name: 'hover, p95',
		value: percentile(ms, 95),
		unit: 'ms',
		target: hover,
		remark: `${p50(ms)} of ${ms.length}`,
	};
}

async function diagnosticsFigures(note: OpenNote, what: string, { diagnostics }: ServerTargets): Promise<Figure[]> {
	const first = await timed(() => note.problems());
	const again = await repeated(EDITS, async () => {
		const end = note.text.length;
		await note.replace(end, end, 'a');
		return timed(() => note.problems());
	});
	const ms = again.map((look) => look.ms);
	const remark = `${first.value} problems`;
	return [
		{ name: `diagnostics, first: ${what}`, value: first.ms, unit: 'ms', target: diagnostics, remark },
		{
			name: `diagnostics, p95 after an edit: ${what}`,
			value: percentile(ms, 95),
			unit: 'ms',
			target: diagnostics,
			remark: p50(ms),
		},
	];
}

function memoryFigures(name: string, memory: Memory | undefined, { memory: target }: ServerTargets): Figure[] {
	return memory
		? [{ name, value: memory.resident, unit: 'MB', target, remark: `peak ${formatted(memory.peak, 'MB')}` }]
		: [];
}

function p50(values: readonly number[]): string {
	return `p50 ${formatted(median(values), 'ms')}`;
}
