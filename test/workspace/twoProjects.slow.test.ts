/**
 * Two projects whose libraries share keys: after any sequence of changes, what each note means is as if all were built
 * anew, and what one project does with a key changes nothing in the other.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn } from '../../server/src/features/problems.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceChange } from '../../server/src/workspace/workspaceChange.ts';
import { filesIn } from '../support/fixture.ts';
import { seededRandom } from '../support/random.ts';
import { corpusOf, namedFiles } from '../support/workspaceOf.ts';

const ROUNDS = 8;
const CHANGES = 30;
const FIRST = Number(process.env['SEED'] ?? 1);

const PROJECTS = ['a', 'b'] as const;
type Project = (typeof PROJECTS)[number];

const KEYS = ['smith2020', 'jones2001', 'kim1999'];
const TITLES = ['Tides of the Moon', 'Bread and Yeast', 'Chess Openings', 'Clouds'];
const FRONT_MATTERS: readonly string[] = [
	'---\nbibliography: refs.bib\n---\n',
	'---\nbibliography: [refs.bib, more.bib]\n---\n',
	'---\nbibliography: refs.bib\nreferences:\n- id: smith2020\n  title: Of the Note\n---\n',
	'',
];

/** The texts of a project's files by their paths. */
type Files = Map<string, string>;

type Random = () => number;

function one<T>(of: readonly [T, ...T[]] | readonly T[], random: Random): T {
	const chosen = of[Math.floor(random() * of.length)];
	assert.ok(chosen !== undefined);
	return chosen;
}

function randomEntry(random: Random): string {
	return `@article{${one(KEYS, random)}, title = {${one(TITLES, random)}}, author = {Au, B}, journal = {J}, year = 2020}`;
}

function randomText(path: string, random: Random): string {
	if (path.endsWith('.bib')) {
		return Array.from({ length: Math.floor(random() * 3) }, () => randomEntry(random)).join('\n');
	}
	return `${one(FRONT_MATTERS, random)}See @paper[${one(KEYS, random)}; ${one(KEYS, random)}].\n`;
}

function pathsOf(project: Project): readonly string[] {
	return ['refs.bib', 'more.bib', 'open.md', 'closed.md'].map((name) => `/${project}/${name}`);
}

/** The changes after which the workspace has these files. */
function* changesTo(files: Files, workspace: Workspace, changed: readonly string[]): Generator<WorkspaceChange> {
	const all = [...files].map(([path, text]) => ({ path, text, marks: [], cursor: undefined }));
	if (changed.some((path) => path.endsWith('.bib'))) {
		const bibliographies = all.filter(({ path, text }) => path.endsWith('.bib') && text !== '');
		const fixture = bibliographies.map(({ path, text }) => `//- ${path}\n${text}\n`).join('');
		yield { kind: 'corpusReplaced', corpus: corpusOf(fixture === '' ? [] : filesIn(fixture)) };
	}
	for (const path of changed.filter((one) => one.endsWith('.md'))) {
		const kind = path.endsWith('open.md') ? 'noteOpened' : 'noteRead';
		yield { kind, uri: `file://${path}`, text: files.get(path) ?? '' };
	}
	yield { kind: 'bibliographiesFound', faults: new Map(), named: namedFiles(workspace, all) };
}

function applyAll(workspace: Workspace, files: Files, changed: readonly string[]): void {
	for (const change of changesTo(files, workspace, changed)) {
		workspace.apply(change);
	}
}

function built(files: Files): Workspace {
	const workspace = new Workspace(corpusOf([]));
	workspace.apply({ kind: 'corpusComplete', complete: true });
	applyAll(workspace, files, [...files.keys()]);
	return workspace;
}

interface Seen {
	readonly path: string;
	/** For each key, the titles, sources and citing places of the papers that it means. */
	readonly meant: readonly unknown[];
	readonly problems: readonly unknown[];
}

/** What the files of a project mean and what is wrong in them; with `alone`, without places in the other project. */
function seenIn(workspace: Workspace, project: Project, { alone = false } = {}): readonly Seen[] {
	const isShown = (uri: string): boolean => !alone || uri.startsWith(`file:///${project}/`);
	return pathsOf(project).map((path) => {
		const uri = `file://${path}`;
		const view = workspace.in(uri);
		const meant = KEYS.map((key) =>
			view.resolve(key).flatMap(({ id }) => {
				const paper = view.corpus.paper(id);
				const citing = view.citing(id).map((place) => `${place.uri}:${place.range.start.line}`);
				const sources = paper?.sources.map((source) => source.uri) ?? [];
				return [paper?.item.title, ...[...sources, ...citing].filter(isShown)];
			}),
		);
		const problems = problemsIn(workspace, uri).map(({ code, range, related = [] }) => [
			code,
			range.start.line,
			related.map((place) => place.uri).filter(isShown),
		]);
		return { path, meant, problems };
	});
}

function randomFiles(random: Random): Files {
	return new Map(PROJECTS.flatMap(pathsOf).map((path) => [path, randomText(path, random)]));
}

test(`after random changes every note means what it means if all is built anew (seeds from ${FIRST}; SEED=${FIRST} repeats them)`, () => {
	for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
		const random = seededRandom(seed);
		const files = randomFiles(random);
		const workspace = built(files);
		for (let step = 0; step < CHANGES; step++) {
			const path = one(PROJECTS.flatMap(pathsOf), random);
			files.set(path, randomText(path, random));
			applyAll(workspace, files, [path]);
			if (random() < 0.3) {
				const anew = built(files);
				for (const project of PROJECTS) {
					assert.deepEqual(seenIn(workspace, project), seenIn(anew, project), `seed ${seed}, step ${step}`);
				}
			}
		}
	}
});

/** Notes that name their library and cite what it has. */
const OWN_NOTE = '---\nbibliography: refs.bib\n---\nSee @paper[smith2020].\n';

test(`what one project does with its smith2020 leaves the other's (seeds from ${FIRST}; SEED=${FIRST} repeats them)`, () => {
	for (let seed = FIRST; seed < FIRST + ROUNDS; seed++) {
		const random = seededRandom(seed);
		const paper = '@article{smith2020, title = {Ours}, author = {Own, O}, journal = {J}, year = 1990}';
		const files: Files = new Map([
			['/a/refs.bib', paper],
			['/a/open.md', OWN_NOTE],
			['/a/closed.md', OWN_NOTE],
			['/b/refs.bib', randomText('/b/refs.bib', random)],
			['/b/open.md', OWN_NOTE],
			['/b/closed.md', OWN_NOTE],
		]);
		const workspace = built(files);
		const before = seenIn(workspace, 'a', { alone: true });
		for (let step = 0; step < CHANGES; step++) {
			const path = one(['/b/refs.bib', '/b/open.md', '/b/closed.md'], random);
			files.set(
				path,
				path.endsWith('.bib') ? randomText(path, random) : OWN_NOTE.replace('smith2020', one(KEYS, random)),
			);
			applyAll(workspace, files, [path]);
			const after = seenIn(workspace, 'a', { alone: true });
			assert.deepEqual(smithOf(after), smithOf(before), `seed ${seed}, step ${step}`);
		}
	}
});

/**
 * Only what concerns the first key, in files that belong to the project: it has no other keys, so those mean what the other
 * project has.
 */
function smithOf(seen: readonly Seen[]): readonly unknown[] {
	const named = seen.filter(({ path }) => !path.endsWith('more.bib'));
	return named.map(({ path, meant, problems }) => ({ path, problems, meant: meant[0] }));
}
