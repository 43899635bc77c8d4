/** Scenarios, and the company of VS Code's own Markdown support, in a real VS Code: one run, then one test for each result. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type SampleWorkspace, sampleWorkspace } from '../support/sampleWorkspace.ts';
import { SCENARIOS } from '../support/scenarios.ts';
import { runInVscode } from '../vscode/run.ts';
import { BUILT_IN_FEATURES } from './builtInMarkdown.ts';
import type { ScenarioResult } from './result.ts';

const ROOT = join(import.meta.dirname, '../..');

let workspace: SampleWorkspace;
let results: readonly ScenarioResult[] = [];

before(async () => {
	workspace = sampleWorkspace();
	const file = join(workspace.path, '..', `results-${process.pid}.json`);
	await runInVscode({
		extensionDevelopmentPath: ROOT,
		extensionTestsPath: join(ROOT, 'out/host/index.js'),
		workspace: workspace.path,
		env: { PAPER_NOTES_RESULTS: file },
	});
	results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
});

after(() => workspace.remove());

for (const { title } of SCENARIOS) {
	test(`in VS Code, ${title}`, () => checkResult(title));
}

for (const { title } of BUILT_IN_FEATURES) {
	test(`beside VS Code's own Markdown support, ${title}`, () => checkResult(title));
}

function checkResult(title: string): void {
	const result = results.find((seen) => seen.title === title);
	assert.ok(result, 'VS Code ended before it came to this.');
	assert.equal(result.error, undefined);
}
