/**
 * How often the list keeps up with a person who types at a steady pace in the real window. Unlike the test it waits for
 * nothing: at the moment of the next key the list is there, or it is missing.
 *
 *     npm run typing -- 200 [--seed 11] [--pace 200]
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sampleWorkspace } from '../../support/sampleWorkspace.ts';
import { openWindow } from '../../vscode/window.ts';
import { type ListOfServer, listOfServer } from './listOfServer.ts';
import { COMPOSED_LIBRARY, composedStepsFor, type Step, type Steps, stepsFor } from './steps.ts';
import { type Line, OPEN, showsList, Typist } from './typist.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NOTE = 'notes/typing.md';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { seed: { type: 'string', default: '11' }, pace: { type: 'string', default: '200' } },
});
const citations = Number(positionals[0] ?? 200);
const seed = Number(values.seed);
/** Milliseconds from key to key: 200 is sixty words a minute. */
const pace = Number(values.pace);

/** What was on the screen when the next key came. */
interface Seen {
	readonly step: Step;
	readonly line: Line;
	readonly rows: readonly string[];
}

const workspace = sampleWorkspace();
writeFileSync(join(workspace.path, NOTE), '');
writeFileSync(join(workspace.path, 'papers/composed.bib'), COMPOSED_LIBRARY);
const settings = { 'editor.wordWrap': 'off' };
const window = await openWindow({ workspace: workspace.path, extensionPath: ROOT, settings });
try {
	await window.openFile(NOTE);
	await window.statusBar((entries) => entries.some((entry) => /^3\d papers$/.test(entry)));
	const typist = new Typist(window);
	await typist.begin();
	const server = await listOfServer(workspace.path, NOTE);
	console.log(`${citations} citations from seed ${seed}, a key each ${pace} ms`);
	await report('typed', stepsFor(citations, seed), typist, server);
	await report('through an input method', composedStepsFor(Math.ceil(citations / 5), seed), typist, server);
	await server.close();
} finally {
	await window.close();
	workspace.remove();
}

async function report(name: string, all: readonly Steps[], typist: Typist, server: ListOfServer): Promise<void> {
	const seen: Seen[] = [];
	for (const steps of all) {
		seen.push(...(await typed(steps, typist)));
	}
	const judged: (Seen & { readonly isRight: boolean | undefined })[] = [];
	for (const one of seen) {
		// One after the other: each is a state of the one note that the server has open.
		judged.push({ ...one, isRight: await isRight(one, server) });
	}
	const counted = judged.filter((one) => one.isRight !== undefined);
	const right = counted.filter((one) => one.isRight);
	console.log(`\n${name}: ${right.length} of ${counted.length} steps (${share(right.length, counted.length)})`);
	for (const kind of new Set(counted.map(({ step }) => step.kind))) {
		const ofKind = counted.filter(({ step }) => step.kind === kind);
		const rightOfKind = ofKind.filter((one) => one.isRight);
		console.log(`  ${kind.padEnd(8)} ${rightOfKind.length} of ${ofKind.length}`);
	}
	for (const { step, line, rows } of counted.filter((one) => !one.isRight).slice(0, 20)) {
		console.log(
			`  missing after ${JSON.stringify(step)}: ${line.text} (${line.cursor}); shown: ${rows[0] ?? 'nothing'}`,
		);
	}
}

async function typed(steps: Steps, typist: Typist): Promise<Seen[]> {
	await typist.fresh();
	await pause(pace);
	const seen: Seen[] = [];
	for (const step of steps) {
		const next = performance.now() + pace;
		await typist.do(step);
		await pause(Math.max(0, next - performance.now()));
		const [line, rows] = await Promise.all([typist.line(() => true), typist.rows()]);
		seen.push({ step, line, rows });
	}
	return seen;
}

/** Undefined where the step has left no citation. */
async function isRight({ line, rows }: Seen, server: ListOfServer): Promise<boolean | undefined> {
	if (line.cursor < OPEN.length || !line.text.startsWith(OPEN)) {
		return undefined;
	}
	const expected = await server.rows(line.text, line.cursor);
	return expected && showsList(rows, expected);
}

function share(part: number, whole: number): string {
	return `${((100 * part) / whole).toFixed(1)} %`;
}
