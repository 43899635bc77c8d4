/** Files and functions stay small enough to see whole. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, sourcesBelow } from '../support/sources.ts';

/** Lines at which a file has a second noun in it. */
const LONGEST_FILE = 300;

/** Lines at which a function does a second thing. `npm run check` counts them, those of tests like all others. */
const LONGEST_FUNCTION = 40;

/** Functions that read better whole, each with its reason at its place. */
const LONG_FUNCTIONS: readonly string[] = [
	'test/host/markdownNote.ts',
	'test/host/vscodeEditor.ts',
	'test/support/stdioEditor.ts',
];

/** In the window's tests, which share a window, one function holds all tests of a theme. */
const LONG_SUITES = { files: ['test/ui/*.test.ts'], lines: 220 };

const files = ['server/src', 'client/src', 'test'].flatMap(sourcesBelow);

test(`no source file has more than ${LONGEST_FILE} lines`, () => {
	const long = files
		.map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 }))
		.filter(({ lines }) => lines > LONGEST_FILE);
	assert.deepEqual(long, []);
});

test(`no function has more than ${LONGEST_FUNCTION} lines, but for those that are listed here`, () => {
	const { linter, overrides } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
	const bound = ({ rules }: typeof linter) => rules.complexity.noExcessiveLinesPerFunction;
	assert.deepEqual(bound(linter), { level: 'error', options: { maxLines: LONGEST_FUNCTION } });
	assert.deepEqual(
		overrides.map((override: { readonly includes: unknown; readonly linter: unknown }) => [
			override.includes,
			bound(override.linter),
		]),
		[[LONG_SUITES.files, { level: 'error', options: { maxLines: LONG_SUITES.lines } }]],
	);
	const excepted = /^\s*\/\/ biome-ignore \S*noExcessiveLinesPerFunction/m;
	assert.deepEqual(
		files.filter((file) => excepted.test(readFileSync(join(ROOT, file), 'utf8'))),
		LONG_FUNCTIONS,
	);
});
