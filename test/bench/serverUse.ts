/** The built server at work, the index complete: completion, hover, diagnostics, memory. */

import { median, percentile, repeated, timed } from './samples.ts';
import { classOf } from './searchQueries.ts';
import { CITATIONS, NOTES, type ServerCorpus } from './serverCorpus.ts';
import { memoryFigures, memoryOf } from './serverMemory.ts';
import { typedQueries } from './serverQueries.ts';
import { isIndexed, OpenNote, sinceStart, startSession } from './serverSession.ts';
import type { ServerTargets } from './serverTargets.ts';
import { type Figure, formatted } from './table.ts';

/** Edits of a note, each followed by a look at its problems. */
const EDITS = 40;

const QUIET_REQUESTS = 300;

export async function useFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const session = await startSession(corpus);
	await sinceStart(session, () => isIndexed(session));
	const open = (name: string): Promise<OpenNote> => OpenNote.open(session, corpus.folder, name);
	const [writing, known, mixed] = [await open(NOTES.writing), await open(NOTES.known), await open(NOTES.mixed)];
	const figures = [
		await emptyFigure(writing),
		...(await completionFigures(writing, corpus, targets)),
		await hoverFigure(known, targets),
		...(await diagnosticsFigures(known, `${CITATIONS} citations, all known`, targets)),
		...(await diagnosticsFigures(mixed, `${CITATIONS} citations, every tenth unknown`, targets)),
		...memoryFigures('memory after use', memoryOf(session.editor.pid), targets),
	];
	await session.editor.close();
	return figures;
}

/** What the server makes of a request that has nothing to find; the floor beside it is that of a server without any sense. */
async function emptyFigure(note: OpenNote): Promise<Figure> {
	const trips = await repeated(QUIET_REQUESTS, () => timed(() => note.hovers(0)));
	const ms = trips.map((trip) => trip.ms);
	return { name: 'hover over no citation, p95', value: percentile(ms, 95), unit: 'ms', remark: p50(ms) };
}

async function completionFigures(note: OpenNote, { known }: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	const byClass = new Map<string, number[]>();
	const queries = typedQueries(known);
	for (const query of queries) {
		let letters = 0;
		for await (const ms of note.typing(query.text)) {
			letters++;
			const kind = classOf(query, letters);
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

function p50(values: readonly number[]): string {
	return `p50 ${formatted(median(values), 'ms')}`;
}
