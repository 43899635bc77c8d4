/** One corpus file from disk, read when it holds still, and its records with their places. */

import type { FileProblem } from '../corpus/corpus.ts';
import { type CorpusText, corpusText, refusal, unreadable } from '../corpus/corpusText.ts';
import type { PlacedRecord } from '../corpus/store/corpusWriter.ts';
import { type LineStarts, lineStartsOf, rangeOf } from '../util/lines.ts';
import type { Problem } from '../util/problem.ts';
import type { FileStat, Files } from './files.ts';

/** Milliseconds in which an empty file is taken for one that is being written. */
const WRITING = 1000;

/** Milliseconds between two looks at a file that is being written. */
const PAUSE = 100;

/** Looks at a file that changes all the time; then it is read as it is. */
const MOST_LOOKS = 20;

export interface StillFile {
	readonly stat: FileStat;
	readonly content: CorpusText;
}

/** The file's text and the state it was read in; undefined when it is gone. Waits for a file that is being written. */
export async function readWhenStill(files: Files, uri: string): Promise<StillFile | undefined> {
	for (let looks = 0; ; looks++) {
		const stat = await files.stat(uri);
		if (!stat) {
			return undefined;
		}
		const content = isBeingWritten(stat) ? undefined : await readContent(files, stat);
		const after = await files.stat(uri);
		const isStill = after?.size === stat.size && after.mtime === stat.mtime;
		if (content && (isStill || looks >= MOST_LOOKS)) {
			return { stat, content };
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}

/** Exporters empty a file before they write it: what is empty for a moment has not lost its papers. */
function isBeingWritten({ size, mtime }: FileStat): boolean {
	const age = Date.now() - mtime;
	return size === 0 && age >= 0 && age < WRITING;
}

async function readContent(files: Files, { uri, size }: FileStat): Promise<CorpusText> {
	const refused = refusal(uri, size);
	if (refused) {
		return refused;
	}
	try {
		return corpusText(uri, await files.read(uri));
	} catch (error) {
		return unreadable(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
	}
}

/** The records and problems of a text, as the index takes them. */
export interface Placing {
	readonly records: Iterable<PlacedRecord>;
	/** Complete once the records have been taken. */
	readonly problems: () => readonly FileProblem[];
}

export function placing(content: CorpusText): Placing {
	if (content.kind === 'unreadable') {
		return { records: [], problems: () => (content.problem ? [wholeFile(content.reason)] : []) };
	}
	const starts = lineStartsOf(content.text);
	const problems: FileProblem[] = content.doubt === undefined ? [] : [wholeFile(content.doubt)];
	const report = (problem: Problem): void => {
		problems.push(placedProblem(problem, starts));
	};
	return { records: placedRecords(content, starts, report), problems: () => problems };
}

function* placedRecords(
	{ text, format }: Extract<CorpusText, { kind: 'readable' }>,
	starts: LineStarts,
	report: (problem: Problem) => void,
): Iterable<PlacedRecord> {
	for (const { span, keySpan, ...content } of format.read(text, { report })) {
		yield { ...content, range: rangeOf(starts, span), keyRange: keySpan && rangeOf(starts, keySpan) };
	}
}

function placedProblem({ span, ...problem }: Problem, starts: LineStarts): FileProblem {
	return { ...problem, range: rangeOf(starts, span) };
}

/** A problem of the file as a whole stands at its beginning. */
function wholeFile(message: string): FileProblem {
	const start = { line: 0, character: 0 };
	return { code: 'unreadable-file', message, range: { start, end: start } };
}
