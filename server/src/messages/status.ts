/** Texts of the status bar item. */

import { counted } from './counted.ts';

export interface StatusCounts {
	readonly papers: number;
	readonly problems: number;
}

export const statusMessages = {
	name: 'Paper Notes',
	papers: (count: number) => counted(count, 'paper'),
	noPapers: 'No papers',
	/** Shown before the first paper is known. */
	reading: 'Reading papers…',
	stopped: 'reading stopped',
	complete: (counts: StatusCounts) => `Paper Notes: ${all(counts)}. Opens the index report.`,
	running: (counts: StatusCounts, percent: number | undefined) =>
		`Paper Notes is reading: ${all(counts)} so far${percent === undefined ? '' : `, ${percent} %`}. Opens the index report.`,
	runningWithoutPapers: 'Paper Notes is reading your papers. Opens the index report.',
	stoppedAt: (counts: StatusCounts) => `Paper Notes has stopped reading: ${all(counts)} so far. Continues reading.`,
	failed: 'reading failed',
	failedAt: (counts: StatusCounts) =>
		`Paper Notes could not read all your papers: ${all(counts)} so far. Opens the index report, which says why.`,
	foundNone: 'Paper Notes has found no papers. Opens the index report, which says what to do.',
	stopName: 'Paper Notes: Stop Indexing',
	stop: 'Stop reading papers',
	stopHelp: 'Stop reading. Papers that have been read can be cited and searched.',
};

function all({ papers, problems }: StatusCounts): string {
	return problems > 0
		? `${counted(papers, 'paper')}, ${counted(problems, 'problem')} in your files`
		: counted(papers, 'paper');
}
