/** `Did you mean`: how often the paper whose key was mistyped is offered, how often first, and how long that takes. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { suggestedPapers } from '../../server/src/features/suggestions/suggestedPapers.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { aclAbsent, aclLibrary, type KeyLibrary, sampleLibrary } from '../support/keyLibraries.ts';
import type { Below } from '../support/mistyping.ts';
import { seededRandom } from '../support/random.ts';
import { readCorpus, writeGenerated } from './keyCorpora.ts';
import { type KeyAnswer, keyAnswer, mistypedKeys, shareOf } from './keyRates.ts';
import { percentile, timed } from './samples.ts';
import { MB } from './serverMemory.ts';
import { type Figure, printRows, printTable } from './table.ts';

/** Mistyped keys of each kind. */
const CASES = 100;

const SEED = 7;

/** What one asks for in a hundred. */
const TARGETS = { 1: { offered: 99, first: 97 }, 2: { offered: 95, first: undefined } } as const;

/** Milliseconds: one frame, for one key and for as many as a note's problems ask for at once. */
const KEYSTROKE = 16;
const AT_ONCE = 8;

/** Prints the tables of the sample, of the ACL Anthology, and of so many generated papers. */
export async function benchKeys(papers: number): Promise<void> {
	process.stdout.write(`Keys are mistyped from the seed ${SEED}.\n`);
	report(sampleLibrary());
	if (aclAbsent) {
		process.stdout.write(`The ACL Anthology is left out: ${aclAbsent}.\n`);
	} else {
		report(aclLibrary());
	}
	const folder = mkdtempSync(join(tmpdir(), 'paper-notes-keys-'));
	try {
		const db = new DatabaseSync(join(folder, 'index.sqlite'));
		const { value: keys, ms } = await timed(() => writeGenerated(db, papers));
		process.stdout.write(
			`${papers.toLocaleString('en')} papers were generated and indexed in ${(ms / 1000).toFixed(0)} s.\n`,
		);
		report({ title: `${papers.toLocaleString('en')} generated papers`, view: new Workspace(readCorpus(db)), keys });
		db.close();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function report(library: KeyLibrary): void {
	const random = seededRandom(SEED);
	const below: Below = (limit) => Math.floor(random() * limit);
	const mistyped = mistypedKeys(library, CASES, below);
	const cold = coldFigures(library);
	const answers = mistyped.map((one) => keyAnswer(library.view, one));
	const kinds = Map.groupBy(answers, ({ slips, kind }) => `${slips} ${kind}`);
	const rows = [...kinds].map(([name, some]) => rowOf(name, some));
	const sums = ([1, 2] as const).flatMap((slips) => {
		const some = answers.filter((answer) => answer.slips === slips);
		return [rowOf(`${slips} of any kind`, some), targetsOf(slips, some)];
	});
	printRows(`Mistyped keys: ${library.title}`, [HEADINGS, ...rows, ...sums]);
	printTable(`Their time: ${library.title}`, [...cold, ...warmFigures(answers)]);
}

const HEADINGS = ['slips', 'cases', 'offered %', 'first %', 'first or as near %', 'sure %', 'wrongly sure'];

function rowOf(name: string, answers: readonly KeyAnswer[]): readonly string[] {
	const share = (has: (answer: KeyAnswer) => boolean): string => shareOf(answers, has).toFixed(1);
	return [
		name,
		String(answers.length),
		share(({ isOffered }) => isOffered),
		share(({ isFirst }) => isFirst),
		share(({ isFirst, isAsNear }) => isFirst || isAsNear),
		share(({ sure }) => sure === 'right'),
		String(answers.filter(({ sure }) => sure === 'wrong').length),
	];
}

function targetsOf(slips: 1 | 2, answers: readonly KeyAnswer[]): readonly string[] {
	const { offered, first } = TARGETS[slips];
	const told = (target: number | undefined, has: (answer: KeyAnswer) => boolean): string =>
		target === undefined ? '' : `${shareOf(answers, has) < target ? 'MISSED' : 'met'} ${target}`;
	return ['', '', told(offered, ({ isOffered }) => isOffered), told(first, ({ isFirst }) => isFirst)];
}

/** What the first question takes, which reads the names of all papers. */
function coldFigures({ view, keys }: KeyLibrary): Figure[] {
	const before = process.memoryUsage().arrayBuffers;
	const began = process.cpuUsage();
	suggestedPapers(view, `${keys[0]?.slice(0, 2)}${keys[0]?.slice(3)}`);
	const { user, system } = process.cpuUsage(began);
	return [
		{ name: 'first question', value: (user + system) / 1000, unit: 'ms' },
		{
			name: 'memory for names, with what reading left behind',
			value: (process.memoryUsage().arrayBuffers - before) / MB,
			unit: 'MB',
		},
	];
}

function warmFigures(answers: readonly KeyAnswer[]): Figure[] {
	const times = answers.map(({ ms }) => ms);
	const sums = times
		.map((_, at) => times.slice(at, at + AT_ONCE).reduce((sum, ms) => sum + ms, 0))
		.slice(0, 1 - AT_ONCE);
	const once = answers.filter(({ slips }) => slips === 1).map(({ ms }) => ms);
	const twice = answers.filter(({ slips }) => slips === 2).map(({ ms }) => ms);
	return [
		{ name: 'one slip, p50', value: percentile(once, 50), unit: 'ms' },
		{ name: 'one slip, p95', value: percentile(once, 95), unit: 'ms', target: KEYSTROKE },
		{ name: 'two slips, p50', value: percentile(twice, 50), unit: 'ms' },
		{ name: 'two slips, p95', value: percentile(twice, 95), unit: 'ms', target: KEYSTROKE },
		{ name: `${AT_ONCE} keys in a row, p95`, value: percentile(sums, 95), unit: 'ms' },
	];
}
