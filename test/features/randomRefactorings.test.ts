/**
 * Random sequences of renames, conversions and their undoing: every citation means the paper that it meant before. On the
 * sample and on generated workspaces with few keys, so that new keys are often taken.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { conversionPlan } from '../../server/src/features/converting/converting.ts';
import { type RenamePlan, renamePlanOf } from '../../server/src/features/renaming/rename.ts';
import { lineStartsOf, offsetAt } from '../../server/src/util/lines.ts';
import { type Random, randomFrom, SEED } from '../support/random.ts';
import { type FixtureWorkspace, uriOf, workspaceOf } from '../support/workspaceOf.ts';
import { editsIn } from './renamedFiles.ts';

/** Texts by path. */
type Texts = ReadonlyMap<string, string>;

function workspaceWith(texts: Texts): FixtureWorkspace {
	const fixture = [...texts].map(([path, text]) => `//- ${path}\n${text.replaceAll('|', '\\|')}`).join('\n');
	return workspaceOf(`\n${fixture}`, { settings: { syntaxes: ['paper', 'pandoc'] } });
}

/** The titles of the papers that each citation of each note names, in order, and how the note is called. */
function meanings({ workspace, files }: FixtureWorkspace): string {
	return files
		.map(({ path }) => {
			const view = workspace.in(uriOf(path));
			const cited = view.note(uriOf(path))?.citations.flatMap(({ items }) => items) ?? [];
			const titles = cited.map(({ reference }) =>
				view.resolve(reference).map(({ id }) => view.corpus.summary(id)?.title ?? ''),
			);
			return `${path}: ${titles.map((all) => all.join(' or ')).join('; ')}`;
		})
		.join('\n');
}

function renamed(texts: Texts, { workspace, files }: FixtureWorkspace, plan: RenamePlan): Texts | undefined {
	const after = new Map(texts);
	for (const { path, text } of files) {
		const edits = editsIn({ name: path, text }, plan, workspace.syntaxesOf(uriOf(path)));
		if ('refusal' in edits) {
			return undefined;
		}
		after.set(
			path,
			edits.reduceRight((seen, { span, newText }) => seen.slice(0, span.start) + newText + seen.slice(span.end), text),
		);
	}
	return after;
}

function converted(texts: Texts, { workspace }: FixtureWorkspace, path: string, to: 'paper' | 'pandoc'): Texts {
	const plan = conversionPlan(workspace, uriOf(path), to);
	const text = texts.get(path) ?? '';
	const lines = lineStartsOf(text);
	const edits = plan && plan !== 'choose' ? plan.plan.edits : [];
	const after = edits.reduceRight(
		(seen, { range, newText }) =>
			seen.slice(0, offsetAt(lines, range.start)) + newText + seen.slice(offsetAt(lines, range.end)),
		text,
	);
	return new Map([...texts, [path, after]]);
}

const NEW_KEYS = ['alpha', 'beta2020', 'gamma-1', 'Alpha', 'x:y', 'm+n', 'ökö', 'two words', '@at', 'rlve.'];

/** The texts after one change, or undefined if it is refused; and what was tried. */
interface Step {
	readonly kind: 'rename' | 'convert';
	readonly what: string;
	readonly next: Texts | undefined;
}

function picked<T>(random: Random, all: readonly T[]): T {
	return all[random(all.length)] ?? assert.fail('there is nothing to choose from');
}

function changed(texts: Texts, random: Random): Step {
	const at = workspaceWith(texts);
	const path = picked(
		random,
		[...texts].flatMap(([one, text]) => (/^(?!\/papers\/).*\.md$/.test(one) && text.includes('@') ? one : [])),
	);
	const view = at.workspace.in(uriOf(path));
	const cited = view.note(uriOf(path))?.citations.flatMap(({ items }) => items) ?? [];
	if (random(3) === 0 || cited.length === 0) {
		const to = picked(random, ['paper', 'pandoc'] as const);
		return { kind: 'convert', what: `${path} to ${to}`, next: converted(texts, at, path, to) };
	}
	const keys = cited.map(({ reference }) => reference);
	const [from, to] = [picked(random, keys), picked(random, [...NEW_KEYS, ...keys])];
	const plan = renamePlanOf(view, from, to);
	const next = 'refusal' in plan ? undefined : renamed(texts, at, plan);
	return { kind: 'rename', what: `${from} to ${to} in ${path}`, next };
}

/** `count` steps, each checked. Says how many of each kind changed something. */
function run(first: Texts, random: Random, count: number): Record<Step['kind'], number> {
	const expected = meanings(workspaceWith(first));
	const made = { rename: 0, convert: 0 };
	const before: Texts[] = [];
	let texts = first;
	for (let step = 0; step < count; step += 1) {
		const undone = random(4) === 0 ? before.pop() : undefined;
		const { kind, what, next } = undone ? ({ kind: 'undo', what: '', next: undone } as const) : changed(texts, random);
		if (!next || ![...next].some(([file, text]) => texts.get(file) !== text)) {
			continue;
		}
		if (kind !== 'undo') {
			before.push(texts);
			made[kind] += 1;
		}
		texts = next;
		assert.equal(meanings(workspaceWith(texts)), expected, `seed ${SEED}, step ${step}: ${kind} ${what}`);
	}
	return made;
}

function generated(random: Random): Texts {
	const keys = ['alpha', 'beta2020', 'rlve', 'k-4', 'delta_5'];
	const key = () => keys[random(keys.length)] ?? 'alpha';
	const title = (at: number) => `On the ${['Growth', 'Fall', 'Colour', 'Age', 'Shape'][at]} of Trees`;
	const entry = (name: string, at: number) =>
		`@article{${name},\n  title = {${title(at)}},\n  author = {Author${at}, A.},\n  year = {20${10 + at}},${
			at === 1 ? `\n  related = {${key()}},` : ''
		}\n}\n`;
	const citation = () => {
		const [one, other] = [key(), key()];
		const forms = [
			`@paper[${one}]`,
			`@paper[see @${one}, p. 3; ${other}]`,
			`@paper[-@${one}]`,
			`@paper[+@${one}]`,
			`[@${one}, p. 4; @${other}]`,
			`@${one}`,
			`[-@${one}]`,
		];
		return forms[random(forms.length)] ?? '';
	};
	const note = () => Array.from({ length: 6 }, () => `Words ${citation()} and words.\n`).join('\n');
	return new Map([
		['/a.bib', keys.slice(0, 3).map(entry).join('\n')],
		['/papers/b.json', JSON.stringify([{ id: keys[3], type: 'book', title: title(3) }], null, 2)],
		['/c.bib', entry(keys[4] ?? '', 4)],
		['/one.md', note()],
		['/two.md', `---\npaper: ${key()}\n---\n${note()}`],
		['/deep/three.md', note()],
	]);
}

test('in generated workspaces every citation keeps its meaning', () => {
	const random = randomFrom(SEED);
	const all = Array.from({ length: 4 }, () => run(generated(random), random, 12));
	assert.ok(all.reduce((sum, { rename }) => sum + rename, 0) > 3, 'hardly any rename was possible');
	assert.ok(all.reduce((sum, { convert }) => sum + convert, 0) > 3, 'hardly any conversion was possible');
});

test('in the sample every citation keeps its meaning', () => {
	const folder = join(import.meta.dirname, '../../sample');
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
	const texts = new Map(names.sort().map((name) => [`/${name}`, readFileSync(join(folder, name), 'utf8')]));
	run(texts, randomFrom(SEED), 16);
});
