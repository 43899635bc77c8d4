/** Every test runs, and in one lane only. */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FAST, PROGRAM_FOLDERS } from '../support/lanes.ts';
import { ROOT, sourcesBelow } from '../support/sources.ts';

const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>;

/** The files that a script, and the scripts that it runs, name for the test runner: glob patterns in quotes, or paths. */
function filesOf(script: string): string[] {
	const whole = scripts[script] ?? '';
	const patterns = [...whole.matchAll(/(?<=[ "])test\/[^" ]*\.test\.ts/g)].map(([pattern]) => pattern);
	const inner = [...whole.matchAll(/\btest:\w+(?=\s|$)/g)].map(([name]) => name);
	return [...patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })), ...inner.flatMap(filesOf)];
}

const inOneProcess = globSync(FAST.tests, { cwd: ROOT, exclude: FAST.except });
const all = sourcesBelow('test').filter((file) => file.endsWith('.test.ts'));

test('npm test runs every test once', () => {
	assert.ok(all.length > 150);
	const run = filesOf('test');
	assert.ok(run.includes('test/fast.test.ts'));
	assert.deepEqual([...run, ...inOneProcess].sort(), all.sort());
});

test('test:unit and test:slow run together what npm test runs', () => {
	assert.deepEqual([...filesOf('test:unit'), ...filesOf('test:slow')].sort(), filesOf('test').sort());
	assert.deepEqual(filesOf('test:unit'), ['test/fast.test.ts']);
});

test('what starts servers or windows is no quick test', () => {
	const stray = inOneProcess.filter((file) => PROGRAM_FOLDERS.some((folder) => file.startsWith(`test/${folder}/`)));
	assert.deepEqual(stray, []);
});
