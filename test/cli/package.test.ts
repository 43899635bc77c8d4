/** The package that `npm pack` makes, used as people use it: installed, run by `npx`, and in CI as the README shows. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { commandFolder } from '../support/commandFolder.ts';
import { type NpmPackage, npmPackage } from '../support/npmPackage.ts';
import { indexed } from '../support/scenarios.ts';
import { serverCase } from '../support/serverCase.ts';
import { ROOT } from '../support/sources.ts';

/** Bytes. */
const LARGEST = 1_500_000;

const BIB = `@article{ash2001, author = {Ash, Ann}, title = {Leaves in autumn}, journal = {Trees}, year = {2001}}\n`;
const GOOD = 'Leaves fall @paper[ash2001].\n';
const BAD = 'Bark stays @paper[elm2002].\n';
const FILES = { 'refs.bib': BIB, 'good.md': GOOD, 'bad.md': BAD };

let paperNotes: NpmPackage;

before(async () => {
	paperNotes = await npmPackage();
});

const program = (): string => join(paperNotes.installed, 'node_modules/paper-notes/dist/cli.js');

function run(cwd: string, ...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env: paperNotes.env, encoding: 'utf8' });
	return { code: status, out: stdout, err: stderr };
}

/** Runs a line of a shell, as CI does. */
function shell(cwd: string, line: string) {
	const { status, stdout, stderr } = spawnSync(line, { cwd, env: paperNotes.env, encoding: 'utf8', shell: true });
	return { code: status, out: stdout, err: stderr };
}

test('the package is small, and needs no other', () => {
	assert.ok(paperNotes.bytes <= LARGEST, `${paperNotes.bytes} bytes`);
	const modules = readdirSync(join(paperNotes.installed, 'node_modules')).filter((name) => !name.startsWith('.'));
	assert.deepEqual(modules, ['paper-notes']);
	const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		readonly scripts: Readonly<Record<string, string>>;
	};
	// Otherwise `npm pack` in a fresh clone would make a package without a program.
	assert.match(scripts['prepack'] ?? '', /\bbuild\b/);
});

test('the installed command checks and searches', (context) => {
	const { path } = commandFolder(context, FILES);
	const checked = run(path, program(), 'check');
	assert.equal(checked.code, 2, checked.err);
	assert.match(checked.out, /^bad\.md:1:19: warning: No paper has the key "elm2002"\./);
	const found = run(path, program(), 'search', 'autumn');
	assert.deepEqual({ code: found.code, err: found.err }, { code: 0, err: '' });
	assert.match(found.out, /^ash2001 /);
});

test('the installed command is a language server', async (context) => {
	const files = serverCase(context, FILES);
	const editor = await files.start({ program: [program(), 'lsp'] });
	assert.equal(editor.serverCapabilities['hoverProvider'], true);
	await indexed(editor);
	await editor.open('good.md');
	assert.match((await editor.hover('good.md', 'ash|2001'))[0] ?? '', /Leaves in autumn/);
	assert.equal(await editor.close(), 0);
});

test('on a Node that is too old, the installed command says so in one sentence', (context) => {
	const { path } = commandFolder(context, {
		'old.cjs': "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.1' } });",
	});
	for (const command of ['check', 'lsp']) {
		assert.deepEqual(run(path, '--require', join(path, 'old.cjs'), program(), command), {
			code: 1,
			out: '',
			err: 'Paper Notes needs Node.js 22.15 or newer, and this is Node.js 20.19.1.\n',
		});
	}
});

interface Workflow {
	readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
	readonly run?: string;
	readonly uses?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Hooks {
	readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly types: string[] }[] }[];
}

/** The example for the file `name` in the README, as data. */
function example(name: string): unknown {
	const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
	const blocks = [...readme.matchAll(/^```yaml\n# (\S+)\n(.*?)^```$/gms)];
	const [, , text = ''] = blocks.find(([, file]) => file === name) ?? assert.fail(`The README has no ${name}.`);
	return parse(text);
}

/** A project that holds the package where the README's examples have it. */
function project(context: TestContext): string {
	const { path } = commandFolder(context, FILES);
	mkdirSync(join(path, 'tools'));
	copyFileSync(paperNotes.tarball, join(path, 'tools', basename(paperNotes.tarball)));
	return path;
}

test("the README's workflow for GitHub marks the problem in its line, and passes once it is corrected", (context) => {
	const path = project(context);
	const [{ steps } = { steps: [] }] = Object.values((example('.github/workflows/citations.yml') as Workflow).jobs);
	assert.ok(steps.some(({ uses }) => uses?.startsWith('actions/checkout@')));
	assert.ok(steps.some(({ with: options }) => Number(options?.['node-version']) >= 24));
	const lines = steps.flatMap(({ run: line }) => line ?? []);
	assert.equal(lines.length, 1);
	const failed = shell(path, lines.join());
	assert.equal(failed.code, 2, failed.err);
	assert.match(failed.out, /^::warning file=bad\.md,line=1,endLine=1,col=19,.*::No paper has the key "elm2002"\./m);
	writeFileSync(join(path, 'bad.md'), GOOD);
	assert.equal(shell(path, lines.join()).code, 0);
});

test("the README's hook checks the notes of a commit", (context) => {
	const path = project(context);
	const [hook] = (example('.pre-commit-config.yaml') as Hooks).repos.flatMap(({ hooks }) => hooks);
	assert.ok(hook);
	assert.deepEqual(hook.types, ['markdown']);
	// The program `pre-commit` adds the names of the files of the commit.
	const refused = shell(path, `${hook.entry} good.md bad.md`);
	assert.equal(refused.code, 2, refused.err);
	assert.match(refused.out, /^bad\.md:1:19: /);
	assert.equal(shell(path, `${hook.entry} good.md`).code, 0);
});
