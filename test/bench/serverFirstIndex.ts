/** The first index of a corpus: how soon its papers are found, how soon all is done, how answers come meanwhile. */

import { setTimeout as pause } from 'node:timers/promises';
import { foldedWords } from '../../server/src/util/fold.ts';
import { median, percentile, repeated } from './samples.ts';
import type { SearchedPaper } from './searchCorpus.ts';
import { NOTES, type ServerCorpus } from './serverCorpus.ts';
import { type Memory, memoryFigures, memoryOf, processorSecondsOf } from './serverMemory.ts';
import { typedQueries } from './serverQueries.ts';
import { isIndexed, LOOK_AGAIN, OpenNote, type ServerSession, sinceStart, startSession } from './serverSession.ts';
import type { ServerTargets } from './serverTargets.ts';
import { type Figure, formatted } from './table.ts';
import { counted } from './timeSpent.ts';

/** Runs from nothing, of each kind. Fewer for a large corpus, where minutes even the chances out. */
const runsOf = ({ papers }: ServerCorpus): number => (papers > 50_000 ? 1 : 3);

/** Above, the run in which someone types is timed too, though typing takes a little of it: another would take minutes. */
const MOST_ALONE = 200_000;

/** Someone who types while it goes on takes time from the index, so that the runs which time the whole of it have none. */
export async function firstIndexFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const watched = await counted('first index, someone typing', () =>
		repeated(runsOf(corpus), () => watchedFirstIndex(corpus)),
	);
	const runs =
		corpus.papers > MOST_ALONE
			? watched
			: await counted('first index, alone', () => repeated(runsOf(corpus), () => firstIndex(corpus)));
	const seconds = runs.map((run) => run.ms / 1000);
	const answers = watched.flatMap((run) => run.answers);
	const worked = median(runs.map((run) => run.processorSeconds ?? 0));
	const remark = `max ${formatted(Math.max(...seconds), 's')} of ${runs.length} runs, processors at work for ${formatted(worked, 's')}`;
	return [
		{ name: 'first index, first title completes', value: median(watched.map((run) => run.first)) / 1000, unit: 's' },
		{
			name: 'first index, searchable by title (a sample to the last)',
			value: median(watched.map((run) => run.last)) / 1000,
			unit: 's',
			target: targets.searchable,
		},
		{ name: 'first index, complete', value: median(seconds), unit: 's', target: targets.indexed, remark },
		{
			name: 'completion during the first index, p95',
			value: percentile(answers, 95),
			unit: 'ms',
			target: targets.completionMeanwhile,
			remark: `p50 ${formatted(median(answers), 'ms')}, max ${formatted(Math.max(...answers), 'ms')} of ${answers.length} keys`,
		},
		...memoryFigures('memory after the first index', runs.at(-1)?.memory, targets),
	];
}

interface Run {
	readonly ms: number;
	readonly processorSeconds: number | undefined;
	readonly memory: Memory | undefined;
}

async function firstIndex(corpus: ServerCorpus): Promise<Run> {
	corpus.forgetIndex();
	const session = await startSession(corpus);
	await sinceStart(session, () => isIndexed(session));
	const run = runOf(session);
	await session.editor.close();
	return run;
}

function runOf({ began, editor: { pid } }: ServerSession): Run {
	return { ms: performance.now() - began, processorSeconds: processorSecondsOf(pid), memory: memoryOf(pid) };
}

interface WatchedRun extends Run {
	/** Milliseconds from the start until the first paper of the files completes by its title, and until the last does. */
	readonly first: number;
	readonly last: number;
	/** Milliseconds from each key to the list that followed it. */
	readonly answers: readonly number[];
}

/** Someone types in one note all the while, twenty keys a second; in another it is looked for papers by their titles. */
async function watchedFirstIndex(corpus: ServerCorpus): Promise<WatchedRun> {
	corpus.forgetIndex();
	const session = await startSession(corpus);
	const writing = await OpenNote.open(session, corpus.folder, NOTES.writing);
	const looking = await OpenNote.open(session, corpus.folder, NOTES.known);
	const keys = endlessKeys(writing, corpus.known);
	const missing = sampleOf(corpus.known);
	const found: number[] = [];
	const answers: number[] = [];
	for (let isDone = false; !isDone; await pause(LOOK_AGAIN)) {
		// Before the look, so that what is missing afterwards is missing from a finished index.
		isDone = await isIndexed(session);
		const [next] = missing;
		if (next && (await completes(looking, next))) {
			found.push(performance.now() - session.began);
			missing.shift();
		}
		const { value } = await keys.next();
		answers.push(value ?? 0);
	}
	const run = runOf(session);
	await finishLooking({ session, looking, missing, found });
	await session.editor.close();
	return { ...run, first: found[0] ?? 0, last: found.at(-1) ?? 0, answers };
}

/** A small corpus may be ready before there was time to look for every paper of the sample. */
async function finishLooking({
	session,
	looking,
	missing,
	found,
}: {
	readonly session: ServerSession;
	readonly looking: OpenNote;
	readonly missing: readonly SearchedPaper[];
	readonly found: number[];
}): Promise<void> {
	for (const paper of missing) {
		if (!(await completes(looking, paper))) {
			throw new Error(`Not found in a finished index: ${paper.title}`);
		}
		found.push(performance.now() - session.began);
	}
}

/** Papers that are looked for by their titles: some between, and the first and the last of the files. */
const SAMPLE = 5;

function sampleOf(known: readonly SearchedPaper[]): SearchedPaper[] {
	const step = (known.length - 1) / (SAMPLE - 1);
	return Array.from({ length: SAMPLE }, (_, index) => known[Math.round(index * step)]).flatMap((paper) => paper ?? []);
}

async function completes(note: OpenNote, { key, title }: SearchedPaper): Promise<boolean> {
	const offered = await note.offeredFor(foldedWords(title).join(' '));
	return offered.some((text) => text.startsWith(key));
}

/** Queries of all classes, mixed, over and over. */
async function* endlessKeys(note: OpenNote, known: readonly SearchedPaper[]): AsyncGenerator<number, undefined> {
	const queries = typedQueries(known);
	// A large prime mixes the classes.
	for (let turn = 0; ; turn++) {
		const query = queries[(turn * 7919) % queries.length];
		if (query === undefined) {
			return undefined;
		}
		yield* note.typing(query.text);
	}
}
