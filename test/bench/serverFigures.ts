/** The built server over stdio, figure by figure: first index, start, completion, hover, diagnostics, memory, disk. */

import { median, repeated } from './samples.ts';
import { NOTES, type ServerCorpus, writeNotes } from './serverCorpus.ts';
import { firstIndexFigures } from './serverFirstIndex.ts';
import { floorFigures } from './serverFloors.ts';
import { MB, sizeOfFolder } from './serverMemory.ts';
import { OpenNote, sinceStart, startSession } from './serverSession.ts';
import type { ServerTargets } from './serverTargets.ts';
import { useFigures } from './serverUse.ts';
import { type Figure, formatted } from './table.ts';
import { counted } from './timeSpent.ts';

/** Times that a process is started with the index on disk. */
const STARTS = 9;

export async function serverFigures(corpus: ServerCorpus, targets: ServerTargets): Promise<Figure[]> {
	writeNotes(corpus);
	return [
		...(await floorFigures(corpus)),
		...(await firstIndexFigures(corpus, targets)),
		...diskFigures(corpus, targets),
		...(await counted('starts', () => startFigures(corpus, targets))),
		...(await counted('use', () => useFigures(corpus, targets))),
	];
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
		const answered = await sinceStart(session, async () => (await note.completions(note.text.length)).length > 0, 1);
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
