/**
 * Random renames and merges and their undoing, over generated libraries and notes: each citation means the paper that it
 * meant before.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_EDITS } from '../../server/src/corpus/renaming/keyEdits.ts';
import { mergeSteps } from '../../server/src/features/merging/merging.ts';
import { renamePlanOf } from '../../server/src/features/renaming/rename.ts';
import { type RenameStep, renameSteps } from '../../server/src/features/renaming/renameSteps.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { type Random, randomFrom, SEED } from '../support/random.ts';
import { uriOf, workspaceOf } from '../support/workspaceOf.ts';

type Texts = ReadonlyMap<string, string>;

const CONTEXT = { formats: FORMAT_EDITS, syntaxesOf: () => ['paper', 'pandoc'] as const };
const RUNS = 12;
const STEPS = 10;
const BIBS = ['/a.bib', '/b.bib', '/c.bib'];

/** Six papers, each with one to three records in some of the files, and two notes that cite all keys. */
function generated(random: Random): Texts {
	const texts = new Map(BIBS.map((path) => [path, '']));
	const keys: string[] = [];
	for (let number = 0; number < 6; number++) {
		for (let copy = 0; copy <= random(3); copy++) {
			const key = `k${number}${'abc'[copy]}`;
			keys.push(key);
			const field = ['  note = {Seen},\n', `  doi = "10.1234/p${number}",\n`, ''][random(3)];
			const path = BIBS[random(BIBS.length)] ?? '/a.bib';
			const title = `Growth of the tree number ${'one two three four five six'.split(' ')[number]} in snow`;
			const entry = `@article{${key},\n  title = {${title}},\n  author = {Ash, Ann},\n  journal = {Trees},\n  year = {200${number}},\n${field}}\n`;
			texts.set(path, [texts.get(path), entry].filter(Boolean).join('\n'));
		}
	}
	const cited = keys.map((key, at) => `${at % 3 === 0 ? `[@${key}, p. 2]` : `@paper[see @${key}; ${keys[0]}]`}`);
	return new Map([...texts, ['/n.md', `${cited.join(' and\n')}\n`], ['/m.md', `${cited.toReversed().join(', ')}\n`]]);
}

function opened(texts: Texts): Workspace {
	const fixture = [...texts].map(([path, text]) => `//- ${path}\n${text}`).join('');
	return workspaceOf(fixture, { settings: { syntaxes: ['paper', 'pandoc'] } }).workspace;
}

/** The title of each cited paper, in the order of the text. */
function meant(workspace: Workspace): readonly string[] {
	return ['/n.md', '/m.md'].flatMap((path) => {
		const { citations = [] } = workspace.note(uriOf(path)) ?? {};
		return citations
			.flatMap(({ items }) => items)
			.map(({ reference }) =>
				workspace
					.resolve(reference)
					.map(({ id }) => workspace.corpus.summary(id)?.title)
					.join(),
			);
	});
}

/** The texts after the steps; undefined if one of them refuses. */
function after(texts: Texts, steps: Iterable<RenameStep>): Texts | undefined {
	const changed = new Map(texts);
	for (const { uri, editsOf } of steps) {
		const path = uri.replace('file://', '');
		const text = changed.get(path) ?? '';
		const work = editsOf({ uri, name: path, text });
		let step = work.next();
		while (!step.done) {
			step = work.next();
		}
		if ('refusal' in step.value) {
			return undefined;
		}
		const edits = step.value.toReversed();
		changed.set(
			path,
			edits.reduce((seen, { span, newText }) => seen.slice(0, span.start) + newText + seen.slice(span.end), text),
		);
	}
	return changed;
}

/** A rename or a merge somewhere; undefined if it is refused. */
function changedSomewhere(workspace: Workspace, texts: Texts, random: Random): Texts | undefined {
	const records = BIBS.flatMap((path) => workspace.corpus.recordsIn(uriOf(path)));
	const paper = workspace.corpus.paper(records[random(records.length)]?.paper.id ?? 0);
	const sources = paper?.sources.map(({ uri, key = '' }) => ({ uri, key })) ?? [];
	const one = sources[random(sources.length)];
	const other = sources[random(sources.length)];
	if (!one || !other) {
		return undefined;
	}
	if (one !== other) {
		const steps = mergeSteps(workspace, { kept: one, merged: other }, CONTEXT);
		return 'refusal' in steps ? undefined : after(texts, steps);
	}
	const plan = renamePlanOf(workspace, one.key, `new${random(1000)}`);
	return 'refusal' in plan ? undefined : after(texts, renameSteps(plan, CONTEXT));
}

function recordCount(texts: Texts): number {
	return [...texts.values()].join('').split('@article').length;
}

/** One run. How many changes were merges, and how many were undone. */
function checkRun(run: number): { readonly merges: number; readonly undone: number } {
	const random = randomFrom(SEED + run);
	let texts = generated(random);
	const history: Texts[] = [];
	const expected = meant(opened(texts));
	assert.ok(expected.length > 12 && expected.every((title) => /^Growth/.test(title)), expected.join());
	let [merges, undone] = [0, 0];
	for (let step = 0; step < STEPS; step++) {
		const workspace = opened(texts);
		assert.deepEqual(meant(workspace), expected, `SEED=${SEED}, run ${run}, step ${step}`);
		const before = random(4) === 0 ? history.pop() : undefined;
		const changed = before ?? changedSomewhere(workspace, texts, random);
		if (before) {
			undone++;
		} else if (changed) {
			merges += recordCount(changed) < recordCount(texts) ? 1 : 0;
			history.push(texts);
		}
		texts = changed ?? texts;
	}
	return { merges, undone };
}

test('each citation keeps its paper through renames, merges and their undoing', () => {
	const runs = Array.from({ length: RUNS }, (_, run) => checkRun(run));
	const sum = (name: 'merges' | 'undone'): number => runs.reduce((total, run) => total + run[name], 0);
	assert.ok(sum('merges') > RUNS && sum('undone') > RUNS / 2, JSON.stringify(runs));
});
